import type { Alignment } from '../../domain/alignment/alignment.ts'
import type { EdgeRule } from '../../domain/alignment/edge-rule.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import type { SampleStatistic } from '../../domain/signals/sample-statistics.ts'
import type { SignalReference } from '../../domain/signals/signal-source.ts'
import {
  type SignalWindows,
  spanOfWindows,
  summarizeInWindows,
  windowsShape,
} from '../../domain/signals/signal-windows.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { needSignal, type OpenSignal, openSignal, samplesOf, signalUnit } from './open-signal.ts'

/** A signal in windows: its values are read when they are wanted. */
export interface SignalInWindows {
  readonly session: CatalogSession
  readonly signal: OpenSignal
  readonly windows: SignalWindows
  readonly statistic: SampleStatistic
}

/** Which signal is wanted in windows, and what becomes of its samples. */
export interface WindowSignal {
  readonly signal: SignalReference
  readonly statistic: SampleStatistic
}

/**
 * A signal in windows; null: the session does not have it.
 *
 * @throws InvalidArgumentError for a time series, or a column of it, that does not exist
 */
export async function openInWindows(
  session: CatalogSession,
  windows: SignalWindows,
  { signal: reference, statistic }: WindowSignal,
  context: RequestContext,
): Promise<SignalInWindows | null> {
  const signal = await openSignal(session, reference, spanOfWindows(windows), context)
  return signal && { session, signal, windows, statistic }
}

/** The same; a signal that the session does not have is an InvalidArgumentError. */
export async function needInWindows(
  session: CatalogSession,
  windows: SignalWindows,
  { signal: reference, statistic }: WindowSignal,
  context: RequestContext,
): Promise<SignalInWindows> {
  const signal = await needSignal(session, reference, spanOfWindows(windows), context)
  return { session, signal, windows, statistic }
}

/** The windows of an activity. */
export function windowsOf(alignment: Alignment, edgeRule: EdgeRule): SignalWindows {
  return { ...alignment, edgeRule }
}

/** Shape [windows, bins]. Charges the budget. */
export async function signalValues(
  { signal, windows, statistic }: SignalInWindows,
  context: RequestContext,
): Promise<Float64NdArray> {
  const shape = windowsShape(windows)
  context.budget.chargeCells(shape[0] * shape[1])
  const samples = await samplesOf(signal, context)
  return { shape, data: await summarizeInWindows(samples, windows, statistic) }
}

/** What the values are in; null: not known, or they are counts of samples. */
export async function unitOfValues(
  { session, signal: { source }, statistic }: SignalInWindows,
  context: RequestContext,
): Promise<string | null> {
  return statistic === 'count' ? null : signalUnit(session, source, context)
}

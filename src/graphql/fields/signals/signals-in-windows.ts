import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import {
  type SignalWindows,
  spanOfWindows,
  summarizeInWindows,
  windowsShape,
} from '../../../domain/signals/signal-windows.ts'
import { openSignal, samplesOf } from '../../../request/signals/open-signal.ts'
import type { GraphQLContext } from '../../context.ts'
import type {
  EdgeRule as EdgeRuleName,
  SignalSource as SignalSourceInput,
  SampleStatistic as StatisticName,
} from '../../generated.ts'
import type { ActivityModel, SessionModel, SignalModel } from '../../models.ts'
import { camelCase } from '../camel-case.ts'
import { edgeRuleOf, toSignal } from './signal-arguments.ts'

/** Which signals are wanted in windows, and what becomes of their samples. */
export interface SignalArguments {
  readonly of: readonly SignalSourceInput[]
  readonly statistic: StatisticName
}

/**
 * Signals in windows; null for one that the session does not have. No sample is read until its
 * value is wanted.
 *
 * @throws InvalidArgumentError
 */
export function signalsIn(
  session: SessionModel,
  windows: SignalWindows,
  { of, statistic }: SignalArguments,
  context: GraphQLContext,
): Promise<(SignalModel | null)[]> {
  context.budget.chargeList(of.length)
  const span = spanOfWindows(windows)
  return Promise.all(
    of.map(async (asked) => {
      const signal = await openSignal(session, toSignal(asked), span, context)
      return signal && { session, signal, windows, statistic: camelCase(statistic) }
    }),
  )
}

/** The windows of an activity. */
export function windowsOf({ alignment }: ActivityModel, edgeRule: EdgeRuleName): SignalWindows {
  return { ...alignment, edgeRule: edgeRuleOf[edgeRule] }
}

/** Shape [windows, bins]. Charges the budget. */
export async function signalValues(
  { signal, windows, statistic }: SignalModel,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const shape = windowsShape(windows)
  context.budget.chargeCells(shape[0] * shape[1])
  const samples = await samplesOf(signal, context)
  return { shape, data: await summarizeInWindows(samples, windows, statistic) }
}

/** What the values of a signal are in; null: not known. */
export async function signalUnit(
  { session, signal: { source } }: SignalModel,
  { loaders }: GraphQLContext,
): Promise<string | null> {
  const { path } = source.series
  if (path === undefined) return source.unit
  const stored = await loaders.load(session, 'storedSeries')
  return stored.find((series) => series.path === path)?.unit ?? null
}

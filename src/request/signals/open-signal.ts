import { countSamples } from '../../domain/series/series.ts'
import type { SignalSamples } from '../../domain/signals/signal-samples.ts'
import {
  assertColumn,
  type SignalReference,
  type SignalSource,
  signalSource,
} from '../../domain/signals/signal-source.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { allSamples, columnIfAny, columnOf, openSeries, type SeriesSelection } from '../series.ts'
import { noSuchSeries } from './no-such-series.ts'

/** Where the samples of a signal that may lie in a window are. */
export interface OpenSignal {
  readonly source: SignalSource
  readonly series: SeriesSelection
}

export const wholeSession: TimeSpan = { startTime: -Infinity, stopTime: Infinity }

/**
 * A signal in a span. Null: the session does not have the signal.
 *
 * @throws InvalidArgumentError for a time series, or a column of it, that there is not
 */
export async function openSignal(
  session: CatalogSession,
  reference: SignalReference,
  span: TimeSpan,
  context: RequestContext,
): Promise<OpenSignal | null> {
  const source = signalSource(reference)
  const path = source.series.path ?? null
  const series = await openSeries(
    session,
    source.series.name,
    { ...allSamples, path, span },
    context,
  )
  if ('path' in reference) {
    if (!series) throw await noSuchSeries(session, reference.path, context)
    assertColumn(reference.path, reference.column, series.window.channelCount)
  }
  const has = (column: string) => series?.window.columns.includes(column)
  return series && source.columns.every(has) ? { source, series } : null
}

/** The same, where it must be there. */
export async function needSignal(
  session: CatalogSession,
  reference: SignalReference,
  span: TimeSpan,
  context: RequestContext,
): Promise<OpenSignal> {
  const open = await openSignal(session, reference, span, context)
  if (open) return open
  const { series, columns } = signalSource(reference)
  throw new InvalidArgumentError(
    `This session does not have the signal: its ${series.name} has no ${columns.join(' and ')}. Query { timeSeries { path } } for what it has.`,
  )
}

/** The samples of a signal, and the one before its span. Charges the budget. */
export async function samplesOf(
  { source: { columns, channel, factor }, series }: OpenSignal,
  context: RequestContext,
): Promise<SignalSamples> {
  const widened = fromSampleBefore(channel === null ? series : { ...series, channels: [channel] })
  const [startTimes, stopTimes, ...values] = await Promise.all([
    columnOf(widened, 'time', context),
    columnIfAny(widened, 'endTime', context),
    ...columns.map((column) => columnOf(widened, column, context)),
  ])
  return { startTimes, stopTimes, values: productOf(values, factor) }
}

/** What the values of a signal are in; null: not known. */
export async function signalUnit(
  session: CatalogSession,
  { series, unit }: SignalSource,
  { loaders }: RequestContext,
): Promise<string | null> {
  if (series.path === undefined) return unit
  const stored = await loaders.load(session, 'storedSeries')
  return stored.find(({ path }) => path === series.path)?.unit ?? null
}

/** The sample before a window may have its middle in it. */
function fromSampleBefore(series: SeriesSelection): SeriesSelection {
  const runs = series.window.runs.map(({ from, count }) =>
    from > 0 ? { from: from - 1, count: count + 1 } : { from, count },
  )
  return { ...series, window: { ...series.window, runs, count: countSamples(runs) } }
}

function productOf(columns: readonly Float64Array[], factor: number): Float64Array {
  const [first = new Float64Array(0), ...others] = columns
  if (others.length === 0 && factor === 1) return first
  return first.map((value, sample) =>
    others.reduce((product, column) => product * column[sample], factor * value),
  )
}

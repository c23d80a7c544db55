import { findCrossings } from '../../domain/events/crossings.ts'
import type {
  CrossingsRequest,
  EventSelection,
  EventSourceRequest,
  IntervalEvents,
  OptogeneticFilter,
  TimeSeriesEvents,
} from '../../domain/events/event-request.ts'
import { type EventSource, noValue } from '../../domain/events/event-source.ts'
import { selectEvents } from '../../domain/events/select-events.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { middleTimes, orderSamples } from '../../domain/signals/signal-samples.ts'
import { assertColumn } from '../../domain/signals/signal-source.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import { columnValues, findIntervalTable, passingRows, timesInColumn } from '../interval-tables.ts'
import type { RequestContext } from '../request-context.ts'
import { allSamples, columnOf, openSeries } from '../series.ts'
import { noSuchSeries } from '../signals/no-such-series.ts'
import { needSignal, samplesOf, wholeSession } from '../signals/open-signal.ts'

/** More than any experiment has, and a megabyte of request. */
const MOST_TIMES = 100_000

/**
 * The events of a source, whether or not a filter takes them.
 *
 * @throws InvalidArgumentError
 */
export async function eventSource(
  session: CatalogSession,
  { times, intervals, timeSeries, optogenetic, crossings }: EventSourceRequest,
  context: RequestContext,
): Promise<EventSource> {
  if (intervals) return rowsAsEvents(session, intervals, context)
  if (timeSeries) return samplesAsEvents(session, timeSeries, context)
  if (optogenetic) return lightPulses(await context.loaders.tables(session), optogenetic)
  if (crossings) return crossingsOf(session, crossings, context)
  return givenTimes(times ?? [])
}

/**
 * Positions in their source of the events that pass.
 *
 * @param edges of the bins around each event, in seconds from it
 */
export function selectFromSource(
  { times }: EventSource,
  { excludeInvalidTimes, ...filter }: EventSelection,
  edges: Float64Array,
  { invalidTimes }: SessionTables,
): Int32Array {
  const window = { from: edges[0], to: edges[edges.length - 1], spans: invalidTimes }
  return selectEvents(times, filter, excludeInvalidTimes ? window : null)
}

/** @throws InvalidArgumentError */
export function assertFewTimes(name: string, count: number): void {
  if (count <= MOST_TIMES) return
  throw new InvalidArgumentError(
    `${name} has ${count} entries; at most ${MOST_TIMES} are allowed. Split them into several requests.`,
  )
}

function givenTimes(times: readonly (number | null)[]): EventSource {
  assertFewTimes('times', times.length)
  return { times: Float64Array.from(times, (time) => time ?? Number.NaN), valueAt: noValue }
}

/** Rows that do not pass are events without a time. */
async function rowsAsEvents(
  session: CatalogSession,
  { table: name, column, timesFrom, where, valueColumn }: IntervalEvents,
  context: RequestContext,
): Promise<EventSource> {
  const table = await findIntervalTable(session, name, context)
  const [times, passes, values] = await Promise.all([
    timesInColumn(session, table, column ?? 'start_time', timesFrom === 'START', context),
    passingRows(session, table, where ?? [], context),
    valueColumn == null ? null : columnValues(session, table, valueColumn, context),
  ])
  return {
    times: times.map((time, row) => (passes[row] ? time : Number.NaN)),
    valueAt: values ? (row) => codedValue(values, row) : noValue,
  }
}

/** Samples that are out of the range wanted are events without a time. */
async function samplesAsEvents(
  session: CatalogSession,
  { path, column: requested, min, max }: TimeSeriesEvents,
  context: RequestContext,
): Promise<EventSource> {
  const column = requested ?? 0
  const series = await openSeries(session, 'stored', { ...allSamples, path }, context)
  if (!series) throw await noSuchSeries(session, path, context)
  assertColumn(path, column, series.window.channelCount)
  const [times, values] = await Promise.all([
    columnOf(series, 'time', context),
    columnOf({ ...series, channels: [column] }, 'values', context),
  ])
  const isWanted = (value: number) => (min == null || value >= min) && (max == null || value <= max)
  return {
    times: times.map((time, sample) => (isWanted(values[sample]) ? time : Number.NaN)),
    valueAt: (sample) => (Number.isNaN(values[sample]) ? null : values[sample]),
  }
}

/** Pulses that are not wanted are events without a time. */
function lightPulses(
  { optogeneticEpochs: pulses }: SessionTables,
  { conditions, levels, minDuration, maxDuration }: OptogeneticFilter,
): EventSource {
  if (!pulses) throw new InvalidArgumentError('This session has no table of light pulses.')
  const known = [...new Set(pulses.flatMap(({ condition }) => condition ?? []))]
  for (const condition of conditions ?? []) {
    if (known.includes(condition)) continue
    throw new InvalidArgumentError(
      `No light pulse has the condition "${condition.slice(0, 100)}". Available: ${known.join(', ') || 'none'}.`,
    )
  }
  const times = pulses.map(({ startTime, condition, level, duration }) => {
    const isWanted =
      (!conditions || (condition !== null && conditions.includes(condition))) &&
      (!levels || levels.includes(level)) &&
      (minDuration == null || duration >= minDuration) &&
      (maxDuration == null || duration <= maxDuration)
    return isWanted ? startTime : Number.NaN
  })
  return {
    times: Float64Array.from(times),
    valueAt: (position) => pulses[position]?.condition ?? null,
  }
}

async function crossingsOf(
  session: CatalogSession,
  { of, threshold, hold, minDuration }: CrossingsRequest,
  context: RequestContext,
): Promise<EventSource> {
  const samples = await samplesOf(await needSignal(session, of, wholeSession, context), context)
  const { times, values } = orderSamples(middleTimes(samples), samples.values)
  const crossings = findCrossings(times, values, {
    threshold,
    hold: hold ?? null,
    minDuration: minDuration ?? 0,
  })
  return {
    times: Float64Array.from(crossings, (sample) => times[sample]),
    valueAt: (crossing) => values[crossings[crossing]],
  }
}

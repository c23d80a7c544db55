import { poolIntervals, separateIntervals } from '../../domain/analyses/trains/pool-intervals.ts'
import type {
  TrainResponses,
  TrainSelection,
  TrainSummary,
} from '../../domain/analyses/trains/train-request.ts'
import {
  type Interval,
  type Intervals,
  observedSecondsWithin,
} from '../../domain/analyses/trains/train-runs.ts'
import { valueNamed } from '../../domain/named.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import {
  type Observation,
  observationIn,
  observationUnlessWhole,
  stretchesOfUnit,
} from '../../domain/time/observation.ts'
import { spanOf } from '../../domain/time/time-span.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { type IntervalSelection, selectedIntervals } from './selected-intervals.ts'

/** Spike trains of units, before anything is read of them. */
export interface SpikeTrains {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly unitRows: Uint32Array
  /** in order of time, or, with a row for each, in the order given */
  readonly intervals: readonly Interval[]
  readonly isPerInterval: boolean
  readonly selection: TrainSelection
}

export async function spikeTrains(
  session: CatalogSession,
  unitRows: Uint32Array,
  requested: IntervalSelection & { readonly perInterval: boolean },
  context: RequestContext,
): Promise<SpikeTrains> {
  const tables = await context.loaders.tables(session)
  const given = await selectedIntervals(session, requested, context)
  const intervals = requested.perInterval ? given : poolIntervals(given)
  const rows = requested.perInterval ? separateIntervals(given) : [poolIntervals(given)]
  const observation = await observationUnlessWhole(spanOf(given), tables, () =>
    context.loaders.recordedSpan(session),
  )
  const selection = { unitRows, rows, observation }
  return { session, tables, unitRows, intervals, isPerInterval: requested.perInterval, selection }
}

/** [units], or [intervals, units] */
export function trainsShape({ isPerInterval, selection, unitRows }: SpikeTrains): number[] {
  return isPerInterval ? [selection.rows.length, unitRows.length] : [unitRows.length]
}

/**
 * A summary of the trains; those of one kind are read together.
 *
 * @param cellsEach numbers of each unit in each row
 */
export async function summaryOf<Kind extends keyof TrainResponses>(
  { session, selection }: SpikeTrains,
  summary: TrainSummary & { readonly kind: Kind },
  cellsEach: number,
  { budget, loaders }: RequestContext,
): Promise<TrainResponses[Kind]> {
  const { rows, unitRows } = selection
  budget.chargeCells(cellsEach * rows.length * Math.max(1, unitRows.length))
  const response = await loaders.read(session, 'summarizeTrains', { ...selection, ...summary })
  return valueNamed(response, summary.kind)
}

/** Seconds in which each unit was observed in each row; NaN in a row without an interval. */
export async function trainSeconds(
  { session, tables, selection }: SpikeTrains,
  { loaders }: RequestContext,
): Promise<Float64Array> {
  const { rows, unitRows } = selection
  const window = spanOf(rows.flat())
  if (!window) return new Float64Array(rows.length * unitRows.length).fill(Number.NaN)
  const recordedSpan = () => loaders.recordedSpan(session)
  const observation = await observationIn(window, tables, recordedSpan)
  return Float64Array.from(rows.flatMap((intervals) => secondsOf(intervals, unitRows, observation)))
}

function secondsOf(intervals: Intervals, unitRows: Uint32Array, observation: Observation) {
  if (intervals.length === 0) return Array.from(unitRows, () => Number.NaN)
  const known = new Map<unknown, number>()
  return Array.from(unitRows, (row) => {
    const stretches = stretchesOfUnit(observation, row)
    const seconds = known.get(stretches) ?? observedSecondsWithin(intervals, stretches)
    known.set(stretches, seconds)
    return seconds
  })
}

/** The same numbers, NaN in the rows without an interval. */
export function withoutEmptyRows<Numbers extends Float64Array | Uint32Array<ArrayBuffer>>(
  numbers: Numbers,
  rows: readonly Intervals[],
): Numbers | Float64Array {
  if (rows.every(({ length }) => length > 0)) return numbers
  const cells = numbers.length / rows.length
  const known = Float64Array.from(numbers)
  rows.forEach(({ length }, row) => {
    if (length === 0) known.fill(Number.NaN, row * cells, (row + 1) * cells)
  })
  return known
}

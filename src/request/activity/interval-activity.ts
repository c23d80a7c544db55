import type { AlignedCountsRequest } from '../../domain/alignment/align-request.ts'
import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import type { WholeAlignment } from '../../domain/alignment/alignment.ts'
import { alignToIntervals, intervalRates } from '../../domain/alignment/interval-rates.ts'
import { withoutUnknown } from '../../domain/alignment/unknown-counts.ts'
import type { CountNdArray, Float64NdArray } from '../../domain/counting/nd-array.ts'
import { valueNamed } from '../../domain/named.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'

/** Intervals in the order given, and the units that are counted in them. */
export interface IntervalActivityRequest {
  readonly intervals: readonly { readonly start: number; readonly stop: number }[]
  readonly units: UnitFilter
}

/** Activity in intervals, before anything is counted. */
export interface IntervalActivity {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly alignment: WholeAlignment
  /** rows of the units that are the columns, in order */
  readonly unitRows: Uint32Array
  readonly counts: AlignedCountsRequest
  /** as it was made */
  readonly requested: IntervalActivityRequest
}

/** @throws what the unit filter throws */
export async function intervalActivity(
  session: CatalogSession,
  requested: IntervalActivityRequest,
  { loaders, selections }: RequestContext,
): Promise<IntervalActivity> {
  const tables = await loaders.tables(session)
  const alignment = alignToIntervals(requested.intervals)
  const unitRows = selections.rows(tables, requested.units)
  const counts = { kind: 'counts', alignment, unitRows } as const
  return { session, tables, alignment, unitRows, counts, requested }
}

/** [intervals, units] */
export const intervalShape = ({ alignment, unitRows }: IntervalActivity): [number, number] => [
  alignment.startTimes.length,
  unitRows.length,
]

/** Charges the budget. */
export async function countsInIntervals(
  activity: IntervalActivity,
  { budget, loaders }: RequestContext,
): Promise<CountNdArray> {
  const [intervals, units] = intervalShape(activity)
  budget.chargeCopy(activity.counts, intervals * Math.max(1, units))
  const result = await loaders.read(activity.session, 'alignSpikes', activity.counts)
  const { counts } = valueNamed(result, activity.counts.kind)
  return { shape: [intervals, units], data: withoutUnknown(activity.alignment, counts, units) }
}

/** Over the time in which each unit was observed, in Hz. */
export async function ratesInIntervals(
  activity: IntervalActivity,
  context: RequestContext,
): Promise<Float64NdArray> {
  const { session, tables, alignment, unitRows } = activity
  const [observation, { shape, data }] = await Promise.all([
    observationUnlessWhole(alignedWindow(alignment), tables, () =>
      context.loaders.recordedSpan(session),
    ),
    countsInIntervals(activity, context),
  ])
  return { shape, data: intervalRates(alignment, data, unitRows, observation) }
}

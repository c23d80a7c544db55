import type {
  AlignedCountsRequest,
  AlignedSpikes,
  AlignedSpikesRequest,
  GroupStatisticsRequest,
} from '../../domain/alignment/align-request.ts'
import { type Alignment, binCount, presentationCount } from '../../domain/alignment/alignment.ts'
import { withoutUnknown } from '../../domain/alignment/unknown-counts.ts'
import type { CountNdArray } from '../../domain/counting/nd-array.ts'
import { valueNamed } from '../../domain/named.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { groupsOf } from '../../domain/stimuli/grouped-presentations.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'

/**
 * Spike counts, means, deviations and the numbers of presentations are read, and held, together.
 */
export const STATISTICS_READ = 4

/** While they are gathered and put in order, a spike takes some 70 bytes, and its text 50. */
const CELLS_A_SPIKE = 16

/**
 * Spikes around moments, or within intervals. Its requests are made once, so that whatever needs
 * one of them gets the same response.
 */
export interface Activity {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly alignment: Alignment
  /** rows of the units that are the columns, in order */
  readonly unitRows: Uint32Array
  readonly counts: AlignedCountsRequest
  /** spikes of each unit in all windows together */
  readonly totals: GroupStatisticsRequest
  readonly spikes: AlignedSpikesRequest
}

/** Activity of some units. Nothing of it is read until it is wanted. */
export function activityOf(
  session: CatalogSession,
  tables: SessionTables,
  alignment: Alignment,
  unitRows: Uint32Array,
): Activity {
  return {
    session,
    tables,
    alignment,
    unitRows,
    counts: { kind: 'counts', alignment, unitRows },
    totals: totalsOf(alignment, unitRows),
    spikes: { kind: 'spikes', alignment, unitRows },
  }
}

/**
 * Of all presentations in one: a number per unit is held, where counts would be one
 * for each presentation as well.
 */
function totalsOf(alignment: Alignment, unitRows: Uint32Array): GroupStatisticsRequest {
  const groups = groupsOf(new Int32Array(presentationCount(alignment)), 1)
  const common = { groups, observation: null, unitRows }
  if (alignment.kind === 'whole') {
    return { kind: 'presentationStatistics', alignment, perSecond: false, ...common }
  }
  const { edges } = alignment
  const ends = Float64Array.of(edges[0], edges[edges.length - 1])
  return { kind: 'binStatistics', alignment: { ...alignment, edges: ends }, ...common }
}

/** [presentations, bins, units] */
export function activityShape({ alignment, unitRows }: Activity): [number, number, number] {
  return [presentationCount(alignment), binCount(alignment), unitRows.length]
}

/** Charges the budget. */
export async function countsOf(
  activity: Activity,
  { budget, loaders }: RequestContext,
): Promise<CountNdArray> {
  const shape = activityShape(activity)
  const [presentations, bins, units] = shape
  // At least one per bin: without units there is still a list to write.
  budget.chargeCopy(activity.counts, presentations * bins * Math.max(1, units))
  const result = await loaders.read(activity.session, 'alignSpikes', activity.counts)
  const { counts } = valueNamed(result, activity.counts.kind)
  return { shape, data: withoutUnknown(activity.alignment, counts, units) }
}

/** How many spikes there are. */
export async function spikeCountOf(
  { session, unitRows, totals }: Activity,
  { budget, loaders }: RequestContext,
): Promise<number> {
  budget.chargeShared(totals, STATISTICS_READ * Math.max(1, unitRows.length))
  const result = await loaders.read(session, 'alignSpikes', totals)
  const { spikeCounts } = valueNamed(result, totals.kind)
  return spikeCounts.reduce((sum, ofUnit) => sum + ofUnit, 0)
}

/** Counted first: what they will cost is known only then. */
export async function spikesOf(
  activity: Activity,
  context: RequestContext,
): Promise<AlignedSpikes> {
  const { session, spikes } = activity
  const { budget, loaders } = context
  budget.chargeShared(spikes, CELLS_A_SPIKE * (await spikeCountOf(activity, context)))
  return valueNamed(await loaders.read(session, 'alignSpikes', spikes), spikes.kind)
}

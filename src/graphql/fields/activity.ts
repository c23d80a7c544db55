import type {
  AlignedCounts,
  AlignedSpikes,
  AlignRequest,
  GroupStatistics,
} from '../../domain/alignment/align-request.ts'
import { type Alignment, binCount, presentationCount } from '../../domain/alignment/alignment.ts'
import { withoutUnknown } from '../../domain/alignment/unknown-counts.ts'
import { binCentres } from '../../domain/counting/bin-edges.ts'
import type { CountNdArray } from '../../domain/counting/nd-array.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { groupsOf } from '../../domain/stimuli/grouped-presentations.ts'
import type { GraphQLContext } from '../context.ts'
import type { ActivityModel, SessionModel } from '../models.ts'
import { encodeArray } from './encode-array.ts'
import { unitColumns } from './unit-columns.ts'

/**
 * Spike counts, means, deviations and the numbers of presentations are read, and held, together.
 */
export const STATISTICS_READ = 4

/** While they are gathered and put in order, a spike takes some 70 bytes, and its text 50. */
const CELLS_A_SPIKE = 16

/** Activity of some units. Nothing of it is read until it is wanted. */
export function activityOf(
  session: SessionModel,
  tables: SessionTables,
  alignment: Alignment,
  unitRows: Uint32Array,
): ActivityModel {
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
 * Of all presentations in one: a number a unit is held, where counts would be one
 * for each presentation as well.
 */
function totalsOf(alignment: Alignment, unitRows: Uint32Array): AlignRequest {
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
export function activityShape({ alignment, unitRows }: ActivityModel): [number, number, number] {
  return [presentationCount(alignment), binCount(alignment), unitRows.length]
}

/** The fields of whatever has spikes around moments. */
export const activityFields = {
  shape: (activity: ActivityModel) => activityShape(activity),

  anchorTimes({ alignment }: ActivityModel, _args: object, { budget }: GraphQLContext) {
    budget.chargeCells(alignment.startTimes.length)
    return alignment.startTimes
  },

  ...unitColumns,

  edges({ alignment }: ActivityModel, _args: object, { budget }: GraphQLContext) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return alignment.edges
  },

  binCentres({ alignment }: ActivityModel, _args: object, { budget }: GraphQLContext) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return binCentres(alignment.edges)
  },

  counts: (activity: ActivityModel, _args: object, context: GraphQLContext) =>
    countsOf(activity, context),

  async data(activity: ActivityModel, _args: object, context: GraphQLContext) {
    const { data, shape } = await countsOf(activity, context)
    return encodeArray(data, shape)
  },

  spikes: (activity: ActivityModel) => activity,
}

/** Charges the budget. */
export async function countsOf(
  activity: ActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<CountNdArray> {
  const shape = activityShape(activity)
  const [presentations, bins, units] = shape
  // At least one a bin: without units there is still a list to write.
  budget.chargeCopy(activity.counts, presentations * bins * Math.max(1, units))
  const { counts } = await loaders.aligned<AlignedCounts>(activity.session, activity.counts)
  return { shape, data: withoutUnknown(activity.alignment, counts, units) }
}

/** How many spikes there are. */
export async function spikeCountOf(
  { session, unitRows, totals }: ActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<number> {
  budget.chargeShared(totals, STATISTICS_READ * Math.max(1, unitRows.length))
  const { spikeCounts } = await loaders.aligned<GroupStatistics>(session, totals)
  return spikeCounts.reduce((sum, ofUnit) => sum + ofUnit, 0)
}

/** Counted first: what they will cost is known only then. */
export async function spikesOf(
  activity: ActivityModel,
  context: GraphQLContext,
): Promise<AlignedSpikes> {
  const { session, spikes } = activity
  const { budget, loaders } = context
  budget.chargeShared(spikes, CELLS_A_SPIKE * (await spikeCountOf(activity, context)))
  return loaders.aligned<AlignedSpikes>(session, spikes)
}

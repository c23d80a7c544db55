import type {
  AlignedCounts,
  AlignedSpikes as AlignedSpikesAnswer,
  GroupStatistics,
} from '../../domain/alignment/align-request.ts'
import { withoutUnknown } from '../../domain/alignment/unknown-counts.ts'
import { binCentres } from '../../domain/counting/bin-edges.ts'
import type { CountNdArray } from '../../domain/counting/nd-array.ts'
import type { Grouping } from '../../domain/stimuli/presentation-grouping.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { GraphQLContext } from '../context.ts'
import { alignedShape, gridActivity, groupActivity } from '../fields/aligned-activity.ts'
import { encodeArray } from '../fields/encode-array.ts'
import { fieldsBelow } from '../fields/fields-below.ts'
import { STATISTICS_READ } from '../fields/group-statistics.ts'
import { unitColumns } from '../fields/unit-columns.ts'
import type {
  AlignedActivityResolvers,
  AlignedSpikesResolvers,
  PresentationGrouping,
} from '../generated.ts'
import type { AlignedActivityModel } from '../models.ts'

/** While they are gathered and put in order, a spike takes some 70 bytes, and its text 50. */
const CELLS_A_SPIKE = 16

export const AlignedActivity: AlignedActivityResolvers = {
  shape: (activity) => alignedShape(activity),

  presentationIds({ ids }, _args, { budget }) {
    budget.chargeList(ids.length)
    return Array.from(ids, String)
  },

  startTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.startTimes[id])
  },

  stopTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.stopTimes[id])
  },

  ...unitColumns,

  edges({ alignment }, _args, { budget }) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return alignment.edges
  },

  binCentres({ alignment }, _args, { budget }) {
    if (alignment.kind === 'whole') return null
    budget.chargeCells(alignment.edges.length)
    return binCentres(alignment.edges)
  },

  counts: (activity, _args, context) => countsOf(activity, context),

  async data(activity, _args, context) {
    const { data, shape } = await countsOf(activity, context)
    return encodeArray(data, shape)
  },

  spikes: (activity) => activity,

  async groups(activity, { by, parameters }, context, info) {
    const groups = await groupActivity(activity, groupingOf(by, parameters ?? null), context)
    context.budget.chargeList(groups.length, fieldsBelow(info))
    return groups
  },

  grid: (activity, { parameters }, context) => gridActivity(activity, parameters, context),
}

export const AlignedSpikes: AlignedSpikesResolvers = {
  count: (activity, _args, context) => spikeCountOf(activity, context),
  spikeTimes: async (activity, _args, context) => (await spikesOf(activity, context)).spikeTimes,
  presentationIndexes: async (activity, _args, context) =>
    (await spikesOf(activity, context)).presentations,
  unitIndexes: async (activity, _args, context) => (await spikesOf(activity, context)).columns,
  timesSinceStart: async (activity, _args, context) =>
    (await spikesOf(activity, context)).timesSinceStart,
}

async function spikeCountOf(
  { session, unitRows, totals }: AlignedActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<number> {
  budget.chargeShared(totals, STATISTICS_READ * Math.max(1, unitRows.length))
  const { spikeCounts } = await loaders.aligned<GroupStatistics>(session, totals)
  return spikeCounts.reduce((sum, ofUnit) => sum + ofUnit, 0)
}

/** Counted first: what they will cost is known only then. */
async function spikesOf(
  activity: AlignedActivityModel,
  context: GraphQLContext,
): Promise<AlignedSpikesAnswer> {
  const { session, spikes } = activity
  const { budget, loaders } = context
  budget.chargeShared(spikes, CELLS_A_SPIKE * (await spikeCountOf(activity, context)))
  return loaders.aligned<AlignedSpikesAnswer>(session, spikes)
}

async function countsOf(
  activity: AlignedActivityModel,
  { budget, loaders }: GraphQLContext,
): Promise<CountNdArray> {
  const shape = alignedShape(activity)
  const [presentations = 0, bins = 0, units = 0] = shape
  // At least one a bin: without units there is still a list to write.
  budget.chargeCopy(activity.counts, presentations * bins * Math.max(1, units))
  const { counts } = await loaders.aligned<AlignedCounts>(activity.session, activity.counts)
  return { shape, data: withoutUnknown(activity.alignment, counts, units) }
}

const groupings = {
  ALL: { by: 'all' },
  STIMULUS: { by: 'stimulus' },
  EPOCH: { by: 'epoch' },
  CONDITION: { by: 'condition' },
} as const

function groupingOf(
  by: readonly PresentationGrouping[],
  names: readonly string[] | null,
): Grouping {
  if (names && !by.includes('PARAMETERS')) {
    throw new InvalidArgumentError(
      `by is ${by.join(', ')}; parameters can only be used with by: PARAMETERS.`,
    )
  }
  return by.map((key) =>
    key === 'PARAMETERS' ? { by: 'parameters', names: names ?? [] } : groupings[key],
  )
}

import type {
  AlignedCounts,
  AlignedSpikes as AlignedSpikesAnswer,
} from '../../domain/aligned-activity.ts'
import { binCentres } from '../../domain/bin-edges.ts'
import type { CountNdArray } from '../../domain/nd-array.ts'
import type { Grouping } from '../../domain/presentation-grouping.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { alignedShape, groupActivity } from '../aligned-activity.ts'
import type { GraphQLContext } from '../context.ts'
import { encodeArray } from '../encode-array.ts'
import { fieldsBelow } from '../fields-below.ts'
import type {
  AlignedActivityResolvers,
  AlignedSpikesResolvers,
  PresentationGrouping,
} from '../generated.ts'
import type { AlignedActivityModel } from '../models.ts'
import { unitColumns } from '../unit-columns.ts'

/** Times, presentation, unit, and time since the start. */
const CELLS_A_SPIKE = 4

export const AlignedActivity: AlignedActivityResolvers = {
  shape: (activity) => alignedShape(activity),

  presentationIds({ ids }, _args, { budget }) {
    budget.chargeList(ids.length)
    return Array.from(ids, String)
  },

  startTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.startTimes[id] as number)
  },

  stopTimes({ list, ids }, _args, { budget }) {
    budget.chargeCells(ids.length)
    return Float64Array.from(ids, (id) => list.stopTimes[id] as number)
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

  async spikes({ session, ids, unitRows, windowCounts, spikes }, _args, { budget, loaders }) {
    budget.chargeSummary(windowCounts, ids.length * Math.max(1, unitRows.length))
    const { counts } = await loaders.aligned<AlignedCounts>(session, windowCounts)
    let spikeCount = 0
    for (let cell = 0; cell < counts.length; cell++) spikeCount += counts[cell] as number
    budget.chargeCells(CELLS_A_SPIKE * spikeCount)
    return loaders.aligned<AlignedSpikesAnswer>(session, spikes)
  },

  async groups(activity, { by, parameters }, context, info) {
    const groups = await groupActivity(activity, groupingOf(by, parameters ?? null), context)
    context.budget.chargeList(groups.length, fieldsBelow(info))
    return groups
  },
}

export const AlignedSpikes: AlignedSpikesResolvers = {
  count: ({ spikeTimes }) => spikeTimes.length,
  presentationIndexes: ({ presentations }) => presentations,
  unitIndexes: ({ columns }) => columns,
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
  return { shape, data: counts }
}

const groupings = {
  ALL: { by: 'all' },
  STIMULUS: { by: 'stimulus' },
  EPOCH: { by: 'epoch' },
  CONDITION: { by: 'condition' },
} as const

function groupingOf(by: PresentationGrouping, names: readonly string[] | null): Grouping {
  if (by === 'PARAMETERS') return { by: 'parameters', names: names ?? [] }
  if (names) {
    throw new InvalidArgumentError(`by is ${by}; parameters go with by: PARAMETERS.`)
  }
  return groupings[by]
}

import { currentSourceDensity } from '../../../domain/analyses/lfp/current-source-density.ts'
import { binCentres } from '../../../domain/counting/bin-edges.ts'
import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import {
  type AlignedLfpSelection,
  readAlignedLfp,
  readAroundSpikes,
  readLfpSpectra,
  readLfpStatistics,
} from '../../../request/analyses/lfp.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { groupingOf, presentationGroupFields } from '../../fields/presentation-grouping.ts'
import {
  averageEvents,
  channelSpacing,
  groupLfp,
  lfpChannelIds,
} from '../../fields/signals/aligned-lfp.ts'
import type {
  AlignedLfpResolvers,
  EventLfpResolvers,
  LfpAverageResolvers,
  LfpGroupResolvers,
  LfpSpectrumResolvers,
  LfpStatistic,
  SpikeTriggeredLfpResolvers,
} from '../../generated.ts'
import type { LfpAverageModel } from '../../models.ts'

/** The fields of whatever has LFP around events. */
const alignedFields = {
  startTimes({ lfp: { request } }: Aligned, _args: object, { budget }: GraphQLContext) {
    budget.chargeCells(request.startTimes.length)
    return request.startTimes
  },

  channelIds: ({ lfp }: Aligned, _args: object, context: GraphQLContext) =>
    lfpChannelIds(lfp, context),

  edges: ({ lfp: { request } }: Aligned) => request.edges,
  binCentres: ({ lfp: { request } }: Aligned) => binCentres(request.edges),
  shape: ({ lfp }: Aligned) => shapeOf(lfp),

  async values({ lfp }: Aligned, _args: object, context: GraphQLContext) {
    return { shape: shapeOf(lfp), data: await readAlignedLfp(lfp, context) }
  },

  async data({ lfp }: Aligned, _args: object, context: GraphQLContext) {
    return encodeArray(await readAlignedLfp(lfp, context), shapeOf(lfp))
  },
}

interface Aligned {
  readonly lfp: AlignedLfpSelection
}

/** [events, bins, channels] */
function shapeOf({ request }: AlignedLfpSelection): number[] {
  return [request.startTimes.length, request.edges.length - 1, request.channels.length]
}

export const AlignedLfp: AlignedLfpResolvers = {
  presentationIds({ ids }, _args, { budget }) {
    budget.chargeList(ids.length)
    return Array.from(ids, String)
  },

  ...alignedFields,

  async groups(aligned, { by, parameters }, context, info) {
    const groups = await groupLfp(aligned, groupingOf(by, parameters ?? null), context)
    context.budget.chargeList(groups.length, fieldsBelow(info))
    return groups
  },
}

export const EventLfp: EventLfpResolvers = {
  sourceIndexes({ sourceIndexes }, _args, { budget }) {
    budget.chargeCells(sourceIndexes.length)
    return sourceIndexes
  },

  ...alignedFields,
  average: (events) => averageEvents(events),
}

export const LfpGroup: LfpGroupResolvers = presentationGroupFields

export const LfpAverage: LfpAverageResolvers = {
  shape: (average) => averageShape(average),

  async eventCounts(average, _args, context) {
    const { eventCounts } = await statisticsOf(average, context)
    const [from, to] = rangeOf(average)
    return { shape: averageShape(average), data: eventCounts.subarray(from, to) }
  },

  mean: (average, _args, context) => statisticOf(average, 'MEAN', context),

  standardDeviation: (average, _args, context) =>
    statisticOf(average, 'STANDARD_DEVIATION', context),

  standardError: (average, _args, context) => statisticOf(average, 'STANDARD_ERROR', context),

  async data(average, { statistic }, context) {
    const { shape, data } = await statisticOf(average, statistic, context)
    return encodeArray(data, shape)
  },

  async currentSourceDensity(average, { spacing, conductivity }, context) {
    const micrometres = spacing ?? channelSpacing(average)
    if (!(micrometres > 0 && Number.isFinite(micrometres))) {
      throw new InvalidArgumentError(`spacing is ${micrometres}; it must be above 0 µm.`)
    }
    const { shape, data } = await statisticOf(average, 'MEAN', context)
    const [, channels = 0] = shape
    return { shape, data: currentSourceDensity(data, channels, micrometres * 1e-6, conductivity) }
  },
}

export const SpikeTriggeredLfp: SpikeTriggeredLfpResolvers = {
  unit: ({ session, tables, row }) => ({ session, tables, row }),
  channelIds: ({ lfp }, _args, context) => lfpChannelIds(lfp, context),
  spikeCount: ({ request }) => request.spikeTimes.length,

  usedSpikeCount: async ({ lfp, request }, _args, context) =>
    (await readAroundSpikes(lfp, request, context)).usedSpikeCount,

  times: async ({ lfp, request }, _args, context) =>
    (await readAroundSpikes(lfp, request, context)).times,

  async shape({ lfp, request }, _args, context) {
    const { times } = await readAroundSpikes(lfp, request, context)
    return [times.length, request.channels.length]
  },

  async mean({ lfp, request }, _args, context) {
    const { times, means } = await readAroundSpikes(lfp, request, context)
    return { shape: [times.length, request.channels.length], data: means }
  },

  async data({ lfp, request }, _args, context) {
    const { times, means } = await readAroundSpikes(lfp, request, context)
    return encodeArray(means, [times.length, request.channels.length])
  },
}

export const LfpSpectrum: LfpSpectrumResolvers = {
  channelIds: ({ lfp }, _args, context) => lfpChannelIds(lfp, context),

  frequencies: async ({ lfp, request }, _args, context) =>
    (await readLfpSpectra(lfp, request, context)).frequencies,

  segmentCounts: async ({ lfp, request }, _args, context) =>
    (await readLfpSpectra(lfp, request, context)).segmentCounts,

  async shape({ lfp, request }, _args, context) {
    const { frequencies } = await readLfpSpectra(lfp, request, context)
    return [frequencies.length, request.channels.length]
  },

  async power({ lfp, request }, _args, context) {
    const { frequencies, power } = await readLfpSpectra(lfp, request, context)
    return { shape: [frequencies.length, request.channels.length], data: power }
  },

  async data({ lfp, request }, _args, context) {
    const { frequencies, power } = await readLfpSpectra(lfp, request, context)
    return encodeArray(power, [frequencies.length, request.channels.length])
  },
}

/** [bins, channels] */
function averageShape({ statistics: { request } }: LfpAverageModel): number[] {
  return [request.edges.length - 1, request.channels.length]
}

/** Where the values of a group lie among those of all; the second is not included. */
function rangeOf(average: LfpAverageModel): [number, number] {
  const cells = averageShape(average).reduce((product, length) => product * length, 1)
  return [average.group * cells, (average.group + 1) * cells]
}

function statisticsOf(average: LfpAverageModel, context: GraphQLContext) {
  const [from, to] = rangeOf(average)
  context.budget.chargeCells(to - from)
  return readLfpStatistics(average.statistics, context)
}

async function statisticOf(
  average: LfpAverageModel,
  statistic: LfpStatistic,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const { means, standardDeviations, eventCounts } = await statisticsOf(average, context)
  const [from, to] = rangeOf(average)
  const shape = averageShape(average)
  if (statistic === 'MEAN') return { shape, data: means.subarray(from, to) }
  const deviations = standardDeviations.subarray(from, to)
  if (statistic === 'STANDARD_DEVIATION') return { shape, data: deviations }
  return {
    shape,
    data: deviations.map((deviation, cell) => deviation / Math.sqrt(eventCounts[from + cell])),
  }
}

import { binCentres } from '../../../domain/counting/bin-edges.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { alignedLfpExport } from '../../../exports/lfp/aligned-lfp.ts'
import { lfpSourceDensityExport, lfpStatisticsExport } from '../../../exports/lfp/lfp-statistics.ts'
import {
  groupLfp,
  lfpAverageShape,
  lfpEventCounts,
  lfpStatisticOf,
  sourceDensityOf,
} from '../../../request/analyses/aligned-lfp.ts'
import {
  type AlignedLfpSelection,
  readAlignedLfp,
  readAroundSpikes,
  readLfpSpectra,
} from '../../../request/analyses/lfp.ts'
import type { GraphQLContext } from '../../context.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { groupingOf, presentationGroupFields } from '../../fields/presentation-grouping.ts'
import { lfpChannelIds } from '../../fields/signals/aligned-lfp.ts'
import type {
  AlignedLfpResolvers,
  ArrayFormat,
  EventLfpResolvers,
  LfpAverageResolvers,
  LfpGroupResolvers,
  LfpSpectrumResolvers,
  SpikeTriggeredLfpResolvers,
} from '../../generated.ts'
import type { AlignedLfpModel, EventLfpModel, LfpAverageModel } from '../../models.ts'

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

  href: (
    { session, request }: Aligned,
    { format }: { readonly format: ArrayFormat },
    { loaders }: GraphQLContext,
  ) => exportHref(alignedLfpExport, session, request, fileFormatOf[format], loaders),
}

type Aligned = AlignedLfpModel | EventLfpModel

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

  async groups(activity, { by, parameters }, context, info) {
    const groups = await groupLfp(activity, groupingOf(by, parameters ?? null), context)
    context.budget.chargeList(groups.members.length, fieldsBelow(info))
    const { grouping, conditions } = groups
    return groups.members.map((members, group) => {
      const average = { ...groups, group }
      return { activity, grouping, conditions, members, average }
    })
  },

  groupsHref({ session, request }, { by, parameters, statistic, format }, { loaders }) {
    const grouping = groupingOf(by, parameters ?? null)
    const statistics = { ...request, grouping, group: null, statistic }
    return exportHref(lfpStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },
}

export const EventLfp: EventLfpResolvers = {
  sourceIndexes({ sourceIndexes }, _args, { budget }) {
    budget.chargeCells(sourceIndexes.length)
    return sourceIndexes
  },

  ...alignedFields,
  async average(events, _args, context) {
    const groups = await groupLfp(events, [{ by: 'all' }], context)
    return { ...groups, group: 0 }
  },
}

export const LfpGroup: LfpGroupResolvers = presentationGroupFields

export const LfpAverage: LfpAverageResolvers = {
  shape: (average) => [...lfpAverageShape(average)],
  eventCounts: (average, _args, context) => lfpEventCounts(average, context),
  mean: (average, _args, context) => lfpStatisticOf(average, 'MEAN', context),

  standardDeviation: (average, _args, context) =>
    lfpStatisticOf(average, 'STANDARD_DEVIATION', context),

  standardError: (average, _args, context) => lfpStatisticOf(average, 'STANDARD_ERROR', context),

  async data(average, { statistic }, context) {
    const { shape, data } = await lfpStatisticOf(average, statistic, context)
    return encodeArray(data, [...shape])
  },

  currentSourceDensity: (average, { spacing, conductivity }, context) =>
    sourceDensityOf(average, { spacing: spacing ?? null, conductivity }, context),

  href(average, { statistic, format }, { loaders }) {
    const request = { ...groupRequest(average), statistic }
    const { session } = average.aligned
    return exportHref(lfpStatisticsExport, session, request, fileFormatOf[format], loaders)
  },

  currentSourceDensityHref(average, { spacing, conductivity, format }, { loaders }) {
    const request = { ...groupRequest(average), spacing: spacing ?? null, conductivity }
    const { session } = average.aligned
    return exportHref(lfpSourceDensityExport, session, request, fileFormatOf[format], loaders)
  },
}

const groupRequest = ({ aligned, grouping, group }: LfpAverageModel) => ({
  ...aligned.request,
  grouping,
  group,
})

export const SpikeTriggeredLfp: SpikeTriggeredLfpResolvers = {
  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
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
  href: ({ addressIn }, { format }) => addressIn(fileFormatOf[format]),
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

// Columns of units over a group: latencies of first spikes, and peaks of the mean.
import type { FirstSpikeSummaries } from '../../../domain/alignment/align-request.ts'
import type { ResponsePeaks as Peaks } from '../../../domain/analyses/response-peaks.ts'
import { firstSpikeStatistics } from '../../../request/activity/first-spikes.ts'
import { responsePeaks } from '../../../request/activity/response-peaks.ts'
import type { GraphQLContext } from '../../context.ts'
import { chargeGroup } from '../../fields/activity/group-fields.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { FirstSpikeStatisticsResolvers, ResponsePeaksResolvers } from '../../generated.ts'
import type { FirstSpikeStatisticsModel, ResponsePeaksModel } from '../../models.ts'

export const FirstSpikeStatistics: FirstSpikeStatisticsResolvers = {
  medians: (model, _args, context) => firstSpikeColumn(model, 'medians', context),
  lowerQuartiles: (model, _args, context) => firstSpikeColumn(model, 'lowerQuartiles', context),
  upperQuartiles: (model, _args, context) => firstSpikeColumn(model, 'upperQuartiles', context),
  respondedCounts: (model, _args, context) => firstSpikeColumn(model, 'respondedCounts', context),
  href: ({ addressIn }, { format, allGroups }) => addressIn(fileFormatOf[format], allGroups),
}

export const ResponsePeaks: ResponsePeaksResolvers = {
  peaks: (model, _args, context) => peakColumn(model, 'peaks', context),
  timesToPeak: (model, _args, context) => peakColumn(model, 'timesToPeak', context),
  halfRiseTimes: (model, _args, context) => peakColumn(model, 'halfRiseTimes', context),
  href: ({ addressIn }, { format, allGroups }) => addressIn(fileFormatOf[format], allGroups),
}

async function firstSpikeColumn<Name extends keyof FirstSpikeSummaries>(
  { group, options }: FirstSpikeStatisticsModel,
  name: Name,
  context: GraphQLContext,
): Promise<FirstSpikeSummaries[Name]> {
  const ofAll = (await firstSpikeStatistics(group, options, context))[name]
  const units = group.activity.unitRows.length
  return ofAll.subarray(group.group * units, (group.group + 1) * units) as typeof ofAll
}

async function peakColumn(
  { group, options }: ResponsePeaksModel,
  name: keyof Peaks,
  context: GraphQLContext,
): Promise<Float64Array> {
  chargeGroup(group, context)
  return (await responsePeaks(group, group.group, options, context))[name]
}

// Columns of units over a group: latencies of first spikes, and peaks of the mean.
import type { FirstSpikeSummaries } from '../../../domain/alignment/align-request.ts'
import type { ResponsePeaks as Peaks } from '../../../domain/analyses/response-peaks.ts'
import type { OfGroups } from '../../../exports/activity/group-columns.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import type { ExportKind } from '../../../exports/export-kind.ts'
import { firstSpikeStatistics } from '../../../request/activity/first-spikes.ts'
import { responsePeaks } from '../../../request/activity/response-peaks.ts'
import type { Loaders } from '../../../request/loaders.ts'
import type { GraphQLContext } from '../../context.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { FirstSpikeStatisticsResolvers, ResponsePeaksResolvers } from '../../generated.ts'
import type {
  FirstSpikeStatisticsModel,
  GroupColumnsModel,
  GroupModel,
  ResponsePeaksModel,
} from '../../models.ts'

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
  return (await firstSpikeStatistics(group, options, context))[name]
}

async function peakColumn(
  { group, options }: ResponsePeaksModel,
  name: keyof Peaks,
  context: GraphQLContext,
): Promise<Float64Array> {
  return (await responsePeaks(group, options, context))[name]
}

/**
 * Columns of a group, and where they, or those of all groups, can be downloaded.
 *
 * @param request of the group's activity
 */
export function groupColumns<By, Request, Options>(
  kind: ExportKind<Request & OfGroups<By, Options>>,
  group: GroupModel & { readonly grouping: By },
  request: Request,
  options: Options,
  loaders: Loaders,
): GroupColumnsModel<Options> {
  return {
    group,
    options,
    addressIn: (format, allGroups) =>
      exportHref(
        kind,
        group.activity.session,
        { ...request, grouping: group.grouping, group: allGroups ? null : group.group, options },
        format,
        loaders,
      ),
  }
}

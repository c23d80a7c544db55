import type { GroupingKey } from '../../../domain/stimuli/presentation-grouping.ts'
import { activityStatisticsExport } from '../../../exports/activity/activity-statistics.ts'
import { firstSpikeStatistics } from '../../../exports/activity/first-spike-statistics.ts'
import { responsePeaks } from '../../../exports/activity/response-peaks.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { groupFields, observedCounts } from '../../fields/activity/group-fields.ts'
import { toPeakRequest } from '../../fields/activity/peak-arguments.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { presentationGroupFields } from '../../fields/presentation-grouping.ts'
import type { ActivityGroupResolvers } from '../../generated.ts'
import type { ActivityGroupModel } from '../../models.ts'
import { groupColumns } from './group-columns.ts'

export const ActivityGroup: ActivityGroupResolvers = {
  ...presentationGroupFields,
  ...groupFields,
  firstSpikes: async (group, window, { loaders }) =>
    groupColumns(
      firstSpikeStatistics.ofPresentations,
      group,
      group.activity.request,
      window,
      loaders,
    ),

  responsePeaks: async (group, window, { loaders }) =>
    groupColumns(
      responsePeaks.ofPresentations,
      group,
      group.activity.request,
      toPeakRequest(window),
      loaders,
    ),

  observedPresentationCounts: (group, _args, context) => observedCounts(group, context),

  href({ activity, grouping, group }, { statistic, unit, format }, { loaders }) {
    const { session, request } = activity
    const statistics = { ...request, grouping, group, statistic, unit }
    return exportHref(activityStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },

  condition(group) {
    const { activity, conditions } = group
    if (!isGroupedBy(group, 'condition') || !conditions) return null
    const { session, tables, list } = activity
    return { session, tables, list, conditions, id: conditionOf(group) }
  },

  epoch(group) {
    if (!isGroupedBy(group, 'epoch')) return null
    const { session, tables, ids, list } = group.activity
    const { members } = group
    const epoch = tables.epochs[list.epochIndexes[ids[members[0]]]]
    return epoch ? { session, tables, epoch } : null
  },
}

function isGroupedBy({ grouping }: ActivityGroupModel, by: GroupingKey['by']): boolean {
  return grouping.some((key) => key.by === by)
}

/** The condition that the first presentation of a group shows. */
function conditionOf({ activity, conditions, members }: ActivityGroupModel): number {
  return conditions?.ofPresentations[activity.ids[members[0]]] ?? -1
}

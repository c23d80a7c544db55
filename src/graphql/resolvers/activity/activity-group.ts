import { findParameter } from '../../../domain/stimuli/conditions.ts'
import type { GroupingKey } from '../../../domain/stimuli/presentation-grouping.ts'
import { activityStatisticsExport } from '../../../exports/activity/activity-statistics.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import { groupFields, observedCounts } from '../../fields/activity/group-fields.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { ActivityGroupResolvers } from '../../generated.ts'
import type { ActivityGroupModel } from '../../models.ts'

export const ActivityGroup: ActivityGroupResolvers = {
  presentationCount: ({ members }) => members.length,
  ...groupFields,
  observedPresentationCounts: (group, _args, context) => observedCounts(group, context),

  href({ activity, grouping, group }, { statistic, unit, format }, { loaders }) {
    const { session, request } = activity
    const statistics = { ...request, grouping, group, statistic, unit }
    return exportHref(activityStatisticsExport, session, statistics, fileFormatOf[format], loaders)
  },

  presentationIds({ activity, members }, _args, { budget }) {
    budget.chargeList(members.length)
    return Array.from(members, (position) => String(activity.ids[position]))
  },

  stimulusName({ activity: { ids, list }, members }) {
    const { codes, values } = list.stimulusNames
    const code = codes[ids[members[0]]]
    const isOne = members.every((position) => codes[ids[position]] === code)
    return isOne ? (values[code] ?? null) : null
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

  parameters({ activity, members, grouping, conditions }, _args, { budget }) {
    if (!conditions) return []
    const names = grouping.flatMap((key) => (key.by === 'parameters' ? key.names : []))
    budget.chargeList(names.length, 2)
    const first = activity.ids[members[0]]
    return names.flatMap((parameter) => {
      const { name, values, codeOf } = findParameter(conditions, parameter)
      const value = values[codeOf(first)]
      return value === undefined ? [] : [{ name, value }]
    })
  },
}

function isGroupedBy({ grouping }: ActivityGroupModel, by: GroupingKey['by']): boolean {
  return grouping.some((key) => key.by === by)
}

/** The condition that the first presentation of a group shows. */
function conditionOf({ activity, conditions, members }: ActivityGroupModel): number {
  return conditions?.ofPresentations[activity.ids[members[0]]] ?? -1
}

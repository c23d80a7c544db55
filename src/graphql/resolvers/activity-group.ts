import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import { findParameter } from '../../domain/stimuli/conditions.ts'
import type { GroupingKey } from '../../domain/stimuli/presentation-grouping.ts'
import type { GraphQLContext } from '../context.ts'
import { encodeArray } from '../fields/encode-array.ts'
import { groupShape, statisticOf, statisticsOf } from '../fields/group-statistics.ts'
import type { ActivityGroupResolvers, ActivityStatistic, ActivityUnit } from '../generated.ts'
import type { ActivityGroupModel } from '../models.ts'

export const ActivityGroup: ActivityGroupResolvers = {
  presentationCount: ({ members }) => members.length,
  shape: (group) => groupShape(group),

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

  async spikeCounts(group, _args, context) {
    return groupArray(group, 'SPIKE_COUNT', 'COUNT', context)
  },

  async observedPresentationCounts(group, _args, context) {
    chargeGroup(group, context)
    const { presentationCounts } = await statisticsOf(group, 'COUNT', context)
    const shape = groupShape(group)
    const [bins = 0, units = 0] = shape
    const cells = bins * units
    const data = presentationCounts.subarray(group.group * cells, (group.group + 1) * cells)
    return { shape, data }
  },

  mean: (group, { unit }, context) => groupArray(group, 'MEAN', unit, context),

  standardDeviation: (group, { unit }, context) =>
    groupArray(group, 'STANDARD_DEVIATION', unit, context),

  standardError: (group, { unit }, context) => groupArray(group, 'STANDARD_ERROR', unit, context),

  async data(group, { statistic, unit }, context) {
    const { data, shape } = await groupArray(group, statistic, unit, context)
    return encodeArray(data, shape)
  },
}

function isGroupedBy({ grouping }: ActivityGroupModel, by: GroupingKey['by']): boolean {
  return grouping.some((key) => key.by === by)
}

/** The condition that the first presentation of a group shows. */
function conditionOf({ activity, conditions, members }: ActivityGroupModel): number {
  return conditions?.ofPresentations[activity.ids[members[0]]] ?? -1
}

async function groupArray(
  group: ActivityGroupModel,
  statistic: ActivityStatistic,
  unit: ActivityUnit,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  chargeGroup(group, context)
  const range = [group.group, group.group + 1] as const
  return {
    shape: groupShape(group),
    data: await statisticOf(group, statistic, unit, range, context),
  }
}

function chargeGroup(group: ActivityGroupModel, { budget }: GraphQLContext): void {
  const [bins = 0, units = 0] = groupShape(group)
  budget.chargeCells(bins * Math.max(1, units))
}

import type { GroupStatistics } from '../../domain/alignment/align-request.ts'
import { binCount } from '../../domain/alignment/alignment.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import { findParameter } from '../../domain/stimuli/conditions.ts'
import type { GraphQLContext } from '../context.ts'
import { STATISTICS_READ } from '../fields/aligned-activity.ts'
import { encodeArray } from '../fields/encode-array.ts'
import type { ActivityGroupResolvers, ActivityStatistic, ActivityUnit } from '../generated.ts'
import type { ActivityGroupModel } from '../models.ts'

export const ActivityGroup: ActivityGroupResolvers = {
  presentationCount: ({ members }) => members.length,
  shape: (group) => shapeOf(group),

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
    const { activity, conditions, grouping } = group
    if (grouping.by !== 'condition' || !conditions) return null
    const { session, tables, list } = activity
    return { session, tables, list, conditions, id: conditionOf(group) }
  },

  epoch({ activity: { session, tables, ids, list }, grouping, members }) {
    if (grouping.by !== 'epoch') return null
    const epoch = tables.epochs[list.epochIndexes[ids[members[0]]]]
    return epoch ? { session, tables, epoch } : null
  },

  parameters({ activity, members, grouping, conditions }, _args, { budget }) {
    if (grouping.by !== 'parameters' || !conditions) return []
    budget.chargeList(grouping.names.length, 2)
    const first = activity.ids[members[0]]
    return grouping.names.flatMap((parameter) => {
      const { name, values, codeOf } = findParameter(conditions, parameter)
      const value = values[codeOf(first)]
      return value === undefined ? [] : [{ name, value }]
    })
  },

  async spikeCounts(group, _args, context) {
    return ofGroup(group, (await statisticsOf(group, 'COUNT', context)).spikeCounts)
  },

  async observedPresentationCounts(group, _args, context) {
    const { presentationCounts } = await statisticsOf(group, 'COUNT', context)
    return ofGroup(group, presentationCounts)
  },

  mean: (group, { unit }, context) => statistic(group, 'MEAN', unit, context),

  standardDeviation: (group, { unit }, context) =>
    statistic(group, 'STANDARD_DEVIATION', unit, context),

  standardError: (group, { unit }, context) => statistic(group, 'STANDARD_ERROR', unit, context),

  async data(group, { statistic: name, unit }, context) {
    const { data, shape } = await statistic(group, name, unit, context)
    return encodeArray(data, shape)
  },
}

/** [bins, units] */
function shapeOf({ activity: { alignment, unitRows } }: ActivityGroupModel): [number, number] {
  return [binCount(alignment), unitRows.length]
}

/** The condition that the first presentation of a group shows. */
function conditionOf({ activity, conditions, members }: ActivityGroupModel): number {
  return conditions?.ofPresentations[activity.ids[members[0]]] ?? -1
}

async function statistic(
  group: ActivityGroupModel,
  name: ActivityStatistic,
  unit: ActivityUnit,
  context: GraphQLContext,
): Promise<Float64NdArray> {
  const { means, standardDeviations, presentationCounts } = await statisticsOf(group, unit, context)
  const { shape, data } = ofGroup(group, name === 'MEAN' ? means : standardDeviations)
  const sizes = name === 'STANDARD_ERROR' ? ofGroup(group, presentationCounts).data : null
  const widths = unit === 'HZ' ? widthsOf(group) : null
  if (!sizes && !widths) return { shape, data }
  const [, units = 0] = shape
  return {
    shape,
    data: data.map((value, cell) => {
      const root = sizes ? Math.sqrt(sizes[cell]) : 1
      return value / root / (widths?.[Math.floor(cell / units)] ?? 1)
    }),
  }
}

/** Widths of the bins, which counts are divided by; null where rates are read as such. */
function widthsOf({ activity: { alignment } }: ActivityGroupModel): Float64Array | null {
  if (alignment.kind === 'whole') return null
  const { edges } = alignment
  return edges.slice(1).map((edge, bin) => edge - edges[bin])
}

async function statisticsOf(
  { activity, groupCount, statistics, rateStatistics }: ActivityGroupModel,
  unit: ActivityUnit,
  { budget, loaders }: GraphQLContext,
): Promise<GroupStatistics> {
  const request = unit === 'HZ' ? (rateStatistics ?? statistics) : statistics
  const bins = binCount(activity.alignment)
  const cells = bins * Math.max(1, activity.unitRows.length)
  budget.chargeShared(request, STATISTICS_READ * groupCount * cells)
  budget.chargeCells(cells)
  return loaders.aligned<GroupStatistics>(activity.session, request)
}

function ofGroup<Cells extends Float64Array | Uint32Array<ArrayBuffer>>(
  group: ActivityGroupModel,
  statistics: Cells,
): { readonly shape: [number, number]; readonly data: Cells } {
  const shape = shapeOf(group)
  const cells = shape[0] * shape[1]
  const data = statistics.subarray(group.group * cells, (group.group + 1) * cells)
  return { shape, data: data as Cells }
}

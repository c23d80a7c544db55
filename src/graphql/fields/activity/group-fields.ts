import type { Float64NdArray } from '../../../domain/counting/nd-array.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import {
  chargeGroup,
  groupShape,
  statisticOf,
  statisticsOf,
} from '../../../request/activity/group-statistics.ts'
import type { GraphQLContext } from '../../context.ts'
import type { ActivityStatistic, ActivityUnit, Baseline } from '../../generated.ts'
import type { GroupModel } from '../../models.ts'
import { encodeArray } from '../encode-array.ts'
import { meanToBaseline } from './baseline.ts'

interface InUnit {
  readonly unit: ActivityUnit
}

interface MeanArguments extends InUnit {
  readonly baseline?: Baseline | null
}

/** The fields of whatever has statistics over some presentations, or events. */
export const groupFields = {
  shape: (group: GroupModel) => groupShape(group),

  spikeCounts: (group: GroupModel, _args: object, context: GraphQLContext) =>
    groupArray(group, 'SPIKE_COUNT', 'COUNT', context),

  mean: (group: GroupModel, { unit, baseline }: MeanArguments, context: GraphQLContext) =>
    groupArray(group, 'MEAN', unit, context, baseline),

  standardDeviation: (group: GroupModel, { unit }: InUnit, context: GraphQLContext) =>
    groupArray(group, 'STANDARD_DEVIATION', unit, context),

  standardError: (group: GroupModel, { unit }: InUnit, context: GraphQLContext) =>
    groupArray(group, 'STANDARD_ERROR', unit, context),

  async data(
    group: GroupModel,
    { statistic, unit, baseline }: MeanArguments & { readonly statistic: ActivityStatistic },
    context: GraphQLContext,
  ) {
    const { data, shape } = await groupArray(group, statistic, unit, context, baseline)
    return encodeArray(data, shape)
  },
}

/** How many presentations, or events, the mean is over; shape [bins, units]. */
export async function observedCounts(group: GroupModel, context: GraphQLContext) {
  chargeGroup(group, context)
  const { presentationCounts } = await statisticsOf(group, 'COUNT', context)
  const shape = groupShape(group)
  const [bins = 0, units = 0] = shape
  const cells = bins * units
  const data = presentationCounts.subarray(group.group * cells, (group.group + 1) * cells)
  return { shape, data }
}

async function groupArray(
  group: GroupModel,
  statistic: ActivityStatistic,
  unit: ActivityUnit,
  context: GraphQLContext,
  baseline?: Baseline | null,
): Promise<Float64NdArray> {
  chargeGroup(group, context)
  const shape = groupShape(group)
  if (baseline) {
    if (statistic !== 'MEAN') {
      throw new InvalidArgumentError(`statistic is ${statistic}; only MEAN has a baseline.`)
    }
    return { shape, data: await meanToBaseline(group, unit, baseline, context) }
  }
  const range = [group.group, group.group + 1] as const
  return { shape, data: await statisticOf(group, statistic, unit, range, context) }
}

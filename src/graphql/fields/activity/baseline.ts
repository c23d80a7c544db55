import { type BaselineMethod, relativeToBaseline } from '../../../domain/analyses/baseline.ts'
import { statisticOf, statisticsOf } from '../../../request/activity/group-statistics.ts'
import { edgesOf } from '../../../request/activity/response-peaks.ts'
import type { GraphQLContext } from '../../context.ts'
import type { ActivityUnit, Baseline, BaselineMethod as MethodName } from '../../generated.ts'
import type { GroupModel } from '../../models.ts'

const methods: Readonly<Record<MethodName, BaselineMethod>> = {
  SUBTRACT: 'subtract',
  PERCENT: 'percent',
  ZSCORE: 'zScore',
  POOLED_ZSCORE: 'pooledZScore',
}

/** The mean of a group relative to its baseline; shape [bins, units]. */
export async function meanToBaseline(
  group: GroupModel,
  unit: ActivityUnit,
  { from, to, method = 'SUBTRACT' }: Baseline,
  context: GraphQLContext,
): Promise<Float64Array> {
  const edges = edgesOf(group, 'baseline')
  const range = [group.group, group.group + 1] as const
  const [means, standardDeviations, { presentationCounts }] = await Promise.all([
    statisticOf(group, 'MEAN', unit, range, context),
    statisticOf(group, 'STANDARD_DEVIATION', unit, range, context),
    statisticsOf(group, unit, context),
  ])
  const first = group.group * means.length
  const statistics = {
    means,
    standardDeviations,
    presentationCounts: presentationCounts.subarray(first, first + means.length),
  }
  return relativeToBaseline(statistics, edges, { from, to, method: methods[method] })
}

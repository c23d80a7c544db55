import {
  type ActivityStatistic,
  type ActivityUnit,
  groupShape,
  type StatisticsActivity,
  statisticOf,
  statisticsOf,
} from '../../request/activity/group-statistics.ts'
import type { RequestContext } from '../../request/request-context.ts'

/** As arrays and columns are called. */
const names = {
  MEAN: 'mean',
  STANDARD_DEVIATION: 'std',
  STANDARD_ERROR: 'sem',
  SPIKE_COUNT: 'spike_count',
} as const satisfies Record<ActivityStatistic, string>

interface StatisticsWanted {
  /** the first of the arrays */
  readonly statistic: ActivityStatistic
  readonly unit: ActivityUnit
  /** of groups: from, and before */
  readonly range: readonly [number, number]
}

/**
 * All statistics of some groups, and `n`, the presentations that they are over; each of shape
 * [groups * bins * units]. Charges the budget.
 */
export async function statisticsArrays(
  activity: StatisticsActivity,
  { statistic, unit, range }: StatisticsWanted,
  context: RequestContext,
): Promise<{ readonly name: string; readonly data: Float64Array | Uint32Array }[]> {
  const [from, to] = range
  const [bins = 0, units = 0] = groupShape(activity)
  context.budget.chargeCells((to - from) * bins * Math.max(1, units))
  const others = Object.keys(names) as ActivityStatistic[]
  const ordered = [statistic, ...others.filter((name) => name !== statistic)]
  const arrays = await Promise.all(
    ordered.map(async (name) => ({
      name: names[name],
      data: await statisticOf(activity, name, unit, range, context),
    })),
  )
  const { presentationCounts } = await statisticsOf(activity, unit, context)
  const n = presentationCounts.subarray(from * bins * units, to * bins * units)
  return [...arrays, { name: 'n', data: n }]
}

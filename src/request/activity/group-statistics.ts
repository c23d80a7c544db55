import type {
  GroupStatistics,
  GroupStatisticsRequest,
} from '../../domain/alignment/align-request.ts'
import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import { binCount } from '../../domain/alignment/alignment.ts'
import { valueNamed } from '../../domain/named.ts'
import type { PresentationGroups } from '../../domain/stimuli/grouped-presentations.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import type { RequestContext } from '../request-context.ts'
import { type Activity, STATISTICS_READ } from './activity.ts'

/** A statistic over the presentations, or events, of a group. */
export type ActivityStatistic = 'SPIKE_COUNT' | 'MEAN' | 'STANDARD_DEVIATION' | 'STANDARD_ERROR'

export type ActivityUnit = 'COUNT' | 'HZ'

/** Groups of presentations, or events, whose statistics are read together, once. */
export interface StatisticsActivity<Of extends Activity = Activity> {
  readonly activity: Of
  readonly groups: PresentationGroups
  readonly statistics: GroupStatisticsRequest
  /**
   * of rates of whole presentations; null where rates are counts divided by the width of the bin
   */
  readonly rateStatistics: GroupStatisticsRequest | null
}

/** One of the groups. */
export interface GroupActivity<Of extends Activity = Activity> extends StatisticsActivity<Of> {
  readonly group: number
  /** positions among the presentations, or events, of the activity */
  readonly members: Int32Array
}

/** How the statistics of all groups are read: together, once. */
export async function groupStatistics<Of extends Activity>(
  activity: Of,
  groups: PresentationGroups,
  { loaders }: RequestContext,
): Promise<StatisticsActivity<Of>> {
  const { session, tables, alignment, unitRows } = activity
  const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
    loaders.recordedSpan(session),
  )
  const common = { groups, observation, unitRows }
  if (alignment.kind === 'edges') {
    const statistics: GroupStatisticsRequest = { kind: 'binStatistics', alignment, ...common }
    return { activity, groups, statistics, rateStatistics: null }
  }
  const ofWhole = { kind: 'presentationStatistics', alignment, ...common } as const
  return {
    activity,
    groups,
    statistics: { ...ofWhole, perSecond: false },
    rateStatistics: { ...ofWhole, perSecond: true },
  }
}

/** Cells of each group, [bins, units]. */
export function groupShape({ activity: { alignment, unitRows } }: StatisticsActivity): number[] {
  return [binCount(alignment), unitRows.length]
}

/** Charge a number for each cell of a group. */
export function chargeGroup(group: StatisticsActivity, { budget }: RequestContext): void {
  const [bins = 0, units = 0] = groupShape(group)
  budget.chargeCells(bins * Math.max(1, units))
}

/** The statistics of all groups; each array of shape [groups, bins, units]. */
export async function statisticsOf(
  { activity, groups, statistics, rateStatistics }: StatisticsActivity,
  unit: ActivityUnit,
  { budget, loaders }: RequestContext,
): Promise<GroupStatistics> {
  const request = unit === 'HZ' ? (rateStatistics ?? statistics) : statistics
  const cells = binCount(activity.alignment) * Math.max(1, activity.unitRows.length)
  budget.chargeShared(request, STATISTICS_READ * groups.count * cells)
  return valueNamed(await loaders.read(activity.session, 'alignSpikes', request), request.kind)
}

/**
 * One statistic of some of the groups: those from `from` to before `to`. Shape [groups, bins,
 * units].
 */
export async function statisticOf(
  model: StatisticsActivity,
  name: ActivityStatistic,
  unit: ActivityUnit,
  [from, to]: readonly [number, number],
  context: RequestContext,
): Promise<Float64Array> {
  const [bins = 0, units = 0] = groupShape(model)
  const pick = <Cells extends Float64Array | Uint32Array>(cells: Cells) =>
    cells.subarray(from * bins * units, to * bins * units) as Cells
  if (name === 'SPIKE_COUNT') return pick((await statisticsOf(model, 'COUNT', context)).spikeCounts)
  const { means, standardDeviations, presentationCounts } = await statisticsOf(model, unit, context)
  const values = pick(name === 'MEAN' ? means : standardDeviations)
  const sizes = name === 'STANDARD_ERROR' ? pick(presentationCounts) : null
  const widths = unit === 'HZ' ? widthsOf(model) : null
  if (!sizes && !widths) return values
  return values.map((value, cell) => {
    const root = sizes ? Math.sqrt(sizes[cell]) : 1
    return value / root / (widths?.[Math.floor(cell / units) % bins] ?? 1)
  })
}

/** Widths of the bins, which counts are divided by; null where rates are read as such. */
function widthsOf({ activity: { alignment } }: StatisticsActivity): Float64Array | null {
  if (alignment.kind === 'whole') return null
  const { edges } = alignment
  return edges.slice(1).map((edge, bin) => edge - edges[bin])
}

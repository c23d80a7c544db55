import type {
  FirstSpikeStatisticsRequest,
  FirstSpikeSummaries,
} from '../../../domain/alignment/align-request.ts'
import { valueNamed } from '../../../domain/named.ts'
import { STATISTICS_READ } from '../../../request/activity/activity.ts'
import { type LatencyWindow, windowAlignment } from '../../../request/activity/first-spikes.ts'
import type { GraphQLContext } from '../../context.ts'
import type { GroupModel } from '../../models.ts'

/** By the groups requested: all groups of an activity are summarized together, once. */
const summaries = new WeakMap<object, Map<string, FirstSpikeStatisticsRequest>>()

/** First spikes over the presentations, or events, of a group. Charges the budget. */
export async function summarizeFirstSpikes(
  { activity, groups, group }: GroupModel,
  window: LatencyWindow,
  { budget, loaders }: GraphQLContext,
): Promise<FirstSpikeSummaries> {
  const { session, unitRows } = activity
  const known = summaries.get(groups) ?? new Map<string, FirstSpikeStatisticsRequest>()
  summaries.set(groups, known)
  const key = `${window.from} ${window.until}`
  const request = known.get(key) ?? {
    kind: 'firstSpikeStatistics',
    alignment: windowAlignment(activity, window),
    groups,
    unitRows,
  }
  known.set(key, request)
  const units = unitRows.length
  budget.chargeShared(request, STATISTICS_READ * groups.count * Math.max(1, units))
  const all = valueNamed(await loaders.read(session, 'alignSpikes', request), request.kind)
  const [from, to] = [group * units, (group + 1) * units]
  return {
    medians: all.medians.subarray(from, to),
    lowerQuartiles: all.lowerQuartiles.subarray(from, to),
    upperQuartiles: all.upperQuartiles.subarray(from, to),
    respondedCounts: all.respondedCounts.subarray(from, to),
  }
}

import type {
  FirstSpikeStatisticsRequest,
  FirstSpikeSummaries,
  FirstSpikesRequest,
} from '../../domain/alignment/align-request.ts'
import { type EdgeAlignment, presentationCount } from '../../domain/alignment/alignment.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import { valueNamed } from '../../domain/named.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { RequestContext } from '../request-context.ts'
import { type Activity, STATISTICS_READ } from './activity.ts'
import type { GroupActivity } from './group-statistics.ts'

/** First spikes after moments, before anything is read. */
export interface FirstSpikes {
  readonly activity: Activity
  readonly request: FirstSpikesRequest
}

/** Seconds from each moment. */
export interface LatencyWindow {
  readonly from: number
  readonly until: number
}

/** The first spikes of an activity. Nothing is read until they are wanted. */
export function firstSpikes(activity: Activity, window: LatencyWindow): FirstSpikes {
  const { unitRows } = activity
  const alignment = windowAlignment(activity, window)
  return { activity, request: { kind: 'firstSpikes', alignment, unitRows } }
}

/** Shape [moments, units]. Charges the budget. */
export async function latenciesOf(
  { activity: { session, alignment, unitRows }, request }: FirstSpikes,
  { budget, loaders }: RequestContext,
): Promise<Float64NdArray> {
  const shape = [presentationCount(alignment), unitRows.length]
  budget.chargeShared(request, presentationCount(alignment) * Math.max(1, unitRows.length))
  const result = await loaders.read(session, 'alignSpikes', request)
  const { latencies } = valueNamed(result, request.kind)
  return { shape, data: latencies }
}

/** By the groups requested: all groups of an activity are summarized together, once. */
const summaries = new WeakMap<object, Map<string, FirstSpikeStatisticsRequest>>()

/** First spikes over the presentations, or events, of a group. Charges the budget. */
export async function firstSpikeStatistics(
  { activity, groups, group }: GroupActivity,
  window: LatencyWindow,
  { budget, loaders }: RequestContext,
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

/** The window as a bin around each moment. */
function windowAlignment(
  { alignment: { startTimes } }: Activity,
  { from, until }: LatencyWindow,
): EdgeAlignment {
  if (!(from < until)) {
    throw new InvalidArgumentError(`from is ${from} and until is ${until}; until must be larger.`)
  }
  return {
    kind: 'edges',
    startTimes,
    edges: Float64Array.of(from, until),
    edgeRule: 'halfOpen',
  }
}

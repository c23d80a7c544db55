import type { FirstSpikesRequest } from '../../domain/alignment/align-request.ts'
import { type EdgeAlignment, presentationCount } from '../../domain/alignment/alignment.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import { valueNamed } from '../../domain/named.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { RequestContext } from '../request-context.ts'
import type { Activity } from './activity.ts'

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

/** The window as a bin around each moment. */
export function windowAlignment(
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

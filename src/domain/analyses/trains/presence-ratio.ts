import type { Stretches } from '../../time/observation.ts'
import type { IntervalBins } from './interval-bins.ts'
import { type Intervals, spikesWithin } from './train-runs.ts'

/**
 * Edges of the AllenSDK's bins; it divides by their number, which is one more than that of bins.
 */
const ALLEN_EDGES = 100

/**
 * Part of the bins, of those that were wholly observed, in which a unit has a spike; NaN of none.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function presenceRatio(
  spikeTimes: Float64Array,
  bins: IntervalBins,
  stretches: Stretches | null,
): number {
  let present = 0
  bins.forEachCount(spikeTimes, stretches, () => present++)
  return present / bins.observedCount(stretches)
}

/**
 * The presence ratio of the Allen Institute's pipeline: 99 bins from the first start to the last
 * stop, the last one closed, and divided by 100, so that no unit has more than 0.99. NaN without
 * intervals.
 */
export function allenPresenceRatio(spikeTimes: Float64Array, intervals: Intervals): number {
  const first = intervals[0]?.startTime ?? Number.NaN
  const last = intervals.at(-1)?.stopTime ?? Number.NaN
  if (!(first < last)) return Number.NaN
  const bins = ALLEN_EDGES - 1
  const step = (last - first) / bins
  const edgeAt = (edge: number) => (edge === bins ? last : first + edge * step)
  const isPresent = new Uint8Array(bins)
  for (const interval of intervals) {
    const [from, to] = spikesWithin(spikeTimes, interval)
    let bin = 0
    for (let spike = from; spike < to; spike++) {
      while (bin < bins - 1 && spikeTimes[spike] >= edgeAt(bin + 1)) bin++
      isPresent[bin] = 1
    }
  }
  return isPresent.reduce((sum, present) => sum + present, 0) / ALLEN_EDGES
}

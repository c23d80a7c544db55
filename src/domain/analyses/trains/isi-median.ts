import { median } from '../../numeric/median.ts'
import type { Run } from './train-runs.ts'

/**
 * Median of the interspike intervals of some runs of spikes, in seconds; NaN without intervals.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function isiMedian(spikeTimes: Float64Array, runs: readonly Run[]): number {
  return median(interspikeIntervals(spikeTimes, runs))
}

/** Differences of consecutive spikes, run after run; shape [intervals]. */
export function interspikeIntervals(spikeTimes: Float64Array, runs: readonly Run[]): Float64Array {
  const intervals = new Float64Array(runs.reduce((sum, [from, to]) => sum + to - from - 1, 0))
  let count = 0
  for (const [from, to] of runs) {
    for (let spike = from + 1; spike < to; spike++) {
      intervals[count++] = spikeTimes[spike] - spikeTimes[spike - 1]
    }
  }
  return intervals
}

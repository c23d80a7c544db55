import { wholeBins } from '../../counting/bins.ts'
import { type Interval, spikesWithin } from '../trains/train-runs.ts'

/**
 * The bins, from 0 on, of the spikes of an interval, one for each spike: bin `k` holds
 * `k * size <= time - start < (k + 1) * size`. Spikes after the last whole bin are left out.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function binsOfSpikes(
  spikeTimes: Float64Array,
  interval: Interval,
  size: number,
): Float64Array {
  const binCount = wholeBinCount(interval, size)
  const [from, to] = spikesWithin(spikeTimes, interval)
  const bins = new Float64Array(to - from)
  let count = 0
  for (let spike = from; spike < to; spike++) {
    const time = spikeTimes[spike] - interval.startTime
    let bin = Math.floor(time / size)
    while (time < bin * size) bin--
    while (time >= (bin + 1) * size) bin++
    if (bin >= binCount) break
    bins[count++] = bin
  }
  return bins.subarray(0, count)
}

/** Whole bins of an interval. */
export function wholeBinCount({ startTime, stopTime }: Interval, size: number): number {
  return Math.max(0, wholeBins((stopTime - startTime) / size))
}

/** Sum of the squares of the counts in bins, from the bins of the spikes, ascending. */
export function sumOfSquares(bins: Float64Array): number {
  let sum = 0
  for (let first = 0; first < bins.length; ) {
    let end = first + 1
    while (end < bins.length && bins[end] === bins[first]) end++
    sum += (end - first) * (end - first)
    first = end
  }
  return sum
}

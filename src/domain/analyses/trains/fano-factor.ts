import type { Stretches } from '../../time/observation.ts'
import type { IntervalBins } from './interval-bins.ts'

/**
 * Variance (`ddof=0`) of a unit's counts in the bins that were wholly observed, over their mean;
 * NaN without such bins, or without spikes in them. Rounded once, from exact sums.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function fanoFactor(
  spikeTimes: Float64Array,
  bins: IntervalBins,
  stretches: Stretches | null,
): number {
  let sum = 0
  let squares = 0
  bins.forEachCount(spikeTimes, stretches, (count) => {
    sum += count
    squares += count * count
  })
  const binCount = bins.observedCount(stretches)
  return (binCount * squares - sum * sum) / (binCount * sum)
}

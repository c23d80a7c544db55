import type { Run } from './train-runs.ts'

/**
 * Revised local variation, Shinomoto et al. 2009, of the interspike intervals I of some runs of
 * spikes, and of I' that follows I in the same run:
 * `3 * mean((1 - 4 I I' / (I + I')²) * (1 + 4 R / (I + I')))`. Two intervals of 0 in a row, which
 * have no ratio, are left out; NaN without two intervals in a run.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 * @param refractoriness R, in seconds
 */
export function revisedLocalVariation(
  spikeTimes: Float64Array,
  runs: readonly Run[],
  refractoriness: number,
): number {
  const sums = { terms: 0, pairs: 0 }
  for (const [from, to] of runs) addRun(spikeTimes, from, to, refractoriness, sums)
  return (3 * sums.terms) / sums.pairs
}

function addRun(
  spikeTimes: Float64Array,
  from: number,
  to: number,
  refractoriness: number,
  sums: { terms: number; pairs: number },
): void {
  let terms = 0
  let pairs = 0
  for (let spike = from + 2; spike < to; spike++) {
    const middle = spikeTimes[spike - 1]
    const interval = middle - spikeTimes[spike - 2]
    const next = spikeTimes[spike] - middle
    const sum = interval + next
    if (!(sum > 0)) continue
    const inverse = 1 / sum
    const ratio = (next - interval) * inverse
    terms += ratio * ratio * (1 + 4 * refractoriness * inverse)
    pairs++
  }
  sums.terms += terms
  sums.pairs += pairs
}

import { meanAndDeviation, numpySum } from '../../numeric/numpy-sum.ts'
import type { PresentationGroups } from '../../stimuli/grouped-presentations.ts'

/**
 * Counts of a unit as deviations from the mean of their group, in standard deviations (`ddof=1`).
 * NaN for a presentation in no group, and in a group of which fewer than two presentations are
 * there, or have a deviation of 0. Means and deviations are rounded as numpy rounds them, which can
 * leave equal rates, but not equal counts, a deviation.
 *
 * @param counts shape [presentations]; NaN: missing
 * @param order the presentations, group by group; see {@link groupOrder}
 * @returns in that order
 */
export function standardScores(
  counts: Float64Array,
  { sizes }: PresentationGroups,
  order: Uint32Array,
): Float64Array {
  const scores = new Float64Array(order.length).fill(Number.NaN)
  const values = new Float64Array(order.length)
  const scratch = new Float64Array(order.length)
  let from = 0
  for (const size of sizes) {
    const to = from + size
    const known = valuesOf(counts, order.subarray(from, to), values)
    const { mean, standardDeviation } = meanAndDeviation(known, scratch)
    // 0 / 0 where all are equal.
    for (let i = from; i < to; i++) scores[i] = (counts[order[i]] - mean) / standardDeviation
    from = to
  }
  return scores
}

/**
 * Mean count of a unit in each group; NaN where none of its presentations is there.
 *
 * @param counts shape [presentations]; NaN: missing
 * @returns shape [groups]
 */
export function groupMeans(
  counts: Float64Array,
  { sizes }: PresentationGroups,
  order: Uint32Array,
): Float64Array {
  const values = new Float64Array(order.length)
  let from = 0
  return Float64Array.from(sizes, (size) => {
    const known = valuesOf(counts, order.subarray(from, from + size), values)
    from += size
    return numpySum(known) / known.length
  })
}

/** Positions of the presentations that are in a group, group by group. */
export function groupOrder({ ofPresentations }: PresentationGroups): Uint32Array {
  return Uint32Array.from(ofPresentations.keys())
    .filter((position) => ofPresentations[position] >= 0)
    .sort((a, b) => ofPresentations[a] - ofPresentations[b])
}

/** Those that are there, at the beginning of `values`. */
function valuesOf(counts: Float64Array, members: Uint32Array, values: Float64Array): Float64Array {
  let known = 0
  for (const position of members) {
    if (!Number.isNaN(counts[position])) values[known++] = counts[position]
  }
  return values.subarray(0, known)
}

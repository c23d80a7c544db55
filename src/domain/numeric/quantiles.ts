/**
 * A quantile of sorted numbers, as numpy interpolates it (`numpy.quantile`, method `linear`); NaN
 * of none.
 *
 * @param sorted ascending, without NaN
 * @param quantile from 0 to 1
 */
export function quantileOf(sorted: Float64Array, quantile: number): number {
  const position = (sorted.length - 1) * quantile
  const below = Math.floor(position)
  const from = sorted[below]
  const to = sorted[Math.min(below + 1, sorted.length - 1)]
  const part = position - below
  const difference = to - from
  // From the nearer end, as numpy does: the last digit depends on it.
  return part >= 0.5 ? to - difference * (1 - part) : from + difference * part
}

/** The median of sorted numbers, as numpy computes it; NaN of none. */
export function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]
  return (sorted[middle - 1] + sorted[middle]) / 2
}

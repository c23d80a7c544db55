/** Of some measurements: the middle, and where the middle half of them lies. */
export interface Summary {
  readonly median: number
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly count: number
}

/** @param values at least one, in any order */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) throw new Error('nothing was measured')
  return {
    median: quantile(sorted, 0.5),
    lowerQuartile: quantile(sorted, 0.25),
    upperQuartile: quantile(sorted, 0.75),
    count: sorted.length,
  }
}

/**
 * Interpolated between the two nearest, as numpy does.
 *
 * @param sorted ascending
 * @param share from 0 to 1
 */
export function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below]
  const high = sorted[Math.min(below + 1, sorted.length - 1)]
  return low + (high - low) * (position - below)
}

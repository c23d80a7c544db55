/** What a cell tells. */
export type MeasureName = 'counts' | 'hz' | 'zscore'

/** Spike counts as the API gives them: row by row, one row a bin. */
export interface Counts {
  /** [bins, units] */
  readonly shape: readonly [number, number]
  readonly data: ArrayLike<number>
}

/** A measure of counts: of each unit, `(count - offset) / divisor`. */
export interface Measure {
  readonly name: MeasureName
  /** shape [units] */
  readonly offsets: Float64Array
  /** shape [units] */
  readonly divisors: Float64Array
}

/**
 * Spikes in a bin; spikes a second; or how many standard deviations a count lies from the unit's
 * mean. Mean and standard deviation are over all bins (as `numpy.std`, ddof 0). A unit whose count
 * never changes has no z-score: NaN.
 *
 * @param binSize seconds
 */
export function measureCounts(counts: Counts, name: MeasureName, binSize: number): Measure {
  const unitCount = counts.shape[1]
  if (name === 'zscore') {
    const { means, deviations } = momentsByUnit(counts)
    return { name, offsets: means, divisors: deviations }
  }
  const divisor = name === 'hz' ? binSize : 1
  return {
    name,
    offsets: new Float64Array(unitCount),
    divisors: new Float64Array(unitCount).fill(divisor),
  }
}

/** The measure of one unit's count. */
export function measured({ offsets, divisors }: Measure, unit: number, count: number): number {
  return (count - offsets[unit]) / divisors[unit]
}

/**
 * Mean of each unit's counts over all bins, and their standard deviation (ddof 0).
 * Shape [units]; NaN without bins.
 */
export function momentsByUnit({ shape: [binCount, unitCount], data }: Counts) {
  const sums = new Float64Array(unitCount)
  const squares = new Float64Array(unitCount)
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++) {
      const count = data[cell]
      sums[unit] = sums[unit] + count
      squares[unit] = squares[unit] + count * count
    }
  }
  const means = sums.map((sum) => sum / binCount)
  // Sums of whole numbers are exact, so n * squares - sum² is exactly 0
  // where a count never changes.
  const deviations = squares.map(
    (square, unit) => Math.sqrt(binCount * square - sums[unit] ** 2) / binCount,
  )
  return { means, deviations }
}

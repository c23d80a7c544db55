/** What a cell shows. */
export type MeasureName = 'counts' | 'hz' | 'zscore'

/** Why a cell says nothing of a unit's activity. */
export const Gap = { NOT_RECORDED: 1, INVALID: 2 } as const

/** Spike counts as the API gives them, one row per bin. */
export interface Counts {
  /** [bins, units] */
  readonly shape: readonly [number, number]
  readonly data: ArrayLike<number>
  /** shape [bins, units]: 0, or the `Gap` of a cell; null: there are none */
  readonly gaps?: Uint8Array | null
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
 * Spikes per bin; spikes per second; or how many standard deviations a count lies from the unit's
 * mean. Mean and standard deviation (as `numpy.std`, ddof 0) are over all bins without a gap. A
 * unit whose count never changes has no z-score: NaN.
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
 * Mean of each unit's counts over the bins without a gap, and their standard deviation (ddof 0).
 * Shape [units]; NaN without bins.
 */
export function momentsByUnit({ shape: [binCount, unitCount], data, gaps }: Counts) {
  const sums = new Float64Array(unitCount)
  const squares = new Float64Array(unitCount)
  const numbers = new Float64Array(unitCount)
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++) {
      if (gaps?.[cell]) continue
      const count = data[cell]
      sums[unit] += count
      squares[unit] += count * count
      numbers[unit]++
    }
  }
  const means = sums.map((sum, unit) => sum / numbers[unit])
  // Sums of whole numbers are exact, so n * squares - sum² is exactly 0
  // where a count never changes.
  const deviations = squares.map(
    (square, unit) => Math.sqrt(numbers[unit] * square - sums[unit] ** 2) / numbers[unit],
  )
  return { means, deviations }
}

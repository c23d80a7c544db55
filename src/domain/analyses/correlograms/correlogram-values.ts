import { type LagBins, lagBinCount } from './lag-bins.ts'

/** What is known of the two units of a correlogram, besides it. */
export interface PairTotals {
  /** spikes of the reference, and of the target, within the intervals */
  readonly referenceCount: number
  readonly targetCount: number
}

/** Spikes of the target per second, at each lag from a spike of the reference; NaN without one. */
export function targetRates(
  counts: Uint32Array,
  { referenceCount }: PairTotals,
  { binSize }: LagBins,
): Float64Array {
  return Float64Array.from(counts, (count) => count / (referenceCount * binSize))
}

/**
 * The same relative to the target's mean rate; NaN where one of them has no spikes, or nothing was
 * observed.
 *
 * @param seconds during which the target was observed
 */
export function normalizedRates(
  counts: Uint32Array,
  totals: PairTotals,
  bins: LagBins,
  seconds: number,
): Float64Array {
  const mean = seconds > 0 ? totals.targetCount / seconds : Number.NaN
  return targetRates(counts, totals, bins).map((rate) => rate / mean)
}

/**
 * Coefficient of correlation of two binned trains, a and b, at each lag:
 * `(C - n_a n_b / N) / sqrt((Σa² - n_a² / N) (Σb² - n_b² / N))`. NaN where one of them is the same
 * in all bins.
 *
 * @param counts C: of pairs of spikes at each lag, in bins
 * @param squares Σa² and Σb²
 * @param binCount N
 */
export function correlationCoefficients(
  counts: Uint32Array,
  { referenceCount, targetCount }: PairTotals,
  [referenceSquares, targetSquares]: readonly [number, number],
  binCount: number,
): Float64Array {
  const expected = (referenceCount * targetCount) / binCount
  const variation = (squares: number, count: number) => squares - (count * count) / binCount
  const scale = Math.sqrt(
    variation(referenceSquares, referenceCount) * variation(targetSquares, targetCount),
  )
  return Float64Array.from(counts, (count) => (scale > 0 ? (count - expected) / scale : Number.NaN))
}

/**
 * About how many coincidences correlograms have: pairs of spikes within the lags, if each unit
 * fired at an even rate.
 *
 * @param spikeCounts of each unit, in the time that is looked at
 */
export function expectedCoincidences(
  spikeCounts: Float64Array,
  pairs: { readonly references: Int32Array; readonly targets: Int32Array },
  bins: LagBins,
  seconds: number,
): number {
  let products = 0
  pairs.references.forEach((reference, pair) => {
    products += spikeCounts[reference] * spikeCounts[pairs.targets[pair]]
  })
  return seconds > 0 ? (products * lagBinCount(bins) * bins.binSize) / seconds : 0
}

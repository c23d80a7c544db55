import type { Counts } from '../heatmap/measure.ts'

/**
 * Mean rate over the units in each bin, as `BinnedActivity.populationRate` gives it.
 *
 * @param binSize seconds
 * @returns shape [bins], Hz; null in a matrix without units
 */
export function populationRate(
  { shape: [binCount, unitCount], data }: Counts,
  binSize: number,
): Float64Array | null {
  if (unitCount === 0) return null
  const rates = new Float64Array(binCount)
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    let sum = 0
    for (let unit = 0; unit < unitCount; unit++, cell++) sum += data[cell] as number
    rates[bin] = sum / (unitCount * binSize)
  }
  return rates
}

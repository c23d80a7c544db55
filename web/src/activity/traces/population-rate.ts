import type { Counts } from '../../heatmap/cells/measure.ts'

/**
 * Mean rate over the units in each bin, as `BinnedActivity.populationRate` gives it.
 *
 * @param binSize seconds
 * @param binCoverage how much of each bin was observed, from 0 to 1;
 *   null: in a matrix without units
 * @returns shape [bins], Hz, null in a bin in which no unit was observed;
 *   null in a matrix without units
 */
export function populationRate(
  { shape: [binCount, unitCount], data }: Counts,
  binSize: number,
  binCoverage: readonly (number | null)[] | null,
): (number | null)[] | null {
  if (unitCount === 0) return null
  return Array.from({ length: binCount }, (_, bin) => {
    let sum = 0
    for (let cell = bin * unitCount; cell < (bin + 1) * unitCount; cell++) {
      sum += data[cell]
    }
    const observed = (binCoverage?.[bin] ?? 1) * unitCount
    return observed > 0 ? sum / (observed * binSize) : null
  })
}

import { type Counts, Gap } from '../../heatmap/cells/measure.ts'

/**
 * Mean rate over the units in each bin, as `BinnedActivity.populationRate` gives it, but without
 * the units for which the bin is a gap.
 *
 * @param binSize seconds
 * @param binCoverage how much of each bin was observed, from 0 to 1;
 *   null: in a matrix without units
 * @returns shape [bins], Hz, null in a bin in which no unit was observed;
 *   null in a matrix without units
 */
export function populationRate(
  { shape: [binCount, unitCount], data, gaps }: Counts,
  binSize: number,
  binCoverage: readonly (number | null)[] | null,
): (number | null)[] | null {
  if (unitCount === 0) return null
  return Array.from({ length: binCount }, (_, bin) => {
    let sum = 0
    let recorded = 0
    let counted = 0
    for (let cell = bin * unitCount; cell < (bin + 1) * unitCount; cell++) {
      const gap = gaps?.[cell] ?? 0
      if (gap !== Gap.NOT_RECORDED) recorded++
      if (gap !== 0) continue
      sum += data[cell]
      counted++
    }
    // The coverage is a mean over all units; it is shared by those that were recorded.
    const seconds = (binCoverage?.[bin] ?? 1) * unitCount * (counted / recorded) * binSize
    return counted > 0 && seconds > 0 ? sum / seconds : null
  })
}

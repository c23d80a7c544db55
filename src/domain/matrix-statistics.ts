import type { CountArray, CountMatrix } from './count-matrix.ts'

/** Sum of all cells. */
export function spikeCount({ counts }: CountMatrix): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i] as number
  return sum
}

/** The largest of some counts; 0 of none. */
export function largestCount(counts: CountArray): number {
  let largest = 0
  for (let i = 0; i < counts.length; i++)
    if ((counts[i] as number) > largest) largest = counts[i] as number
  return largest
}

/**
 * Mean rate of each unit over all bins.
 *
 * @param binSize seconds
 * @returns shape [units], Hz
 */
export function unitRates(
  { binCount, unitCount, counts }: CountMatrix,
  binSize: number,
): Float64Array {
  const sums = new Float64Array(unitCount)
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++)
      sums[unit] = (sums[unit] as number) + (counts[cell] as number)
  }
  return sums.map((sum) => sum / (binCount * binSize))
}

/**
 * Mean rate over the units in each bin.
 *
 * @param binSize seconds
 * @returns shape [bins], Hz; null in a matrix without units, where there is no mean
 */
export function populationRate(
  { binCount, unitCount, counts }: CountMatrix,
  binSize: number,
): Float64Array | null {
  if (unitCount === 0) return null
  const rates = new Float64Array(binCount)
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    let sum = 0
    for (let unit = 0; unit < unitCount; unit++, cell++) sum += counts[cell] as number
    rates[bin] = sum / (unitCount * binSize)
  }
  return rates
}

/** A matrix in compressed sparse rows. */
export interface SparseCounts {
  /** where each row begins; shape [bins + 1] */
  readonly indptr: Int32Array
  /** column of each cell that is not 0; shape [nonzero] */
  readonly indices: Int32Array
  /** shape [nonzero] */
  readonly data: CountArray
}

/** Only the cells that are not 0. */
export function toSparse({ binCount, unitCount, counts }: CountMatrix): SparseCounts {
  const data = counts.filter((count) => count !== 0)
  const indices = new Int32Array(data.length)
  const indptr = new Int32Array(binCount + 1)
  let found = 0
  for (let bin = 0, cell = 0; bin < binCount; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++)
      if (counts[cell] !== 0) indices[found++] = unit
    indptr[bin + 1] = found
  }
  return { indptr, indices, data }
}

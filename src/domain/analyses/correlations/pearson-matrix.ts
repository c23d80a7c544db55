import { forEachDotProduct } from './dot-products.ts'
import { type SampleBlocks, sampleBlocks } from './sample-blocks.ts'

/** Samples that a pair of columns must have in common. */
const FEWEST_SAMPLES = 3

/** Coefficients of correlation of every two columns; shape of both: [columns, columns]. */
export interface PearsonMatrix {
  /** from -1 to 1; NaN where a column is constant, or too few samples are there in both */
  readonly coefficients: Float64Array<ArrayBuffer>
  /** samples that are there in both columns */
  readonly sampleCounts: Uint32Array<ArrayBuffer>
}

/**
 * Pearson's coefficient of correlation of every two columns over the samples that are there in
 * both, at least three.
 *
 * Whole numbers are summed up exactly; other numbers are taken from their mean first, so that sums
 * of squares keep their digits.
 *
 * @param columns shape [columns, samples]; NaN: missing. Is overwritten
 * @param checkpoint called from time to time; may throw to give up
 */
export function pearsonMatrix(
  columns: Float64Array,
  columnCount: number,
  sampleCount: number,
  checkpoint: () => void,
): PearsonMatrix {
  const blocks = sampleBlocks(columns, columnCount, sampleCount)
  const coefficients = new Float64Array(columnCount * columnCount).fill(Number.NaN)
  const sampleCounts = new Uint32Array(columnCount * columnCount)
  let checked = -1
  forEachDotProduct(columns, columnCount, sampleCount, (first, second, product) => {
    if (first !== checked) checkpoint()
    checked = first
    const { count, coefficient } = correlate(blocks, first, second, product)
    const cell = first * columnCount + second
    const mirrored = second * columnCount + first
    sampleCounts[cell] = count
    sampleCounts[mirrored] = count
    coefficients[cell] = coefficient
    coefficients[mirrored] = coefficient
  })
  return { coefficients, sampleCounts }
}

function correlate(
  { blockCount, sizes, sums, squares, least, most }: SampleBlocks,
  first: number,
  second: number,
  product: number,
): { readonly count: number; readonly coefficient: number } {
  let count = 0
  let sumA = 0
  let sumB = 0
  let squaresA = 0
  let squaresB = 0
  let leastA = Number.POSITIVE_INFINITY
  let mostA = Number.NEGATIVE_INFINITY
  let leastB = Number.POSITIVE_INFINITY
  let mostB = Number.NEGATIVE_INFINITY
  for (let block = 0; block < blockCount; block++) {
    const a = first * blockCount + block
    const b = second * blockCount + block
    // Both are all there, or one is not there at all.
    const size = sizes[a] < sizes[b] ? sizes[a] : sizes[b]
    if (size === 0) continue
    count += size
    sumA += sums[a]
    sumB += sums[b]
    squaresA += squares[a]
    squaresB += squares[b]
    if (least[a] < leastA) leastA = least[a]
    if (most[a] > mostA) mostA = most[a]
    if (least[b] < leastB) leastB = least[b]
    if (most[b] > mostB) mostB = most[b]
  }
  if (count < FEWEST_SAMPLES || leastA === mostA || leastB === mostB) {
    return { count, coefficient: Number.NaN }
  }
  if (first === second) return { count, coefficient: 1 }
  const scale = Math.sqrt((count * squaresA - sumA * sumA) * (count * squaresB - sumB * sumB))
  const coefficient = (count * product - sumA * sumB) / scale
  return { count, coefficient: Math.max(-1, Math.min(1, coefficient)) }
}

import { dotProducts } from './dot-products.ts'
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
  const coefficients = new Float64Array(columnCount * columnCount)
  const sampleCounts = new Uint32Array(columnCount * columnCount)
  dotProducts(columns, columnCount, sampleCount, coefficients, checkpoint)
  for (let first = 0; first < columnCount; first++) {
    for (let second = first; second < columnCount; second++) {
      const cell = first * columnCount + second
      const mirrored = second * columnCount + first
      const count = commonSamples(blocks, first, second)
      const coefficient = correlate(blocks, first, second, count, coefficients[cell])
      sampleCounts[cell] = count
      sampleCounts[mirrored] = count
      coefficients[cell] = coefficient
      coefficients[mirrored] = coefficient
    }
  }
  return { coefficients, sampleCounts }
}

/** Samples that are there in both columns: in each block both are all there, or one is not. */
function commonSamples({ blockCount, sizes }: SampleBlocks, first: number, second: number): number {
  let count = 0
  for (let block = 0; block < blockCount; block++) {
    const a = sizes[first * blockCount + block]
    const b = sizes[second * blockCount + block]
    count += a < b ? a : b
  }
  return count
}

function correlate(
  { blockCount, sizes, sums, squares, least, most }: SampleBlocks,
  first: number,
  second: number,
  count: number,
  product: number,
): number {
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
    if (sizes[a] === 0 || sizes[b] === 0) continue
    sumA += sums[a]
    sumB += sums[b]
    squaresA += squares[a]
    squaresB += squares[b]
    if (least[a] < leastA) leastA = least[a]
    if (most[a] > mostA) mostA = most[a]
    if (least[b] < leastB) leastB = least[b]
    if (most[b] > mostB) mostB = most[b]
  }
  if (count < FEWEST_SAMPLES || leastA === mostA || leastB === mostB) return Number.NaN
  if (first === second) return 1
  const scale = Math.sqrt((count * squaresA - sumA * sumA) * (count * squaresB - sumB * sumB))
  return Math.max(-1, Math.min(1, (count * product - sumA * sumB) / scale))
}

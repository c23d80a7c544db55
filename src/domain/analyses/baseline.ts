import { InvalidArgumentError } from '../../errors.ts'
import { numpySum } from '../numeric/numpy-sum.ts'

/**
 * - `subtract`: less the mean of the baseline
 * - `percent`: the same, as a percentage of the mean of the baseline
 * - `zScore`: the same, in standard deviations of the mean's bins in the baseline
 * - `pooledZScore`: the same, in standard deviations of all cells of the baseline: of every bin of
 *   every presentation
 */
export type BaselineMethod = 'subtract' | 'percent' | 'zScore' | 'pooledZScore'

export interface Baseline {
  /** seconds from the start of the presentation */
  readonly from: number
  readonly to: number
  readonly method: BaselineMethod
}

/** Statistics over some presentations. Shape of every array: [bins, units]. */
export interface BinnedStatistics {
  readonly means: Float64Array
  readonly standardDeviations: Float64Array
  /** that the mean is over */
  readonly presentationCounts: ArrayLike<number>
}

/** Of a bin's width: more than any rounding of an edge. */
const ROUNDING = 1e-9

/**
 * Positions of the bins that lie wholly within a window, ends included; but for what rounding makes
 * of an edge. The second is not included.
 *
 * @param edges seconds, ascending; shape [bins + 1]
 */
export function binsWithin(edges: Float64Array, from: number, to: number): [number, number] {
  const binCount = edges.length - 1
  const slackAt = (bin: number) => ROUNDING * (edges[bin + 1] - edges[bin])
  let first = 0
  while (first < binCount && edges[first] < from - slackAt(first)) first++
  let end = first
  while (end < binCount && edges[end + 1] <= to + slackAt(end)) end++
  return [first, end]
}

/**
 * Means relative to their baseline: the bins that lie wholly within its window. Bins without a mean
 * are left out of it. NaN where the baseline has no bin with a mean, or what is divided by is 0; a
 * z-score needs two cells.
 *
 * @param edges seconds from the start, ascending; shape [bins + 1]
 * @returns shape [bins, units]
 * @throws InvalidArgumentError where no bin lies in the window
 */
export function relativeToBaseline(
  statistics: BinnedStatistics,
  edges: Float64Array,
  { from, to, method }: Baseline,
): Float64Array {
  const [first, end] = binsWithin(edges, from, to)
  if (first >= end) {
    throw new InvalidArgumentError(
      `No bin lies wholly within the baseline from ${from} to ${to} s; the bins are from ${edges[0]} to ${edges[edges.length - 1]} s.`,
    )
  }
  const { means } = statistics
  const unitCount = means.length / (edges.length - 1)
  const relative = new Float64Array(means.length)
  for (let unit = 0; unit < unitCount; unit++) {
    const cells = Array.from({ length: end - first }, (_, i) => (first + i) * unitCount + unit)
    const known = Float64Array.from(cells, (cell) => means[cell]).filter((m) => !Number.isNaN(m))
    const mean = numpySum(known) / known.length
    const scale = scaleOf(method, mean, known, cells, statistics)
    for (let cell = unit; cell < means.length; cell += unitCount) {
      const difference = means[cell] - mean
      relative[cell] = scale === null ? difference : divide(difference, scale, method)
    }
  }
  return relative
}

/** What differences are divided by; null: by nothing. */
function scaleOf(
  method: BaselineMethod,
  mean: number,
  known: Float64Array,
  cells: readonly number[],
  statistics: BinnedStatistics,
): number | null {
  if (method === 'subtract') return null
  if (method === 'percent') return mean
  return method === 'zScore' ? deviationOf(known, mean) : pooledDeviation(cells, statistics)
}

function divide(difference: number, scale: number, method: BaselineMethod): number {
  if (scale === 0) return Number.NaN
  return method === 'percent' ? (100 * difference) / scale : difference / scale
}

/** With `ddof=1`. */
function deviationOf(values: Float64Array, mean: number): number {
  if (values.length < 2) return Number.NaN
  const squares = values.map((value) => (value - mean) * (value - mean))
  return Math.sqrt(numpySum(squares) / (values.length - 1))
}

/** Of all cells that some bins sum up, from the mean and deviation of each bin; with `ddof=1`. */
function pooledDeviation(
  cells: readonly number[],
  { means, standardDeviations, presentationCounts }: BinnedStatistics,
): number {
  const counted = cells.filter((cell) => (presentationCounts[cell] ?? 0) > 0)
  const sizeOf = (cell: number) => presentationCounts[cell]
  const size = counted.reduce((sum, cell) => sum + sizeOf(cell), 0)
  if (size < 2) return Number.NaN
  const mean = counted.reduce((sum, cell) => sum + sizeOf(cell) * means[cell], 0) / size
  const squares = counted.reduce((sum, cell) => {
    const within = sizeOf(cell) < 2 ? 0 : standardDeviations[cell] ** 2 * (sizeOf(cell) - 1)
    return sum + within + sizeOf(cell) * (means[cell] - mean) ** 2
  }, 0)
  return Math.sqrt(squares / (size - 1))
}

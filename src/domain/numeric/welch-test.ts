import { numpySum } from './numpy-sum.ts'
import { studentTail } from './student-distribution.ts'

/**
 * p-value of Welch's t-test, two-sided: whether two samples have the same mean, whatever their
 * variances. `scipy.stats.ttest_ind(a, b, equal_var=False)`.
 *
 * @param a two numbers at least; `b` too
 * @returns NaN where all numbers are the same
 */
export function welchTest(a: Float64Array, b: Float64Array): number {
  const [meanA, errorA] = meanAndSquaredError(a)
  const [meanB, errorB] = meanAndSquaredError(b)
  const error = errorA + errorB
  const t = (meanA - meanB) / Math.sqrt(error)
  const degrees =
    (error * error) / ((errorA * errorA) / (a.length - 1) + (errorB * errorB) / (b.length - 1))
  return studentTail(t, Number.isNaN(degrees) ? 1 : degrees)
}

/** Mean, and the square of its standard error. */
function meanAndSquaredError(values: Float64Array): [number, number] {
  const count = values.length
  const mean = numpySum(values) / count
  const squares = values.map((value) => (value - mean) * (value - mean))
  return [mean, numpySum(squares) / (count - 1) / count]
}

import { numpySum } from '../../numeric/numpy-sum.ts'

/**
 * Variance (`ddof=0`) of spike counts over their mean, as the AllenSDK's `fano_factor`.
 *
 * @returns NaN where the mean is 0, and without counts
 */
export function fanoFactor(counts: Float64Array): number {
  const mean = numpySum(counts) / counts.length
  const deviations = counts.map((count) => (count - mean) * (count - mean))
  return mean === 0 ? Number.NaN : numpySum(deviations) / counts.length / mean
}

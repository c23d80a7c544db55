import { meanAndDeviation, numpySum } from '../numeric/numpy-sum.ts'
import { medianOf } from '../numeric/quantiles.ts'

/** What becomes of the samples of a bin; `standardDeviation` with `ddof=1`. */
export const sampleStatistics = [
  'mean',
  'median',
  'min',
  'max',
  'standardDeviation',
  'count',
] as const

export type SampleStatistic = (typeof sampleStatistics)[number]

/**
 * One number for some values, as numpy computes it. Of none, all but the count are missing (NaN);
 * the deviation also of one.
 *
 * @param values without NaN
 */
export function summarize(values: Float64Array, statistic: SampleStatistic): number {
  if (statistic === 'count') return values.length
  if (values.length === 0) return Number.NaN
  switch (statistic) {
    case 'mean':
      return numpySum(values) / values.length
    case 'median':
      return medianOf(values.slice().sort())
    case 'min':
      return values.reduce((least, value) => Math.min(least, value))
    case 'max':
      return values.reduce((most, value) => Math.max(most, value))
    case 'standardDeviation':
      return meanAndDeviation(values, new Float64Array(values.length)).standardDeviation
  }
}

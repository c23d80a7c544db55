import { numpySum } from '../../numeric/numpy-sum.ts'

export interface PreferredValue {
  /** NaN: no condition has a value */
  readonly value: number
  /** whether several values have the largest response */
  readonly isShared: boolean
}

/**
 * The value of a parameter that a unit responds to most: the largest of the means over conditions
 * with this value, each condition counting alike; the smallest value on a tie (AllenSDK
 * `_get_pref_ori` and its like).
 *
 * @param values of the parameter; NaN where it does not apply; shape [conditions]
 * @param means responses to each condition; NaN: not known; shape [conditions]
 */
export function preferredValue(values: Float64Array, means: Float64Array): PreferredValue {
  const distinct = [...new Set(values.filter((value) => !Number.isNaN(value)))].sort(
    (a, b) => a - b,
  )
  const responses = distinct.map((value) => {
    const ofValue = means.filter((mean, k) => values[k] === value && !Number.isNaN(mean))
    return numpySum(ofValue) / ofValue.length
  })
  const most = responses.reduce((a, b) => (b > a || Number.isNaN(a) ? b : a), Number.NaN)
  return {
    value: distinct[responses.indexOf(most)] ?? Number.NaN,
    isShared: responses.filter((response) => response === most).length > 1,
  }
}

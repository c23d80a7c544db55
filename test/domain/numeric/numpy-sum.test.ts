import { expect, test } from 'vitest'
import { numpySum } from '../../../src/domain/numeric/numpy-sum.ts'

/** So large that 1 more is lost in rounding. */
const LARGE = 1e16

test.each([
  // Up to 7 one after the other, up to 128 in eight lanes, then lanes of two halves of whole rows.
  { count: 7, at: [3, 1, 2], sum: 1 },
  { count: 8, at: [3, 1, 2], sum: 0 },
  { count: 16, at: [1, 0, 8], sum: 1 },
  { count: 128, at: [0, 64, 72], sum: 0 },
  { count: 136, at: [0, 64, 128], sum: 1 },
  { count: 143, at: [0, 64, 128], sum: 1 },
  { count: 143, at: [1, 57, 129], sum: 0 },
])('of $count numbers, at $at 1, a large one and its negative, is $sum', ({ count, at, sum }) => {
  const values = new Float64Array(count)
  const [one, large, negative] = at
  values[one] = 1
  values[large] = LARGE
  values[negative] = -LARGE
  expect(numpySum(values)).toBe(sum)
})

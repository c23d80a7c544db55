import { expect, test } from 'vitest'
import { meanAndDeviation, numpySum } from '../../../src/domain/numeric/numpy-sum.ts'

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

test.each([1, 7, 8, 15, 16, 127, 128, 129, 136, 300, 1000])(
  'of the numbers from 1 to %i is exact',
  (count) => {
    const values = Float64Array.from({ length: count }, (_, i) => i + 1)
    expect(numpySum(values)).toBe((count * (count + 1)) / 2)
  },
)

test('adds only from one position to another', () => {
  expect(numpySum(Float64Array.of(100, 1, 2, 4, 100), 1, 4)).toBe(7)
  expect(numpySum(Float64Array.of(5, 6), 1, 1)).toBe(0)
})

test('a mean has a deviation with ddof=1, of two numbers or more', () => {
  const scratch = new Float64Array(6).fill(99)
  const of = (...numbers: number[]) => meanAndDeviation(Float64Array.from(numbers), scratch)
  // Deviations -2, 0, 0 and 2: their squares sum up to 8.
  expect(of(3, 5, 5, 7)).toEqual({ mean: 5, standardDeviation: Math.sqrt(8 / 3) })
  expect(of(4, 6)).toEqual({ mean: 5, standardDeviation: Math.SQRT2 })
  expect(of(5)).toEqual({ mean: 5, standardDeviation: Number.NaN })
  expect(of()).toEqual({ mean: Number.NaN, standardDeviation: Number.NaN })
})

import { expect, test } from 'vitest'
import { imageSelectivity } from '../../../../src/domain/analyses/responses/image-selectivity.ts'

test('is 1 - 2/N for a response to one of N images', () => {
  // One of four is above each threshold, the smallest included.
  expect(imageSelectivity(Float64Array.of(0, 0, 5, 0))).toBeCloseTo(1 - 2 / 4, 15)
})

test('takes thresholds from the smallest response, not from 0', () => {
  // 3 and 4 are above the first 500 of 1000 thresholds from 2 to 4, 4 alone above the others.
  expect(imageSelectivity(Float64Array.of(2, 3, 4))).toBeCloseTo(
    1 - 2 * ((500 * (2 / 3) + 500 * (1 / 3)) / 1000),
    12,
  )
})

test('is 0 for equal responses, none included', () => {
  expect(imageSelectivity(Float64Array.of(0, 0))).toBe(0)
  expect(imageSelectivity(Float64Array.of(2, 2, 2))).toBe(0)
})

test('is unknown for fewer than two images', () => {
  expect(imageSelectivity(Float64Array.of(1))).toBeNaN()
})

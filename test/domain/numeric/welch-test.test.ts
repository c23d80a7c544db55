import { expect, test } from 'vitest'
import { welchTest } from '../../../src/domain/numeric/welch-test.ts'

test('of two samples with two degrees of freedom has the closed form', () => {
  // Means 4 and 1, squared errors 1 and 1: t = 3 / sqrt(2), degrees 2² / (1 + 1) = 2
  const t = 3 / Math.SQRT2
  expect(welchTest(Float64Array.of(3, 5), Float64Array.of(0, 2))).toBeCloseTo(
    1 - t / Math.sqrt(2 + t * t),
    14,
  )
})

test('of two samples with four degrees of freedom has the closed form', () => {
  // Means 12 and 9, variances 4 and 4: t = 3 / sqrt(8 / 3)
  const t = 3 / Math.sqrt(8 / 3)
  const sine = t / Math.sqrt(4 + t * t)
  expect(welchTest(Float64Array.of(10, 12, 14), Float64Array.of(7, 9, 11))).toBeCloseTo(
    1 - sine * (1 + (1 - sine * sine) / 2),
    14,
  )
})

test('of different samples that do not vary is 0, and of the same number unknown', () => {
  expect(welchTest(Float64Array.of(3, 3), Float64Array.of(1, 1))).toBe(0)
  expect(welchTest(Float64Array.of(3, 3), Float64Array.of(3, 3))).toBeNaN()
})

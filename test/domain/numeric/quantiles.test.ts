import { describe, expect, test } from 'vitest'
import { medianOf, quantileOf } from '../../../src/domain/numeric/quantiles.ts'

const sorted = (...numbers: number[]) => Float64Array.from(numbers)

describe('the median', () => {
  test('is the middle, or halfway between the two in the middle', () => {
    expect(medianOf(sorted(1, 2, 10))).toBe(2)
    expect(medianOf(sorted(1, 2, 3, 10))).toBe(2.5)
  })

  test('of none is missing', () => {
    expect(medianOf(sorted())).toBeNaN()
  })
})

describe('a quantile', () => {
  test('lies between numbers in proportion', () => {
    expect(quantileOf(sorted(1, 2, 4, 8), 0.25)).toBe(1.75)
    expect(quantileOf(sorted(1, 2, 4, 8), 0.75)).toBe(5)
    expect(quantileOf(sorted(1, 2, 4, 8), 0)).toBe(1)
    expect(quantileOf(sorted(1, 2, 4, 8), 1)).toBe(8)
  })

  test('is counted from the nearer end, which decides on the last digit', () => {
    expect(quantileOf(sorted(0.1, 0.4), 0.25)).toBe(0.17500000000000002)
    expect(quantileOf(sorted(0.1, 0.4), 0.75)).toBe(0.325)
    expect(quantileOf(sorted(0.1, 0.5), 0.5)).toBe(0.3)
  })

  test('of one number is this number, and of none missing', () => {
    expect(quantileOf(sorted(3), 0.25)).toBe(3)
    expect(quantileOf(sorted(), 0.25)).toBeNaN()
    expect(quantileOf(sorted(), 0)).toBeNaN()
  })
})

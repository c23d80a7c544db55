import { describe, expect, test } from 'vitest'
import { median } from '../../../src/domain/numeric/median.ts'

describe('median', () => {
  test('is the middle of an odd number of values, however they are ordered', () => {
    expect(median(Float64Array.of(3, 1, 2))).toBe(2)
    expect(median(Float64Array.of(5, 4, 3, 2, 1))).toBe(3)
    expect(median(Float64Array.of(1, 2, 3, 4, 5))).toBe(3)
  })

  test('is half the sum of the two in the middle of an even number', () => {
    expect(median(Float64Array.of(4, 1, 3, 2))).toBe(2.5)
    expect(median(Float64Array.of(7, 1))).toBe(4)
  })

  test('is right where many values are equal', () => {
    expect(median(new Float64Array(1000).fill(2))).toBe(2)
    expect(median(Float64Array.of(1, 2, 2, 2, 2, 3))).toBe(2)
  })

  test('is right for many values in no order', () => {
    // 0 to 1000, each once: 7 has no factor in common with 1001 but 7 itself, 5 has none.
    const values = Float64Array.from({ length: 1001 }, (_, i) => (i * 5) % 1001)
    expect(median(values)).toBe(500)
  })

  test('is the same in every order', () => {
    const values = [1, 2, 4, 8, 16, 32]
    const orders = (rest: number[]): number[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((value) =>
            orders(rest.filter((other) => other !== value)).map((order) => [value, ...order]),
          )
    const medians = orders(values).map((order) => median(Float64Array.from(order)))
    expect(medians).toEqual(new Array(720).fill(6))
  })

  test('is NaN of none', () => {
    expect(median(new Float64Array(0))).toBeNaN()
  })
})

import { describe, expect, test } from 'vitest'
import { gaussianFilter } from '../../../../src/domain/analyses/receptive-fields/gaussian-filter.ts'

/** A map of 9 by 9 with one cell of 10 in its middle. */
const peak = Float64Array.from({ length: 81 }, (_, cell) => (cell === 40 ? 10 : 0))

/** Weights of a Gaussian of one cell, cut off after four. */
const raw = [1, Math.exp(-0.5), Math.exp(-2), Math.exp(-4.5), Math.exp(-8)]
const sum = raw.reduce((total, weight, i) => total + (i ? 2 * weight : weight), 0)
const weight = (distance: number) => (raw[distance] ?? 0) / sum

describe('the Gaussian filter', () => {
  test('spreads a cell by the product of the weights of both axes', () => {
    const filtered = gaussianFilter(peak, 9, 1, false)
    expect(filtered[40]).toBeCloseTo(10 * weight(0) ** 2, 14)
    expect(filtered[40 + 9 + 2]).toBeCloseTo(10 * weight(1) * weight(2), 14)
    expect(filtered[0]).toBeCloseTo(10 * weight(4) ** 2, 14)
  })

  test('of half a cell reaches two cells', () => {
    // Weights of exp(-2), and exp(-8) at two cells.
    const whole = 1 + 2 * Math.exp(-2) + 2 * Math.exp(-8)
    const filtered = gaussianFilter(Float64Array.of(0, 0, 0, 1, 0, 0, 0), 7, 0.5, false)
    const expected = [0, Math.exp(-8), Math.exp(-2), 1, Math.exp(-2), Math.exp(-8), 0]
    for (const [i, value] of filtered.entries()) {
      expect(value).toBeCloseTo(expected[i] / whole, 14)
    }
  })

  test('of whole numbers cuts fractions off after each axis: 10 becomes 3, then 1', () => {
    const filtered = gaussianFilter(peak, 9, 1, true)
    expect(filtered[40]).toBe(1)
    expect(filtered.filter((value) => value > 0)).toHaveLength(1)
  })

  test('mirrors the edges: d c b a | a b c d', () => {
    // One row of two cells, 1 and 0: seen from the first, the mirrored line is …0 1|1 0|0 1…
    const filtered = gaussianFilter(Float64Array.of(1, 0), 2, 1, false)
    // At distances 0, -1, then 3, -4 and 4: the ones of the period of four
    const first = weight(0) + weight(1) + weight(3) + 2 * weight(4)
    expect(filtered[0]).toBeCloseTo(first, 14)
    expect(filtered[1]).toBeCloseTo(1 - first, 14)
  })

  test('filters every row and every column', () => {
    // Along either axis, a one among two cells becomes this, and the other the rest.
    const first = weight(0) + weight(1) + weight(3) + 2 * weight(4)
    const rest = 1 - first
    const expected = [first * first, first * rest, rest * first, rest * rest]
    for (const cell of [0, 1, 2, 3]) {
      const map = Float64Array.from({ length: 4 }, (_, i) => Number(i === cell))
      for (const [i, value] of gaussianFilter(map, 2, 1, false).entries()) {
        expect(value).toBeCloseTo(expected[i ^ cell], 14)
      }
    }
  })

  test('keeps the sum of a flat map', () => {
    const flat = gaussianFilter(new Float64Array(12).fill(5), 4, 1, false)
    for (const value of flat) expect(value).toBeCloseTo(5, 13)
  })
})

import { describe, expect, test } from 'vitest'
import { commonBinSize, smoothBins } from '../../../../src/domain/analyses/rates/smooth-bins.ts'

const none = Number.NaN

/** Half of a bin, and a quarter of either neighbour. */
const kernel = { before: 1, after: 1, weights: Float64Array.of(0.25, 0.5, 0.25) }

describe('values in bins, smoothed', () => {
  test('are means of neighbours; at the ends of those that there are', () => {
    // (2·0.5 + 4·0.25) / 0.75, …, (8·0.5 + 4·0.25) / 0.75
    const smoothed = smoothBins(Float64Array.of(2, 4, 4, 8), 4, kernel)
    expect([...smoothed]).toEqual([2 / 0.75, 3.5, 5, 5 / 0.75])
  })

  test('of one unit do not touch those of another', () => {
    const smoothed = smoothBins(Float64Array.of(4, 100, 4, 100, 4, 100), 3, kernel)
    expect([...smoothed]).toEqual([4, 100, 4, 100, 4, 100])
  })

  test('leave out missing ones, which stay missing', () => {
    const smoothed = smoothBins(Float64Array.of(2, none, 6, 6), 4, kernel)
    expect([...smoothed]).toEqual([2, none, 6, 6])
  })

  test('look back only with a causal kernel', () => {
    const causal = { before: 1, after: 0, weights: Float64Array.of(0.25, 0.75) }
    expect([...smoothBins(Float64Array.of(0, 8, 0), 3, causal)]).toEqual([0, 6, 2])
  })
})

describe('the size of bins', () => {
  test('is common but for rounding', () => {
    expect(commonBinSize(Float64Array.of(0, 0.1, 0.2, 0.30000000000000004))).toBeCloseTo(0.1, 12)
  })

  test('is not where they begin', () => {
    expect(commonBinSize(Float64Array.of(1, 1.5, 2))).toBe(0.5)
  })

  test('may not differ by more than a billionth of itself', () => {
    expect(() => commonBinSize(Float64Array.of(0, 0.001, 0.0020001))).toThrow('equal width')
  })

  test('is an error where bins differ', () => {
    expect(() => commonBinSize(Float64Array.of(0, 0.1, 0.3))).toThrow(
      'A kernel needs bins of equal width; bin 0 is 0.1 s wide',
    )
  })
})

test('units are smoothed on their own', () => {
  const kernel = { before: 1, after: 1, weights: Float64Array.of(0.25, 0.5, 0.25) }
  const values = Float64Array.of(1, Number.NaN, 2, 4, 3, 6)
  expect([...smoothBins(values, 3, kernel)]).toEqual([4 / 3, Number.NaN, 2, 14 / 3, 8 / 3, 16 / 3])
})

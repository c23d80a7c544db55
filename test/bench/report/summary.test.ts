import { describe, expect, test } from 'vitest'
import { quantile, summarize } from '../../../bench/report/summary.ts'

describe('summarize', () => {
  test('takes the middle of an odd number of values, whatever their order', () => {
    expect(summarize([9, 1, 5, 3, 7])).toEqual({
      median: 5,
      lowerQuartile: 3,
      upperQuartile: 7,
      count: 5,
    })
  })

  test('takes the mean of the two in the middle of an even number', () => {
    expect(summarize([10, 2, 10, 4]).median).toBe(7)
  })

  test('sorts numbers as numbers, and leaves what it is given', () => {
    const values = [100, 20, 3]
    expect(summarize(values).median).toBe(20)
    expect(values).toEqual([100, 20, 3])
  })

  test('refuses nothing at all', () => {
    expect(() => summarize([])).toThrow('nothing was measured')
  })
})

test('a quantile is interpolated between its neighbours', () => {
  expect(quantile([0, 10, 20, 30], 0.5)).toBe(15)
  expect(quantile([0, 10, 20, 30], 0.99)).toBeCloseTo(29.7, 10)
  expect(quantile([4], 0.99)).toBe(4)
})

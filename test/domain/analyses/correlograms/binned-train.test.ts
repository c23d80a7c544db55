import { describe, expect, test } from 'vitest'
import {
  binsOfSpikes,
  sumOfSquares,
  wholeBinCount,
} from '../../../../src/domain/analyses/correlograms/binned-train.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const binsOf = (times: readonly number[], interval = span(0, 10), size = 0.1) => [
  ...binsOfSpikes(Float64Array.from(times), interval, size),
]

describe('the bins of spikes', () => {
  test('are counted from the start of the interval', () => {
    expect(binsOf([4, 5, 5.5, 7.9, 8], span(5, 8), 0.5)).toEqual([0, 1, 5])
  })

  test('go by the edges k * size where a division would not', () => {
    // 43 * 0.1 / 0.1 is less than 43; 17 * 0.1 is 1.7000000000000002, but 1.7 / 0.1 is 17.
    expect(binsOf([1.7, 17 * 0.1, 43 * 0.1])).toEqual([16, 17, 43])
  })

  test('leave out spikes after the last whole bin', () => {
    expect(binsOf([0.5, 1.9, 2, 2.4], span(0, 2.5), 1)).toEqual([0, 1])
    expect(binsOf([0.1], span(0, 0.5), 1)).toEqual([])
  })

  test('leave out a spike at the stop, though the last edge is rounded to after it', () => {
    // 3 * 0.1 is 0.30000000000000004.
    expect(binsOf([0.25, 0.3], span(0, 0.3))).toEqual([2])
  })

  test('are whole ones, of which a short interval has none, nor one that stops before it starts', () => {
    expect(wholeBinCount(span(5, 8), 0.5)).toBe(6)
    expect(wholeBinCount(span(0, 0.3), 0.1)).toBe(3)
    expect(wholeBinCount(span(0, 0.5), 1)).toBe(0)
    expect(wholeBinCount(span(8, 5), 1)).toBe(0)
  })
})

test('the sum of squares is that of the counts in each bin', () => {
  expect(sumOfSquares(Float64Array.of(2, 2, 2, 5, 7, 7))).toBe(9 + 1 + 4)
  expect(sumOfSquares(new Float64Array(0))).toBe(0)
})

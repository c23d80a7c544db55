import { describe, expect, test } from 'vitest'
import { isiMedian } from '../../../../src/domain/analyses/trains/isi-median.ts'

const spikeTimes = Float64Array.of(0, 1, 4, 6, 16)

describe('isiMedian', () => {
  test('gives the middle interval, or half the sum of the two in the middle', () => {
    expect(isiMedian(spikeTimes, [[0, 4]])).toBe(2)
    expect(isiMedian(spikeTimes, [[0, 5]])).toBe(2.5)
  })

  test('takes the intervals of all runs, and none between them', () => {
    expect(
      isiMedian(spikeTimes, [
        [0, 2],
        [3, 5],
      ]),
    ).toBe(5.5)
  })

  test('is NaN without intervals', () => {
    expect(isiMedian(spikeTimes, [[2, 3]])).toBeNaN()
    expect(isiMedian(spikeTimes, [])).toBeNaN()
  })
})

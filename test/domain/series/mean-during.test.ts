import { describe, expect, test } from 'vitest'
import { meanDuring } from '../../../src/domain/series/mean-during.ts'

const { NaN: nan } = Number
const mean = (times: number[], values: number[], intervals: readonly (readonly number[])[]) => [
  ...meanDuring(
    Float64Array.from(times),
    Float64Array.from(values),
    Float64Array.from(intervals, ([start = nan]) => start),
    Float64Array.from(intervals, ([, stop = nan]) => stop),
  ),
]

describe('the mean during intervals', () => {
  test('takes samples from the start, included, to the stop, not included', () => {
    expect(mean([0, 1, 2, 3], [1, 2, 4, 8], [[1, 3]])).toEqual([3])
  })

  test('leaves out missing values, and is missing without samples', () => {
    expect(
      mean(
        [0, 1, 2, 3],
        [1, nan, 4, nan],
        [
          [0, 3],
          [1, 2],
          [5, 9],
        ],
      ),
    ).toEqual([2.5, nan, nan])
  })

  test('takes intervals and samples in any order', () => {
    expect(
      mean(
        [3, 0, 2, nan, 1],
        [8, 1, 4, 99, 2],
        [
          [2, 4],
          [0, 2],
        ],
      ),
    ).toEqual([6, 1.5])
  })

  test.each([
    [
      [2, 1, 0],
      [4, 2, 1],
    ],
    [
      [1, 0, 2],
      [2, 1, 4],
    ],
    [
      [0, 2, 1],
      [1, 4, 2],
    ],
  ])('does not depend on the order of the samples at %j', (times, values) => {
    const intervals = [
      [0, 2],
      [1, 3],
    ]
    expect(mean(times, values, intervals)).toEqual([1.5, 3])
  })

  test('is missing for an interval without a start or stop', () => {
    expect(
      mean(
        [0, 1],
        [1, 2],
        [
          [nan, 1],
          [0, nan],
          [1, 0],
        ],
      ),
    ).toEqual([nan, nan, nan])
  })
})

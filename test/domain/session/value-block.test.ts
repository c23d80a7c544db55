import { describe, expect, test } from 'vitest'
import { planBlock } from '../../../src/domain/session/value-block.ts'

describe('a block of a dataset', () => {
  test('is all that there is of a small one, of any number of dimensions', () => {
    expect(planBlock([], null, null)).toEqual({ start: [], shape: [] })
    expect(planBlock([3], null, null)).toEqual({ start: [0], shape: [3] })
    expect(planBlock([2, 0], null, null)).toEqual({ start: [0, 0], shape: [2, 0] })
  })

  test('has whole rows, up to a thousand elements, where its shape is left out', () => {
    expect(planBlock([5000], [4500], null)).toEqual({ start: [4500], shape: [500] })
    expect(planBlock([5000, 300], null, null)).toEqual({ start: [0, 0], shape: [3, 300] })
    expect(planBlock([10, 5000], [2, 0], null)).toEqual({ start: [2, 0], shape: [1, 1000] })
    expect(planBlock([5000, 1], null, null)).toEqual({ start: [0, 0], shape: [1000, 1] })
    expect(planBlock([7, 20, 30], null, null)).toEqual({ start: [0, 0, 0], shape: [1, 20, 30] })
  })

  test('must be within the dataset', () => {
    expect(() => planBlock([3, 4], [2, 1], [2, 3])).toThrow(
      'The block from [2, 1] of shape [2, 3] is not within the dataset, whose shape is [3, 4].',
    )
    expect(() => planBlock([3], [-1], null)).toThrow('The block from [-1] is not within')
    expect(() => planBlock([3, 2], [4, 0], null)).toThrow('The block from [4, 0] is not within')
    expect(() => planBlock([3], [0], [-1])).toThrow('is not within the dataset')
  })

  test('needs an entry for each dimension', () => {
    expect(() => planBlock([3, 4], [0], null)).toThrow(
      'start has 1 entries; the dataset has 2 dimensions, each of which needs one.',
    )
    expect(() => planBlock([3], null, [1, 1])).toThrow('shape has 2 entries')
  })

  test('has at most ten thousand elements', () => {
    expect(planBlock([20_000], null, [10_000]).shape).toEqual([10_000])
    expect(() => planBlock([20_000], null, [10_001])).toThrow(
      'A block of shape [10001] has 10001 elements; at most 10000 are returned. Request smaller blocks.',
    )
  })
})

import { describe, expect, test } from 'vitest'
import {
  chunkAtPosition,
  numberAt,
  numberOfChunk,
  positionOfChunk,
} from '../../../src/hdf5/chunks/chunk-numbers.ts'
import type { IndexSource } from '../../../src/hdf5/chunks/index-source.ts'

const endless = Number.POSITIVE_INFINITY

const sourceOf = (grid: readonly number[], largestGrid: readonly number[] = grid) =>
  ({ grid, largestGrid, chunk: grid.map(() => 10) }) as unknown as IndexSource

test.each([
  [[0, 0], 0],
  [[0, 2], 2],
  [[1, 0], 3],
  [[1, 2], 5],
  [[2, 0], -1],
  [[0, 3], -1],
])('of two rows of three chunks, the one at %j is the %ith', (places, number) => {
  expect(numberAt([2, 3], places)).toBe(number)
})

test.each([
  [[0, 20], 2],
  [[10, 10], 4],
  [[20, 0], -1],
  [[5, 10], null],
  [[10, 5], null],
])('the chunk that begins at entry %j is the %ith', (offsets, number) => {
  expect(numberOfChunk(sourceOf([2, 3]), offsets)).toBe(number)
})

describe('in an array of all chunks that there may be', () => {
  // Rows of the array: the last dimension first, but one without end is the slowest.
  test.each([
    ['that has grown as far as it may', sourceOf([2, 3]), [0, 1, 2, 3, 4, 5]],
    ['that may grow to five columns', sourceOf([2, 3], [4, 5]), [0, 1, 2, 5, 6, 7]],
    ['whose rows have no end', sourceOf([2, 3], [endless, 3]), [0, 1, 2, 3, 4, 5]],
    ['whose columns have no end', sourceOf([2, 3], [2, endless]), [0, 2, 4, 1, 3, 5]],
    ['whose columns have no end, of four rows', sourceOf([2, 2], [4, endless]), [0, 4, 1, 5]],
    ['of one dimension', sourceOf([3], [endless]), [0, 1, 2]],
    [
      'of three dimensions, the middle one without end',
      sourceOf([2, 2, 2], [3, endless, 2]),
      [0, 1, 6, 7, 2, 3, 8, 9],
    ],
  ])('a dataset %s has its chunks', (_what, source, positions) => {
    expect(positions.map((_, number) => positionOfChunk(source, number))).toEqual(positions)
    expect(positions.map((position) => chunkAtPosition(source, position))).toEqual(
      positions.map((_, number) => number),
    )
  })

  test.each([
    [sourceOf([3], [endless]), 3],
    [sourceOf([2, 3], [4, 5]), 3],
    [sourceOf([2, 3], [4, 5]), 10],
    [sourceOf([2, 3], [2, endless]), 6],
  ])('there may be positions beyond the end of the dataset', (source, position) => {
    expect(chunkAtPosition(source, position)).toBe(-1)
  })
})

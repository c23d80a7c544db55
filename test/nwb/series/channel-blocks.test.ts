import { expect, test } from 'vitest'
import { groupChannels, joinBlocks, pickColumns } from '../../../src/nwb/series/channel-blocks.ts'

test('channels of one chunk are read together, from the first that is wanted to the last', () => {
  expect(groupChannels([1, 3, 4, 9], 4)).toEqual([
    { first: 1, width: 3, wanted: [0, 2] },
    { first: 4, width: 1, wanted: [0] },
    { first: 9, width: 1, wanted: [0] },
  ])
  expect(groupChannels([], 4)).toEqual([])
})

test('the wanted columns of rows are picked', () => {
  const stored = Float64Array.of(1, 2, 3, 10, 20, 30)
  expect(pickColumns(stored, 3, [0, 2])).toEqual(Float64Array.of(1, 3, 10, 30))
  expect(pickColumns(stored, 3, [0, 1, 2])).toEqual(stored)
})

test('blocks become columns next to each other', () => {
  const pairs = { points: Float64Array.of(1, 2, 10, 20, 100, 200), width: 2 }
  const single = { points: Float64Array.of(3, 30, 300), width: 1 }
  const joined = [1, 2, 3, 10, 20, 30, 100, 200, 300]
  expect([...joinBlocks([pairs, single])]).toEqual(joined)
  expect([...joinBlocks([single, pairs])]).toEqual([3, 1, 2, 30, 10, 20, 300, 100, 200])
  expect(joinBlocks([pairs])).toEqual(pairs.points)
  expect(joinBlocks([])).toEqual(new Float64Array(0))
})

import { expect, test } from 'vitest'
import { UnitedReads, uniteRanges } from '../../../src/byte-sources/fetcher/united-reads.ts'

test.each([
  [[], []],
  [[[5, 2]], [5, 7]],
  [
    [
      [0, 3],
      [3, 2],
    ],
    [0, 5],
  ],
  [
    [
      [0, 3],
      [4, 2],
    ],
    [0, 3, 4, 6],
  ],
  [
    [
      [0, 9],
      [2, 3],
      [9, 1],
    ],
    [0, 10],
  ],
])('the ranges %j unite to %j', (ranges, united) => {
  const found = uniteRanges(ranges.map(([position = 0, length = 0]) => ({ position, length })))
  expect(found).toEqual(Float64Array.from(united))
})

test('reads get their parts of what is fetched for all', () => {
  const places = [
    [10, 2],
    [11, 3],
    [20, 1],
    [30, 2],
    [31, 1],
  ] as const
  const reads = places.map(([position, length]) => ({ position, target: new Uint8Array(length) }))
  const united = new UnitedReads(reads)
  expect(united.ranges).toEqual(Float64Array.of(10, 14, 20, 21, 30, 32))
  expect(united.length).toBe(7)
  united.spread(Uint8Array.of(10, 11, 12, 13, 20, 30, 31))
  expect(reads.map(({ target }) => [...target])).toEqual([
    [10, 11],
    [11, 12, 13],
    [20],
    [30, 31],
    [31],
  ])
})

test('no reads need nothing', () => {
  const united = new UnitedReads([])
  expect([united.length, united.ranges.length]).toEqual([0, 0])
})

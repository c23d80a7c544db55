import { describe, expect, test } from 'vitest'
import { unitParts } from '../../../src/domain/units/unit-parts.ts'

const rows = (count: number) => Uint32Array.from({ length: count }, (_, row) => 3 * row)
const sizes = (count: number, threads: number) =>
  unitParts(rows(count), threads).map(({ length }) => length)

describe('unitParts', () => {
  test('makes four parts for each thread, whose units follow each other', () => {
    expect(sizes(1000, 2)).toEqual([125, 125, 125, 125, 125, 125, 125, 125])
    expect(unitParts(rows(1000), 2).flatMap((part) => [...part])).toEqual([...rows(1000)])
  })

  test('makes no part of fewer than 64 units', () => {
    expect(sizes(0, 2)).toEqual([0])
    expect(sizes(63, 2)).toEqual([63])
    expect(sizes(127, 2)).toEqual([127])
    expect(sizes(128, 2)).toEqual([64, 64])
    expect(sizes(200, 4)).toEqual([67, 66, 67])
  })

  test('leaves all to a single thread, and to whichever comes free', () => {
    expect(sizes(1000, 1)).toEqual([1000])
    expect(sizes(1000, 0)).toEqual([1000])
  })
})

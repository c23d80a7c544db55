import { expect, test } from 'vitest'
import { RangeTarget } from '../../../src/byte-sources/pages/range-target.ts'

/** Bytes 10 to 12, 15, and 20 to 21. */
const ranges = Float64Array.of(10, 13, 15, 16, 20, 22)

const bytesFrom = (position: number, length: number) =>
  Uint8Array.from({ length }, (_, i) => position + i)

test.each([
  [0, 30, [10, 11, 12, 15, 20, 21]],
  [0, 10, [0, 0, 0, 0, 0, 0]],
  [9, 2, [10, 0, 0, 0, 0, 0]],
  [12, 4, [0, 0, 12, 15, 0, 0]],
  [13, 2, [0, 0, 0, 0, 0, 0]],
  [15, 1, [0, 0, 0, 15, 0, 0]],
  [21, 9, [0, 0, 0, 0, 0, 21]],
  [22, 9, [0, 0, 0, 0, 0, 0]],
])('of bytes from %i on, %i of them, what is wanted is taken', (position, length, expected) => {
  const target = new Uint8Array(6)
  const taken = new RangeTarget(ranges, target).place(position, bytesFrom(position, length))
  expect([...target]).toEqual(expected)
  expect(taken).toBe(expected.filter((byte) => byte > 0).length)
  expect(new RangeTarget(ranges, null).place(position, bytesFrom(position, length))).toBe(taken)
})

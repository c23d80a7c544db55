import { expect, test } from 'vitest'
import { rangeOf } from '../../../src/http/arrays/byte-range.ts'

const parts = [Uint8Array.of(0, 1, 2), new Uint8Array(0), Uint8Array.of(3), Uint8Array.of(4, 5)]

test.each([
  [0, 5, [0, 1, 2, 3, 4, 5]],
  [2, 4, [2, 3, 4]],
  [3, 3, [3]],
  [5, 5, [5]],
])('bytes %i to %i are taken from all the parts that they lie in', (start, end, expected) => {
  expect(rangeOf(parts, { start, end }).flatMap((part) => [...part])).toEqual(expected)
})

test('parts are not copied', () => {
  expect(rangeOf(parts, { start: 1, end: 2 })[0]?.buffer).toBe(parts[0]?.buffer)
})

test('only the parts that lie in a range are taken', () => {
  expect(rangeOf(parts, { start: 2, end: 4 })).toEqual([
    Uint8Array.of(2),
    Uint8Array.of(3),
    Uint8Array.of(4),
  ])
  expect(rangeOf(parts, { start: 3, end: 3 })).toEqual([Uint8Array.of(3)])
})

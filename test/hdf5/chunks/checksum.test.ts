import { expect, test } from 'vitest'
import { checksum } from '../../../src/hdf5/chunks/checksum.ts'

// The first two are those that lookup3.c has itself; the others its C code gives.
test.each([
  ['', 0xdeadbeef],
  ['Four score and seven years ago', 0x17770551],
])('the checksum of %o', (text, expected) => {
  expect(checksum(Buffer.from(text))).toBe(expected)
})

test.each([
  [1, 0x1c1f9009],
  [4, 0xc13ae046],
  [5, 0x17ed018f],
  [11, 0xeb810420],
  [12, 0xb07a69bb],
  [13, 0x65476124],
  [24, 0xd0175e5d],
  [25, 0x90054e36],
])('the checksum of %i bytes from 200 on', (length, expected) => {
  expect(checksum(Uint8Array.from({ length }, (_, i) => 200 + i))).toBe(expected)
})

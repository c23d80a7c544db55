import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { readObjectHeader, unsignedAt } from '../../src/hdf5/object-header.ts'
import {
  headerOf,
  layout,
  messagesOf,
  type TestMessage,
  text,
  u16,
  u32,
  u64,
} from './header-bytes.ts'

const CONTINUATION = 16

const read = (bytes: readonly number[], address = 0) =>
  readObjectHeader(new MemoryBytes('header.nwb', Uint8Array.from(bytes)), layout, address)
const found = (bytes: readonly number[], address = 0) =>
  read(bytes, address)?.map(({ type, isShared, bytes }) => [type, isShared, ...bytes])

const first: TestMessage = { type: 3, bytes: [1, 2, 3, 4, 5, 6, 7, 8] }
const second: TestMessage = { type: 8, flags: 2, bytes: [9, 9, 9, 9, 9, 9, 9, 9] }
const messages = [
  [3, false, ...first.bytes],
  [8, true, ...second.bytes],
]

describe('a header of version 1', () => {
  test('has its messages in one block', () => {
    expect(found(headerOf(first, second))).toEqual(messages)
    expect(found([...new Array(40).fill(0), ...headerOf(first, second)], 40)).toEqual(messages)
  })

  test.each([60, 1000])('goes on in other blocks, %i bytes further', (distance) => {
    const rest = messagesOf([second])
    const link = (at: number) => ({
      type: CONTINUATION,
      bytes: [...u64(at), ...u64(rest.length)],
    })
    const length = headerOf(first, link(0)).length
    const at = length + distance
    const bytes = [...headerOf(first, link(at)), ...new Array(distance).fill(0), ...rest]
    expect(found(bytes)).toEqual(messages)
    // The last byte of the block is missing.
    expect(read(bytes.slice(0, -1))).toBeNull()
  })

  test('whose blocks go on in circles ends, and is none', () => {
    const link = { type: CONTINUATION, bytes: [...u64(16), ...u64(24)] }
    expect(read([...headerOf(link), ...new Array(99).fill(0)])).toBeNull()
  })

  test('with a block of more than a megabyte is none', () => {
    const link = (length: number) => ({ type: CONTINUATION, bytes: [...u64(40), ...u64(length)] })
    const bytes = (length: number) => [...headerOf(link(length)), ...new Array(2 ** 20 + 1).fill(0)]
    expect(read(bytes(2 ** 20))).not.toBeNull()
    expect(read(bytes(2 ** 20 + 1))).toBeNull()
  })

  test('ends with the last message that is whole', () => {
    const bytes = headerOf(first, second)
    bytes[8] = (bytes[8] ?? 0) - 1
    expect(found(bytes)).toEqual(messages.slice(0, 1))
  })
})

describe('a header of version 2', () => {
  /** Flags say how wide its length is, and what stands before it. */
  function newHeader(flags: number, extra: number, width: number, numbered = false): number[] {
    const body = [first, second].flatMap(({ type, flags = 0, bytes }) => [
      ...[type, ...u16(bytes.length), flags],
      ...(numbered ? u16(1) : []),
      ...bytes,
    ])
    const length = [body.length, ...new Array(width - 1).fill(0)]
    const prefix = [...text('OHDR'), 2, flags, ...new Array(extra).fill(7), ...length]
    return [...prefix, ...body, ...u32(0)]
  }

  test.each([
    ['a length of 1 byte', newHeader(0, 0, 1)],
    ['a length of 2 bytes', newHeader(1, 0, 2)],
    ['a length of 4 bytes', newHeader(2, 0, 4)],
    ['a length of 8 bytes', newHeader(3, 0, 8)],
    ['times', newHeader(0x20, 16, 1)],
    ['limits of attributes', newHeader(0x10, 4, 1)],
    ['both', newHeader(0x32, 20, 4)],
    ['numbered messages', newHeader(4, 0, 1, true)],
  ])('with %s', (_, bytes) => {
    expect(found(bytes)).toEqual(messages)
  })

  test('has a signature before, and a checksum after, what it goes on with', () => {
    const block = [...text('OCHK'), second.type, ...u16(second.bytes.length), 2, ...second.bytes]
    const at = 60
    const link = [CONTINUATION, ...u16(16), 0, ...u64(at), ...u64(block.length + 4)]
    const body = [first.type, ...u16(first.bytes.length), 0, ...first.bytes, ...link]
    const bytes = [...text('OHDR'), 2, 0, body.length, ...body, ...u32(0)]
    const filled = [...bytes, ...new Array(at - bytes.length).fill(0), ...block, ...u32(0)]
    expect(found(filled)).toEqual(messages)
  })

  test('has its signature and version', () => {
    const bytes = newHeader(0, 0, 1)
    for (const at of [0, 1, 2, 3, 4]) {
      expect(read(bytes.map((byte, i) => (i === at ? byte + 1 : byte)))).toBeNull()
    }
  })
})

test('a header is longer than its prefix, and within its file', () => {
  const bytes = headerOf({ type: 3, bytes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] })
  expect(bytes).toHaveLength(34)
  expect(read(bytes)).toHaveLength(1)
  expect(read(bytes.slice(0, 33))).toBeNull()
  expect(read(bytes, -1)).toBeNull()
  expect(read(bytes, 35)).toBeNull()
})

test('numbers of any width', () => {
  const view = new DataView(Uint8Array.of(1, 2, 3, 4, 5, 6).buffer)
  expect(unsignedAt(view, 0, 1)).toBe(1)
  expect(unsignedAt(view, 1, 2)).toBe(0x302)
  expect(unsignedAt(view, 0, 6)).toBe(0x60504030201)
  expect(unsignedAt(view, 1, 6)).toBeNaN()
})

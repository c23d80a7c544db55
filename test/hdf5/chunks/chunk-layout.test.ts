import { expect, test } from 'vitest'
import { MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { chunkLayoutAt } from '../../../src/hdf5/chunks/chunk-layout.ts'
import { layout as fileLayout, headerOf, type TestMessage } from '../header-bytes.ts'

const DATASPACE = 1
const LAYOUT = 8

/** The layout that an object header with these messages gives. */
function layoutOf(...messages: TestMessage[]) {
  const source = new MemoryBytes('layout.nwb', Uint8Array.from(headerOf(...messages)))
  return chunkLayoutAt(source, fileLayout, 0)
}

const address = [0x34, 0x12, 0, 0, 0, 0, 0, 0]
const noAddress = [255, 255, 255, 255, 255, 255, 255, 255]
const chunked = [3, 2, 2, ...address, 10, 0, 0, 0, 8, 0, 0, 0]
const layout = (...bytes: number[]): TestMessage => ({ type: LAYOUT, bytes })

const tenDoubles = { address: 0x1234, chunk: [10], elementBytes: 8, partialUnfiltered: false }

test.each([1, 2])('a layout of version %i has its class after its rank', (version) => {
  const bytes = [2, 0, 0, 0, 0, 0, ...address, 10, 0, 0, 0, 8, 0, 0, 0]
  expect(layoutOf(layout(version, 2, ...bytes))).toEqual({
    ...tenDoubles,
    index: { kind: 'tree' },
  })
  expect(layoutOf(layout(version, 2, 1, ...bytes.slice(1)))).toBeNull()
})

test('a layout of version 3 has its class before its rank', () => {
  expect(layoutOf(layout(...chunked))).toEqual({ ...tenDoubles, index: { kind: 'tree' } })
  expect(layoutOf(layout(3, 1, ...chunked.slice(2)))).toBeNull()
})

test('a chunk may have several dimensions', () => {
  const lengths = [10, 0, 0, 0, 20, 0, 0, 0, 4, 0, 0, 0]
  const expected = { address: 0x1234, chunk: [10, 20], elementBytes: 4 }
  expect(layoutOf(layout(1, 3, 2, 0, 0, 0, 0, 0, ...address, ...lengths))).toMatchObject(expected)
  expect(layoutOf(layout(3, 2, 3, ...address, ...lengths))).toMatchObject(expected)
  expect(layoutOf(layout(4, 2, 0, 3, 1, 10, 20, 4, 2, ...address))).toMatchObject(expected)
})

test('an address may have bytes of ones', () => {
  const place = [255, 18, 0, 0, 0, 0, 0, 0]
  const found = layoutOf(layout(3, 2, 2, ...place, 10, 0, 0, 0, 8, 0, 0, 0))
  expect(found?.address).toBe(0x12ff)
})

test('stands among other messages', () => {
  expect(layoutOf({ type: DATASPACE, bytes: [1, 0] }, layout(...chunked))).toMatchObject(tenDoubles)
})

test('has no address before the first chunk is written', () => {
  expect(layoutOf(layout(3, 2, 2, ...noAddress, 10, 0, 0, 0, 8, 0, 0, 0))?.address).toBeNull()
})

/** Rank 2, lengths of 2 bytes: ten entries of 8 bytes. */
const newest = (version: number, flags: number, ...rest: number[]) =>
  layoutOf(layout(version, 2, flags, 2, 2, 10, 0, 8, 0, ...rest))

test.each([
  ['implicit', 2, 0],
  ['fixedArray', 3, 1],
  ['extensibleArray', 4, 5],
  ['newTree', 5, 6],
] as const)('an index of kind %s has its parameters before its address', (kind, type, bytes) => {
  for (const version of [4, 5]) {
    expect(newest(version, 1, type, ...new Array(bytes).fill(9), ...address)).toEqual({
      ...tenDoubles,
      partialUnfiltered: true,
      index: { kind },
    })
  }
})

test('a single chunk has its length and filter mask where it went through filters', () => {
  expect(newest(4, 0, 1, ...address)).toEqual({
    ...tenDoubles,
    index: { kind: 'single', filtered: null },
  })
  expect(newest(4, 1, 1, ...address)).toEqual({
    ...tenDoubles,
    partialUnfiltered: true,
    index: { kind: 'single', filtered: null },
  })
  const filtered = [72, 1, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0]
  expect(newest(4, 2, 1, ...filtered, ...address)).toEqual({
    ...tenDoubles,
    index: { kind: 'single', filtered: { byteLength: 328, filterMask: 5 } },
  })
})

test.each([
  ['no layout', layoutOf({ type: DATASPACE, bytes: [1, 0] }, { type: DATASPACE, bytes: [1, 0] })],
  ['two layouts', layoutOf(layout(...chunked), layout(...chunked))],
  ['a layout that stands elsewhere', layoutOf({ ...layout(...chunked), flags: 2 })],
  ['a version that is not known', layoutOf(layout(6, ...chunked.slice(1)))],
  ['one dimension only, that of its bytes', layoutOf(layout(3, 2, 1, ...address, 8, 0, 0, 0))],
  ['chunks without length', layoutOf(layout(3, 2, 2, ...address, 0, 0, 0, 0, 8, 0, 0, 0))],
  ['a message that ends in its address', layoutOf(layout(3, 2, 0, 1, 2, 3, 4, 5, 6, 7))],
  ['a newer version', newest(6, 0, 2, ...address)],
  ['an index of kind 0', newest(4, 0, 0, ...address)],
  ['an index of kind 6', newest(4, 0, 6, ...address)],
  ['no kind', newest(4, 0)],
  ['contiguous data', layoutOf(layout(4, 1, 0, 2, 2, 10, 0, 8, 0, 2, ...address))],
  ['no header', chunkLayoutAt(new MemoryBytes('layout.nwb', new Uint8Array(99)), fileLayout, 0)],
])('%s: nothing is known here', (_, found) => {
  expect(found).toBeNull()
})

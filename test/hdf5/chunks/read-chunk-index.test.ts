import { expect, test } from 'vitest'
import { MemoryBytes } from '../../../src/byte-sources/byte-source.ts'
import { WatchedSource } from '../../../src/byte-sources/watched-source.ts'
import type { ChunkIndex } from '../../../src/hdf5/chunks/chunk-index.ts'
import { readChunkIndex } from '../../../src/hdf5/chunks/read-chunk-index.ts'

const NO_ADDRESS = 0xffff_ffff_ffff_ffffn

interface TestEntry {
  readonly entry: number
  readonly byteLength: number
  readonly filterMask?: number
  readonly child: number
}

/**
 * A node of a B-tree of version 1 that indexes chunks of one dimension; its keys end with that
 * of the last entry and a byte.
 */
function node(level: number, entries: readonly TestEntry[], end = entries.at(-1)?.entry ?? 0) {
  const bytes = new Uint8Array(24 + 32 * entries.length + 24)
  const view = new DataView(bytes.buffer)
  bytes.set(Buffer.from('TREE'))
  view.setUint8(4, 1)
  view.setUint8(5, level)
  view.setUint16(6, entries.length, true)
  view.setBigUint64(8, NO_ADDRESS, true)
  view.setBigUint64(16, NO_ADDRESS, true)
  for (const [i, { entry, byteLength, filterMask = 0, child }] of entries.entries()) {
    const at = 24 + 32 * i
    view.setUint32(at, byteLength, true)
    view.setUint32(at + 4, filterMask, true)
    view.setBigUint64(at + 8, BigInt(entry), true)
    view.setBigUint64(at + 24, BigInt(child), true)
  }
  view.setBigUint64(24 + 32 * entries.length + 8, BigInt(end), true)
  view.setBigUint64(24 + 32 * entries.length + 16, 8n, true)
  return bytes
}

/** A file of 4096 bytes with nodes at these positions. */
function fileOf(nodes: Readonly<Record<number, Uint8Array>>): WatchedSource {
  const bytes = new Uint8Array(4096)
  for (const [position, node] of Object.entries(nodes)) bytes.set(node, Number(position))
  return new WatchedSource(new MemoryBytes('tree.nwb', bytes))
}

/** The index at the beginning of a file, of a dataset of so many chunks of ten entries. */
function read(file: WatchedSource, chunkCount: number): ChunkIndex | null {
  const source = {
    file,
    layout: { base: 0, offsetSize: 8, lengthSize: 8 },
    grid: [chunkCount],
    largestGrid: [chunkCount],
    chunk: [10],
    plainBytes: 80,
    isFiltered: true,
    fail: (cause: string) => new Error(cause),
  }
  const layout = { chunk: [10], elementBytes: 8, partialUnfiltered: false }
  return readChunkIndex(source, { ...layout, index: { kind: 'tree' }, address: 0 })
}

test('tells where each chunk lies', () => {
  const chunks = [
    { entry: 0, byteLength: 80, child: 1000 },
    { entry: 20, byteLength: 72, filterMask: 1, child: 2000 },
  ]
  const file = fileOf({
    0: node(1, [{ entry: 0, byteLength: 0, child: 200 }], 20),
    200: node(0, chunks),
  })
  expect(read(file, 3)).toMatchObject({
    positions: Float64Array.of(1000, -1, 2000),
    byteLengths: Float64Array.of(80, 0, 72),
    filterMasks: Uint32Array.of(0, 0, 1),
    isComplete: false,
  })
})

test('passes over chunks beyond the end of the dataset', () => {
  const chunks = [0, 10, 20].map((entry) => ({ entry, byteLength: 80, child: 1000 + entry }))
  const index = read(fileOf({ 0: node(0, chunks) }), 2)
  expect(index?.positions).toEqual(Float64Array.of(1000, 1010))
  expect(index?.isComplete).toBe(true)
})

test('comes to an end where all nodes lead to the same leaf', () => {
  const toOne = (child: number) =>
    Array.from({ length: 10 }, (_, entry) => ({ entry, byteLength: 0, child }))
  const nodes = Array.from({ length: 6 }, (_, i) => [500 * i, node(6 - i, toOne(500 * (i + 1)))])
  const file = fileOf({ ...Object.fromEntries(nodes), 3000: node(0, []) })
  expect(() => read(file, 2)).toThrow()
  expect(file.readCount).toBeLessThan(20)
})

function changed(bytes: Uint8Array, at: number, byte: number): Uint8Array {
  const other = bytes.slice()
  other[at] = byte
  return other
}

const chunk = { entry: 0, byteLength: 80, child: 100 }

test.each([
  ['leads back to itself', { 0: node(1, [{ ...chunk, child: 0 }]) }, 'is of level 1'],
  [
    'leads out of the file',
    { 0: node(1, [{ ...chunk, child: 5000 }]) },
    'points to 5000, outside the file',
  ],
  [
    'has a chunk over the end of the file',
    { 0: node(0, [{ ...chunk, child: 4090 }]) },
    'chunk 0 extends past the end of the file',
  ],
  ['has a chunk between others', { 0: node(0, [{ ...chunk, entry: 5 }]) }, 'has a chunk at 5,0'],
  ['has a chunk twice', { 0: node(0, [chunk, chunk], 10) }, 'is not in order'],
  [
    'has a chunk in two leaves',
    {
      0: node(
        1,
        [
          { ...chunk, child: 200 },
          { ...chunk, child: 400 },
        ],
        10,
      ),
      200: node(0, [chunk]),
      400: node(0, [chunk], 10),
    },
    'is not in order',
  ],
  [
    'has chunks out of order',
    { 0: node(0, [{ ...chunk, entry: 10 }, chunk], 10) },
    'is not in order',
  ],
  [
    'ends before its last chunk',
    { 0: node(0, [{ ...chunk, entry: 10 }], 0) },
    'ends before its last',
  ],
  [
    'has nodes of the wrong level',
    { 0: node(2, [{ ...chunk, child: 200 }]), 200: node(0, [chunk]) },
    'is of level 0',
  ],
  [
    'is of another type',
    { 0: changed(node(0, [chunk]), 4, 0) },
    'there is no index of chunks at 0',
  ],
  [
    'is cut off',
    { 0: node(1, [{ ...chunk, child: 4056 }]), 4056: node(0, [chunk]).subarray(0, 40) },
    'points to 4056, outside the file',
  ],
  ['is not there', { 0: new Uint8Array(100) }, 'no part of the index of chunks was found at 0'],
] as const)('a tree that %s is damaged', (_, nodes, cause) => {
  expect(() => read(fileOf(nodes), 2)).toThrow(cause)
})

test('takes no memory for more chunks than any file has', () => {
  const file = fileOf({ 0: node(0, [chunk]) })
  expect(read(file, 2 ** 40)).toBeNull()
})

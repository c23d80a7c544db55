import { expect, test } from 'vitest'
import { MemoryBytes } from '../../src/nwb/byte-source.ts'
import { findChunkIndex } from '../../src/nwb/chunk-index.ts'
import { WatchedSource } from '../../src/nwb/spike-source.ts'

const NO_ADDRESS = 0xffff_ffff_ffff_ffffn

interface TestEntry {
  readonly entry: number
  readonly byteLength: number
  readonly child: number
}

/** A node of a B-tree of version 1 that indexes chunks of one dimension. */
function node(level: number, entries: readonly TestEntry[]): Uint8Array {
  const bytes = new Uint8Array(24 + 32 * entries.length)
  const view = new DataView(bytes.buffer)
  bytes.set(Buffer.from('TREE'))
  view.setUint8(4, 1)
  view.setUint8(5, level)
  view.setUint16(6, entries.length, true)
  view.setBigUint64(8, NO_ADDRESS, true)
  view.setBigUint64(16, NO_ADDRESS, true)
  for (const [i, { entry, byteLength, child }] of entries.entries()) {
    const at = 24 + 32 * i
    view.setUint32(at, byteLength, true)
    view.setBigUint64(at + 8, BigInt(entry), true)
    view.setBigUint64(at + 24, BigInt(child), true)
  }
  return bytes
}

/** A file of 4096 bytes with nodes at these positions. */
function fileOf(nodes: Readonly<Record<number, Uint8Array>>): WatchedSource {
  const bytes = new Uint8Array(4096)
  for (const [position, node] of Object.entries(nodes)) bytes.set(node, Number(position))
  return new WatchedSource(new MemoryBytes('tree.nwb', bytes))
}

const root = [{ position: 0, length: 24 }]

test('tells where each chunk lies', () => {
  const chunks = [
    { entry: 0, byteLength: 80, child: 1000 },
    { entry: 10, byteLength: 72, child: 2000 },
  ]
  const file = fileOf({
    0: node(1, [{ entry: 0, byteLength: 0, child: 200 }]),
    200: node(0, chunks),
  })
  expect(findChunkIndex(file, root, 2, 10)).toEqual({
    positions: Float64Array.of(1000, 2000),
    byteLengths: Float64Array.of(80, 72),
  })
})

test('comes to an end where all nodes lead to the same empty leaf', () => {
  const toOne = (child: number) =>
    Array.from({ length: 10 }, () => ({ entry: 0, byteLength: 0, child }))
  const nodes = Array.from({ length: 6 }, (_, i) => [500 * i, node(6 - i, toOne(500 * (i + 1)))])
  const file = fileOf({ ...Object.fromEntries(nodes), 3000: node(0, []) })
  expect(findChunkIndex(file, root, 2, 10)).toBeNull()
  expect(file.readCount).toBeLessThan(20)
})

test.each([
  ['leads back to itself', { 0: node(1, [{ entry: 0, byteLength: 0, child: 0 }]) }],
  ['leads out of the file', { 0: node(1, [{ entry: 0, byteLength: 0, child: 5000 }]) }],
  ['has a chunk behind the end', { 0: node(0, [{ entry: 0, byteLength: 80, child: 4090 }]) }],
  ['has a chunk between others', { 0: node(0, [{ entry: 5, byteLength: 80, child: 100 }]) }],
  ['lacks chunks', { 0: node(0, []) }],
])('finds nothing in a tree that %s', (_, nodes) => {
  expect(findChunkIndex(fileOf(nodes), root, 1, 10)).toBeNull()
})

test('takes no memory for more chunks than any file has', () => {
  const file = fileOf({ 0: node(0, [{ entry: 0, byteLength: 8, child: 100 }]) })
  expect(findChunkIndex(file, root, 2 ** 40, 1)).toBeNull()
})

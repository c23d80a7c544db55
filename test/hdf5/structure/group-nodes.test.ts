import { describe, expect, test } from 'vitest'
import {
  groupEntries,
  linkIn,
  localHeapData,
  symbolTableIn,
  treeChildren,
} from '../../../src/hdf5/structure/group-nodes.ts'
import { text, u16, u32, u64 } from '../header-bytes.ts'

const bytesOf = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat())
/** The same bytes within a larger buffer. */
const inside = (bytes: Uint8Array) => Uint8Array.of(9, 9, 9, ...bytes, 9, 9).subarray(3, -2)

test('a symbol table message has the addresses of a tree and a heap', () => {
  expect(symbolTableIn(inside(bytesOf(u64(1000), u64(2000))))).toEqual({ tree: 1000, heap: 2000 })
})

describe('a node of the B-tree of a group', () => {
  const node = (
    kind: number,
    level: number,
    children: readonly number[],
    count = children.length,
  ) =>
    bytesOf(
      ...[text('TREE'), [kind, level], u16(count), u64(0), u64(0)],
      u64(0),
      ...children.flatMap((child) => [u64(child), u64(0)]),
    )

  test('has addresses between its keys', () => {
    expect(treeChildren(inside(node(0, 2, [1000, 2000])))).toEqual({
      children: [1000, 2000],
      level: 2,
    })
  })

  test('has no more of them than there are bytes', () => {
    const { children } = treeChildren(node(0, 0, [1000, 2000], 9).subarray(0, -8))
    expect(children).toEqual([1000, 2000])
    expect(treeChildren(node(0, 0, [1000, 2000], 9).subarray(0, -9)).children).toEqual([1000])
  })

  test('is none of chunks, or of anything else', () => {
    expect(treeChildren(node(1, 1, [1000]))).toEqual({ children: [], level: 0 })
    expect(treeChildren(new Uint8Array(100))).toEqual({ children: [], level: 0 })
  })
})

test('a local heap has the address and the length of its names', () => {
  const heap = bytesOf(text('HEAP'), u32(0), u64(88), u64(0), u64(5000))
  expect(localHeapData(inside(heap))).toEqual({ address: 5000, length: 88 })
  expect(localHeapData(new Uint8Array(100))).toBeNull()
})

describe('a symbol table node', () => {
  const entry = (name: number, address: number, cache: number) => [
    ...[...u64(name), ...u64(address), ...u32(cache), ...u32(0)],
    ...[...u64(7000), ...u64(8000)],
  ]
  const names = bytesOf(text('\0units\0electrodes'))
  const table = (count: number, ...entries: number[][]) =>
    bytesOf(text('SNOD'), [1, 0], u16(count), ...entries)

  test('has names, addresses, and where the members of groups are listed', () => {
    expect(groupEntries(inside(table(2, entry(1, 1000, 1), entry(7, 2000, 0))), names)).toEqual([
      { name: 'units', address: 1000, group: { tree: 7000, heap: 8000 } },
      { name: 'electrodes', address: 2000, group: null },
    ])
  })

  test('has as many as it says, and no more than there are bytes', () => {
    const entries = [entry(1, 1000, 0), entry(7, 2000, 0)]
    expect(groupEntries(table(1, ...entries), names)).toHaveLength(1)
    expect(groupEntries(table(9, ...entries), names)).toHaveLength(2)
    expect(groupEntries(table(2, ...entries).subarray(0, -1), names)).toHaveLength(1)
    expect(groupEntries(new Uint8Array(100), names)).toEqual([])
  })
})

describe('a link message', () => {
  const name = text('units')
  const link = (flags: number, before: readonly number[], width: number, nameBytes = name) => [
    ...[1, flags, ...before, nameBytes.length, ...new Array(width - 1).fill(0)],
    ...[...nameBytes, ...u64(1000)],
  ]

  test.each([
    ['a length of 1 byte', link(0, [], 1)],
    ['a length of 2 bytes', link(1, [], 2)],
    ['a length of 4 bytes', link(2, [], 4)],
    ['a length of 8 bytes', link(3, [], 8)],
    ['its type', link(8, [0], 1)],
    ['the order of its creation', link(4, [5, 0, 0, 0, 0, 0, 0, 0], 1)],
    ['an encoding', link(16, [1], 1)],
    ['all of it', link(31, [0, 5, 0, 0, 0, 0, 0, 0, 0, 1], 8)],
  ])('may have %s', (_, bytes) => {
    expect(linkIn(Uint8Array.from(bytes))).toEqual({ name: 'units', address: 1000 })
  })

  test('may have a long name', () => {
    const long = 'x'.repeat(300)
    const bytes = [1, 1, ...u16(300), ...text(long), ...u64(1000)]
    expect(linkIn(Uint8Array.from(bytes))).toEqual({ name: long, address: 1000 })
  })

  test.each([
    ['of another version', [2, ...link(0, [], 1).slice(1)]],
    ['that is soft', link(8, [1], 1)],
    ['that ends in its length', [1, 3, 5, 0, 0, 0, 0, 0, 0]],
    ['that ends in its address', link(0, [], 1).slice(0, -1)],
  ])('%s is passed over', (_, bytes) => {
    expect(linkIn(Uint8Array.from(bytes))).toBeNull()
  })

  test('may have no name', () => {
    expect(linkIn(Uint8Array.from(link(0, [], 1, [])))).toEqual({ name: '', address: 1000 })
  })
})

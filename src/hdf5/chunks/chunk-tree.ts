// HDF5's first index of chunks: a B-tree. Format: HDF5 File Format Specification, section
// III.A.1, "Version 1 B-trees".

import { unsignedAt } from '../object-header.ts'
import type { ChunkIndex } from './chunk-index.ts'
import { numberOfChunk } from './chunk-numbers.ts'
import { readBlock } from './index-block.ts'
import type { IndexSource } from './index-source.ts'

const SIGNATURE = 'TREE'
const RAW_DATA = 1

/** Signature, type, level, number of entries; then the addresses of both siblings. */
const HEADER = 8

/** What stands before each child: size of the chunk, its filter mask, and where it begins. */
interface Key {
  readonly byteLength: number
  readonly filterMask: number
  /**
   * entries along each dimension before the chunk; and bytes in its first entry, 0
   * but in the key that ends a node
   */
  readonly offsets: readonly number[]
}

/**
 * Read the tree whose root stands at a position. Its keys must ascend, or else
 * libhdf5 would not find all chunks.
 */
export function readTree(source: IndexSource, position: number, chunks: ChunkIndex): void {
  let last: readonly number[] | null = null
  const ascends = (key: Key) => last === null || isBefore(last, key.offsets)
  const visit = (at: number, level: number | null) => {
    const node = readNode(source, at)
    // Each visit of a leaf finds a chunk, or fails, so that a walk ends, wherever nodes point.
    if (node.children.length === 0 && (level !== null || node.level > 0)) {
      throw source.fail(`the index of chunks at ${at} is empty`)
    }
    if (level !== null && node.level !== level) {
      throw source.fail(`the index of chunks at ${at} is of level ${node.level}`)
    }
    for (const [i, child] of node.children.entries()) {
      const key = node.keys[i]
      if (!ascends(key)) throw source.fail(`the index of chunks at ${at} is not in order`)
      if (node.level > 0) {
        visit(child, node.level - 1)
        continue
      }
      last = key.offsets
      const chunk = numberOfChunk(source, key.offsets.slice(0, -1))
      if (chunk === null) throw source.fail(`the index has a chunk at ${key.offsets.join()}`)
      if (chunk >= 0) chunks.add(chunk, child, key.byteLength, key.filterMask)
    }
    if (!ascends(node.keys.at(-1) as Key)) {
      throw source.fail(`the index of chunks at ${at} ends before its last chunk`)
    }
  }
  visit(position, null)
}

function readNode(source: IndexSource, position: number) {
  const { layout, grid } = source
  const prefix = HEADER + 2 * layout.offsetSize
  const head = readBlock(source, SIGNATURE, position, prefix)
  const level = head.getUint8(5)
  const count = head.getUint16(6, true)
  if (head.getUint8(4) !== RAW_DATA) {
    throw source.fail(`there is no index of chunks at ${position}`)
  }
  const keyBytes = 8 + 8 * (grid.length + 1)
  const step = keyBytes + layout.offsetSize
  const view = readBlock(source, SIGNATURE, position, prefix + count * step + keyBytes)
  const keys = Array.from({ length: count + 1 }, (_, i): Key => {
    const at = prefix + i * step
    return {
      byteLength: view.getUint32(at, true),
      filterMask: view.getUint32(at + 4, true),
      offsets: Array.from({ length: grid.length + 1 }, (_, dimension) =>
        unsignedAt(view, at + 8 + 8 * dimension, 8),
      ),
    }
  })
  const children = Array.from({ length: count }, (_, i) => {
    return layout.base + unsignedAt(view, prefix + i * step + keyBytes, layout.offsetSize)
  })
  return { level, keys, children }
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const differs = one.findIndex((offset, dimension) => offset !== other[dimension])
  return differs >= 0 && one[differs] < other[differs]
}

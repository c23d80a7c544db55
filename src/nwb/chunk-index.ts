// HDF5's index of chunks, of version 1: a B-tree. Format: HDF5 File Format Specification, section III.A.1, "Version 1 B-trees".
import type { ByteSource } from './byte-source.ts'

/** Where the chunks of a dataset of one dimension lie; shape of both: [chunks]. */
export interface ChunkIndex {
  readonly positions: Float64Array
  readonly byteLengths: Float64Array
}

export interface ByteRange {
  readonly position: number
  readonly length: number
}

const SIGNATURE = 'TREE'
const RAW_DATA = 1

/** Signature, type, level, entries, and the addresses of both siblings. */
const HEADER = 24

/** Size of the chunk, its filter mask, and its offsets: one for the dimension, one for the element. */
const KEY = 24

const ADDRESS = 8
const NO_ADDRESS = 0xffff_ffff_ffff_ffffn

/** Sixteen megabytes of index; smaller chunks than that makes are slow whoever reads them. Bounds what a crafted shape can allocate. */
const MOST_CHUNKS = 1 << 20

/** A B-tree of eight levels would index more chunks than any file holds. */
const MOST_LEVELS = 8

interface Node {
  readonly position: number
  readonly level: number
  readonly isRoot: boolean
  readonly keys: readonly {
    readonly byteLength: number
    readonly filterMask: number
    readonly entry: number
  }[]
  readonly children: readonly number[]
}

/**
 * The index that libhdf5 used, found among the places where it read. Null where it is of another kind, is damaged, or lacks chunks:
 * libhdf5 deals with those.
 *
 * @param reads of libhdf5, while it read an entry of the dataset for the first time
 */
export function findChunkIndex(
  file: ByteSource,
  reads: readonly ByteRange[],
  chunkCount: number,
  chunkLength: number,
): ChunkIndex | null {
  if (chunkCount > MOST_CHUNKS) return null
  for (const { position } of reads) {
    const node = readNode(file, position)
    if (!node?.isRoot) continue
    const index = readIndex(file, node, chunkCount, chunkLength)
    if (index) return index
  }
  return null
}

function readIndex(
  file: ByteSource,
  root: Node,
  chunkCount: number,
  chunkLength: number,
): ChunkIndex | null {
  const index = {
    positions: new Float64Array(chunkCount).fill(-1),
    byteLengths: new Float64Array(chunkCount),
  }
  let found = 0
  const collect = (node: Node): boolean =>
    node.children.every((child, i) => {
      if (node.level > 0) {
        const next = readNode(file, child)
        return next !== null && next.level === node.level - 1 && collect(next)
      }
      const { byteLength, filterMask, entry } = node.keys[i] as Node['keys'][number]
      const chunk = entry / chunkLength
      const isKnown = Number.isInteger(chunk) && index.positions[chunk] === -1
      if (!isKnown || filterMask !== 0 || child + byteLength > file.size) return false
      index.positions[chunk] = child
      index.byteLengths[chunk] = byteLength
      found++
      return true
    })
  return root.level < MOST_LEVELS && collect(root) && found === chunkCount ? index : null
}

function readNode(file: ByteSource, position: number): Node | null {
  const header = viewOf(file, position, HEADER)
  if (!header) return null
  const signature = String.fromCharCode(...new Uint8Array(header.buffer, 0, 4))
  if (signature !== SIGNATURE || header.getUint8(4) !== RAW_DATA) return null
  const count = header.getUint16(6, true)
  // Each visit of a leaf finds a chunk, so that a walk ends, wherever nodes point.
  if (count === 0) return null
  const entries = viewOf(file, position + HEADER, count * (KEY + ADDRESS))
  if (!entries) return null
  const at = Array.from({ length: count }, (_, i) => i * (KEY + ADDRESS))
  return {
    position,
    level: header.getUint8(5),
    isRoot: [8, 16].every((sibling) => header.getBigUint64(sibling, true) === NO_ADDRESS),
    keys: at.map((key) => ({
      byteLength: entries.getUint32(key, true),
      filterMask: entries.getUint32(key + 4, true),
      entry: Number(entries.getBigUint64(key + 8, true)),
    })),
    children: at.map((key) => Number(entries.getBigUint64(key + KEY, true))),
  }
}

function viewOf(file: ByteSource, position: number, length: number): DataView | null {
  if (position < 0 || position + length > file.size) return null
  const bytes = new Uint8Array(length)
  file.read(bytes, position)
  return new DataView(bytes.buffer)
}

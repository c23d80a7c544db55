// HDF5's newer B-tree, which indexes chunks of datasets that may grow along several
// dimensions. Format: HDF5 File Format Specification, section III.A.2, "Version 2 B-trees",
// records of types 10 and 11.

import { unsignedAt } from '../object-header.ts'
import type { ChunkIndex } from './chunk-index.ts'
import { numberAt } from './chunk-numbers.ts'
import { readCheckedBlock } from './index-block.ts'
import type { IndexSource } from './index-source.ts'

/** Signature, version and type; and the checksum. */
const OVERHEAD = 10
const NODE_PREFIX = 6

const MOST_LEVELS = 16

/** How nodes are laid out. */
interface Shape {
  readonly nodeBytes: number
  readonly recordBytes: number
  /** of a child's number of records */
  readonly countBytes: number
  /** of the number of all records below a child, by the level of the child */
  readonly totalBytes: readonly number[]
}

export function readNewTree(source: IndexSource, position: number, chunks: ChunkIndex): void {
  const { offsetSize, lengthSize, base } = source.layout
  const length = 22 + offsetSize + lengthSize
  const header = readCheckedBlock(source, 'BTHD', position, length)
  const nodeBytes = header.getUint32(6, true)
  const recordBytes = header.getUint16(10, true)
  const depth = header.getUint16(12, true)
  const type = header.getUint8(5)
  const smallest = offsetSize + 8 * source.grid.length + (type === 11 ? 5 : 0)
  const isKnown = type === (source.isFiltered ? 11 : 10) && recordBytes >= smallest
  if (!isKnown || depth > MOST_LEVELS || nodeBytes <= OVERHEAD) {
    throw source.fail(`the index of chunks at ${position} is of another kind`)
  }
  const count = header.getUint16(16 + offsetSize, true)
  if (count === 0) return
  const root = base + unsignedAt(header, 16, offsetSize)
  const shape = shapeOf(nodeBytes, recordBytes, depth, offsetSize)
  const add = (view: DataView, at: number) => addRecord(source, view, at, recordBytes, chunks)
  const visit = (at: number, records: number, level: number) => {
    const view = readCheckedBlock(
      source,
      level > 0 ? 'BTIN' : 'BTLF',
      at,
      nodeLength(shape, records, level, offsetSize),
    )
    for (let i = 0; i < records; i++) add(view, NODE_PREFIX + i * recordBytes)
    if (level === 0) return
    const step = offsetSize + shape.countBytes + shape.totalBytes[level - 1]
    for (let i = 0; i <= records; i++) {
      const pointer = NODE_PREFIX + records * recordBytes + i * step
      const child = base + unsignedAt(view, pointer, offsetSize)
      visit(child, unsignedAt(view, pointer + offsetSize, shape.countBytes), level - 1)
    }
  }
  visit(root, count, depth)
}

/** Up to the checksum, and with it. */
function nodeLength(
  { recordBytes, countBytes, totalBytes }: Shape,
  records: number,
  level: number,
  offsetSize: number,
): number {
  const pointers =
    level === 0 ? 0 : (records + 1) * (offsetSize + countBytes + totalBytes[level - 1])
  return OVERHEAD + records * recordBytes + pointers
}

/** Numbers in nodes are as wide as the largest that they can be. */
function shapeOf(nodeBytes: number, recordBytes: number, depth: number, offsetSize: number): Shape {
  let most = Math.floor((nodeBytes - OVERHEAD) / recordBytes)
  let below = most
  const countBytes = widthOf(most)
  const totalBytes = [0]
  for (let level = 1; level <= depth; level++) {
    const pointer = offsetSize + countBytes + totalBytes[level - 1]
    most = Math.floor((nodeBytes - OVERHEAD - pointer) / (recordBytes + pointer))
    below = (most + 1) * below + most
    totalBytes.push(widthOf(below))
  }
  return { nodeBytes, recordBytes, countBytes, totalBytes }
}

const widthOf = (largest: number) => Math.floor(Math.log2(largest) / 8) + 1

function addRecord(
  source: IndexSource,
  view: DataView,
  at: number,
  recordBytes: number,
  chunks: ChunkIndex,
): void {
  const { grid, layout, isFiltered, plainBytes } = source
  const { offsetSize, base } = layout
  const placesAt = at + recordBytes - 8 * grid.length
  const lengthBytes = placesAt - at - offsetSize - 4
  const byteLength = isFiltered ? unsignedAt(view, at + offsetSize, lengthBytes) : plainBytes
  const filterMask = isFiltered ? unsignedAt(view, placesAt - 4, 4) : 0
  const chunk = numberAt(
    grid,
    grid.map((_, i) => unsignedAt(view, placesAt + 8 * i, 8)),
  )
  const position = base + unsignedAt(view, at, offsetSize)
  if (chunk >= 0 && !chunks.add(chunk, position, byteLength, filterMask)) {
    throw source.fail(`the index has chunk ${chunk} twice`)
  }
}

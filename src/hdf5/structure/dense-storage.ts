// Where objects in the newest format keep many links or attributes: in a fractal heap, in the order
// of a B-tree. Format: HDF5 File Format Specification, sections III.A.2, III.G, IV.A.2.c and
// IV.A.2.v; addresses of 8 bytes, as in nearly all files.
import { unsignedAt } from '../object-header.ts'

/** Of a link info or attribute info message. */
export interface DenseStorage {
  /** of the heap's header */
  readonly heap: number
  /** of the header of the B-tree of names */
  readonly tree: number
}

export const HEAP_HEADER_BYTES = 146
export const TREE_HEADER_BYTES = 38

/** Signature, version and type. */
const NODE_PREFIX = 6
/** The same, the checksum, and the address of a child and its number of records, of one byte. */
const NODE_OVERHEAD = 10
const CHILD_BYTES = 9

/** Records of B-trees of names: those of links begin with a hash, those of attributes do not. */
const idsBegin = new Map([
  [5, 4],
  [8, 0],
])

/** A heap whose blocks are not filtered. */
export interface FractalHeap {
  /** of the first block; it has blocks below it where `rows` is not 0 */
  readonly root: number
  readonly rows: number
  readonly width: number
  /** of a block in the first two rows; those of each later row have twice as many */
  readonly blockBytes: number
  /** of the offset of an object in an id, and in a block */
  readonly offsetBytes: number
  /** of the length of an object in an id */
  readonly lengthBytes: number
  readonly mostDirectBytes: number
}

/** A block of a heap that holds objects. */
export interface HeapBlock {
  readonly address: number
  /** in the heap, of its first byte */
  readonly offset: number
  readonly length: number
}

/** A B-tree of names, with its root alone or with one level below it. */
export interface NameTree {
  readonly root: number
  readonly nodeBytes: number
  readonly recordBytes: number
  readonly records: number
  readonly depth: number
  /** where the heap's id begins in a record */
  readonly idAt: number
}

/** @param bytes of a link info message; null: links stand in the header itself */
export function denseLinksIn(bytes: Uint8Array): DenseStorage | null {
  return placesIn(bytes, bytes[1] & 1 ? 10 : 2)
}

/** @param bytes of an attribute info message; null: attributes stand in the header itself */
export function denseAttributesIn(bytes: Uint8Array): DenseStorage | null {
  return placesIn(bytes, bytes[1] & 1 ? 4 : 2)
}

/** Null: not such a heap, or one with filters. */
export function fractalHeapIn(header: Uint8Array): FractalHeap | null {
  const view = viewOf(header)
  if (header.length < HEAP_HEADER_BYTES || !hasSignature(header, 'FRHP')) return null
  const mostObjectBytes = view.getUint32(10, true)
  const mostDirectBytes = unsignedAt(view, 120, 8)
  if (view.getUint16(7, true) > 0) return null
  return {
    root: unsignedAt(view, 132, 8),
    rows: view.getUint16(140, true),
    width: view.getUint16(110, true),
    blockBytes: unsignedAt(view, 112, 8),
    offsetBytes: Math.ceil(view.getUint16(128, true) / 8),
    lengthBytes: Math.floor(Math.log2(Math.min(mostDirectBytes, mostObjectBytes)) / 8) + 1,
    mostDirectBytes,
  }
}

/** Bytes of the block at the root. */
export function rootBytes({ rows, width, blockBytes, offsetBytes }: FractalHeap): number {
  return rows === 0 ? blockBytes : 17 + offsetBytes + 8 * rows * width
}

/** Blocks with objects, as the root lists them, or is one; those of deeper levels are left out. */
export function heapBlocks(heap: FractalHeap, root: Uint8Array): HeapBlock[] {
  const { rows, width, blockBytes, offsetBytes, mostDirectBytes } = heap
  if (rows === 0) {
    const isBlock = hasSignature(root, 'FHDB')
    return isBlock ? [{ address: heap.root, offset: 0, length: blockBytes }] : []
  }
  if (!hasSignature(root, 'FHIB')) return []
  const view = viewOf(root)
  const blocks: HeapBlock[] = []
  let offset = 0
  for (let row = 0; row < rows; row++) {
    const length = row < 2 ? blockBytes : blockBytes * 2 ** (row - 1)
    if (length > mostDirectBytes) break
    for (let column = 0; column < width; column++) {
      const address = unsignedAt(view, 13 + offsetBytes + 8 * (row * width + column), 8)
      if (address < Number.MAX_SAFE_INTEGER) blocks.push({ address, offset, length })
      offset += length
    }
  }
  return blocks
}

/** Null: not such a tree, or a deeper one. */
export function nameTreeIn(header: Uint8Array): NameTree | null {
  if (header.length < TREE_HEADER_BYTES || !hasSignature(header, 'BTHD')) return null
  const view = viewOf(header)
  const idAt = idsBegin.get(header[5])
  const depth = view.getUint16(12, true)
  const nodeBytes = view.getUint32(6, true)
  const recordBytes = view.getUint16(10, true)
  // With more in a node, their number would take two bytes.
  const isSmall = nodeBytes - NODE_OVERHEAD < 256 * recordBytes
  if (idAt === undefined || depth > 1 || !isSmall) return null
  return {
    root: unsignedAt(view, 16, 8),
    nodeBytes,
    recordBytes,
    records: view.getUint16(24, true),
    depth,
    idAt,
  }
}

/** What a node of a B-tree of names holds. */
export function nameNode(
  { recordBytes, idAt }: NameTree,
  node: Uint8Array,
  records: number,
): {
  /** as the heap knows them */
  readonly ids: readonly Uint8Array[]
  /** of an inner node: addresses, and numbers of records */
  readonly children: readonly { readonly address: number; readonly records: number }[]
} {
  const isInner = hasSignature(node, 'BTIN')
  const length = NODE_OVERHEAD + records * recordBytes + (isInner ? (records + 1) * CHILD_BYTES : 0)
  if ((!isInner && !hasSignature(node, 'BTLF')) || node.length < length) {
    return { ids: [], children: [] }
  }
  const view = viewOf(node)
  const ids = Array.from({ length: records }, (_, i) =>
    node.subarray(NODE_PREFIX + i * recordBytes + idAt, NODE_PREFIX + (i + 1) * recordBytes),
  )
  const children = Array.from({ length: isInner ? records + 1 : 0 }, (_, i) => {
    const at = NODE_PREFIX + records * recordBytes + i * CHILD_BYTES
    return { address: unsignedAt(view, at, 8), records: node[at + 8] }
  })
  return { ids, children }
}

/**
 * The object of an id: a link or attribute message; null: not in these blocks.
 *
 * @param contents of each block
 */
export function heapObject(
  { offsetBytes, lengthBytes }: FractalHeap,
  id: Uint8Array,
  blocks: readonly HeapBlock[],
  contents: readonly Uint8Array<ArrayBuffer>[],
): Uint8Array<ArrayBuffer> | null {
  const isManaged = (id[0] & 0x30) === 0
  if (!isManaged) return null
  const view = viewOf(id)
  const offset = unsignedAt(view, 1, offsetBytes)
  const length = unsignedAt(view, 1 + offsetBytes, lengthBytes)
  const i = blocks.findIndex(
    (block) => offset >= block.offset && offset + length <= block.offset + block.length,
  )
  if (i < 0) return null
  const from = offset - blocks[i].offset
  return contents[i].slice(from, from + length)
}

function placesIn(bytes: Uint8Array, at: number): DenseStorage | null {
  if (bytes.length < at + 16) return null
  const view = viewOf(bytes)
  const [heap, tree] = [unsignedAt(view, at, 8), unsignedAt(view, at + 8, 8)]
  // An address of ones: there is none.
  return heap < Number.MAX_SAFE_INTEGER ? { heap, tree } : null
}

function hasSignature(bytes: Uint8Array, signature: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === signature
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)

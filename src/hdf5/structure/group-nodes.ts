// How groups list their members. Format: HDF5 File Format Specification, sections III.A, III.B,
// III.D and IV.A.2.g; addresses of 8 bytes, as in nearly all files.

interface GroupPlace {
  readonly tree: number
  readonly heap: number
}

/** A member of a group. */
export interface GroupEntry {
  readonly name: string
  /** of its header */
  readonly address: number
  /** where its own members are listed; null: not a group, or not known here */
  readonly group: GroupPlace | null
}

const TABLE_ENTRY = 40

/** Of the symbol table message of a group. */
export function symbolTableIn(bytes: Uint8Array): GroupPlace {
  return { tree: addressAt(bytes, 0), heap: addressAt(bytes, 8) }
}

/** Addresses below a node of a group's B-tree: of nodes, or at level 0 of symbol tables. */
export function treeChildren(node: Uint8Array): { children: number[]; level: number } {
  const isOfGroup = hasSignature(node, 'TREE') && node[4] === 0
  if (!isOfGroup) return { children: [], level: 0 }
  const count = viewOf(node).getUint16(6, true)
  const children = Array.from({ length: count }, (_, i) => 32 + 16 * i)
    .filter((at) => at + 8 <= node.length)
    .map((at) => addressAt(node, at))
  return { children, level: node[5] }
}

/** Where the names of a local heap stand; null: not a heap. */
export function localHeapData(heap: Uint8Array): { address: number; length: number } | null {
  if (!hasSignature(heap, 'HEAP')) return null
  return { address: addressAt(heap, 24), length: addressAt(heap, 8) }
}

/** @param names the data of the group's heap */
export function groupEntries(table: Uint8Array, names: Uint8Array): GroupEntry[] {
  if (!hasSignature(table, 'SNOD')) return []
  const view = viewOf(table)
  const count = Math.min(view.getUint16(6, true), Math.floor((table.length - 8) / TABLE_ENTRY))
  return Array.from({ length: count }, (_, i) => {
    const at = 8 + TABLE_ENTRY * i
    const isGroup = view.getUint32(at + 16, true) === 1
    return {
      name: textAt(names, addressAt(table, at)),
      address: addressAt(table, at + 8),
      group: isGroup ? symbolTableIn(table.subarray(at + 24)) : null,
    }
  })
}

/** The hard link of a link message; null: another kind of link. */
export function linkIn(bytes: Uint8Array): { name: string; address: number } | null {
  const [version, flags] = bytes
  if (version !== 1) return null
  const hasType = (flags & 8) !== 0
  if (hasType && bytes[2] !== 0) return null
  const lengthAt = 2 + (hasType ? 1 : 0) + (flags & 4 ? 8 : 0) + (flags & 16 ? 1 : 0)
  const width = 1 << (flags & 3)
  if (lengthAt + width > bytes.length) return null
  let length = 0
  for (let i = width - 1; i >= 0; i--) length = 256 * length + bytes[lengthAt + i]
  const nameAt = lengthAt + width
  if (nameAt + length + 8 > bytes.length) return null
  const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + length))
  return { name, address: addressAt(bytes, nameAt + length) }
}

function hasSignature(bytes: Uint8Array, signature: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === signature
}

function textAt(bytes: Uint8Array, at: number): string {
  const end = bytes.indexOf(0, at)
  return new TextDecoder().decode(bytes.subarray(at, end < 0 ? bytes.length : end))
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)

/** NaN beyond the end; an address of ones is larger than any file. */
function addressAt(bytes: Uint8Array, at: number): number {
  if (at + 8 > bytes.length) return Number.NaN
  return Number(viewOf(bytes).getBigUint64(at, true))
}

// How a dataset is cut into chunks, as its header says it. Format: HDF5 File Format Specification,
// section IV.A.2.i, "Data Layout".
import type { ByteSource } from '../../byte-sources/byte-source.ts'
import { messageType, readObjectHeader, unsignedAt } from '../object-header.ts'
import type { FileLayout } from '../superblock.ts'

/** Where the index of chunks stands, by its kind. */
export type IndexPlace =
  | { readonly kind: 'tree' | 'implicit' | 'fixedArray' | 'extensibleArray' | 'newTree' }
  | {
      readonly kind: 'single'
      /** null: not filtered */
      readonly filtered: { readonly byteLength: number; readonly filterMask: number } | null
    }

export interface ChunkLayout {
  readonly index: IndexPlace
  /** null: no chunk was ever written */
  readonly address: number | null
  /** entries along each dimension of a chunk */
  readonly chunk: readonly number[]
  /** as they are stored */
  readonly elementBytes: number
  /** chunks that reach over the end of the dataset are stored as they are */
  readonly partialUnfiltered: boolean
}

const CHUNKED = 2

/** Of the fourth version, from 1. */
const kinds = ['single', 'implicit', 'fixedArray', 'extensibleArray', 'newTree'] as const

/** Bytes of what each kind has before its address. */
const parameterBytes = { implicit: 0, fixedArray: 1, extensibleArray: 5, newTree: 6 } as const

/** Null: not in chunks, or in a form that is not known here. */
export function chunkLayoutAt(
  source: ByteSource,
  layout: FileLayout,
  address: number,
): ChunkLayout | null {
  const messages = readObjectHeader(source, layout, address)
  const found = messages?.filter(({ type }) => type === messageType.layout)
  if (found?.length !== 1 || found[0]?.isShared) return null
  const { bytes } = found[0] as { bytes: Uint8Array<ArrayBuffer> }
  const view = new DataView(bytes.buffer)
  const version = bytes[0]
  if (version === 1 || version === 2)
    return bytes[2] === CHUNKED ? ofTree(view, 1, 8, layout) : null
  if (version === 3) return bytes[1] === CHUNKED ? ofTree(view, 2, 3, layout) : null
  // The fifth differs only in the widths of numbers in the index, which the index gives.
  return (version === 4 || version === 5) && bytes[1] === CHUNKED ? ofAnyKind(view, layout) : null
}

/** @param rankAt where the number of dimensions stands; their lengths follow the address */
function ofTree(
  view: DataView,
  rankAt: number,
  addressAt: number,
  { offsetSize }: FileLayout,
): ChunkLayout | null {
  const rank = view.getUint8(rankAt)
  const lengthsAt = addressAt + offsetSize
  const lengths = Array.from({ length: rank }, (_, i) => unsignedAt(view, lengthsAt + 4 * i, 4))
  return assemble({ kind: 'tree' }, addressOf(view, addressAt, offsetSize), lengths, false)
}

function ofAnyKind(view: DataView, { offsetSize, lengthSize }: FileLayout): ChunkLayout | null {
  const flags = view.getUint8(2)
  const rank = view.getUint8(3)
  const width = view.getUint8(4)
  const lengths = Array.from({ length: rank }, (_, i) => unsignedAt(view, 5 + width * i, width))
  const kindAt = 5 + width * rank
  if (kindAt >= view.byteLength) return null
  const kind = kinds[view.getUint8(kindAt) - 1]
  const partialUnfiltered = (flags & 1) !== 0
  const at = kindAt + 1
  if (kind === undefined) return null
  if (kind !== 'single') {
    const address = addressOf(view, at + parameterBytes[kind], offsetSize)
    return assemble({ kind }, address, lengths, partialUnfiltered)
  }
  const isFiltered = (flags & 2) !== 0
  const filtered = isFiltered
    ? {
        byteLength: unsignedAt(view, at, lengthSize),
        filterMask: unsignedAt(view, at + lengthSize, 4),
      }
    : null
  const address = addressOf(view, at + (isFiltered ? lengthSize + 4 : 0), offsetSize)
  return assemble({ kind, filtered }, address, lengths, partialUnfiltered)
}

function assemble(
  index: IndexPlace,
  address: number | null,
  lengths: readonly number[],
  partialUnfiltered: boolean,
): ChunkLayout | null {
  const isSane = lengths.length > 1 && lengths.every((length) => length > 0)
  if (!isSane || Number.isNaN(address)) return null
  const elementBytes = lengths.at(-1) as number
  return { index, address, chunk: lengths.slice(0, -1), elementBytes, partialUnfiltered }
}

/** Null: none; NaN: beyond the end of the message. */
function addressOf(view: DataView, at: number, size: number): number | null {
  if (at + size > view.byteLength) return Number.NaN
  return isNone(view, at, size) ? null : unsignedAt(view, at, size)
}

/** An address of ones leads nowhere. */
export function isNone(view: DataView, at: number, size: number): boolean {
  return Array.from({ length: size }, (_, i) => view.getUint8(at + i)).every(
    (byte) => byte === 0xff,
  )
}

// Where a dataset's data lie, as its layout message says. Format: HDF5 File Format Specification,
// section IV.A.2.i.
import type { ByteRange } from '../../byte-sources/byte-source.ts'
import { unsignedAt } from '../object-header.ts'
import type { FileLayout } from '../superblock.ts'

const CONTIGUOUS = 1
const CHUNKED = 2

/** Data in one piece; null: stored in another way, or never written. */
export function contiguousData(
  bytes: Uint8Array<ArrayBuffer>,
  { base, offsetSize, lengthSize }: FileLayout,
): ByteRange | null {
  const [version, kind] = bytes
  if (version < 3 || kind !== CONTIGUOUS) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const address = unsignedAt(view, 2, offsetSize)
  const length = unsignedAt(view, 2 + offsetSize, lengthSize)
  return Number.isNaN(length) ? null : { position: base + address, length }
}

/** Position of the B-tree of chunks; null: none, or of another kind. */
export function chunkIndexPosition(
  bytes: Uint8Array<ArrayBuffer>,
  { base, offsetSize }: FileLayout,
): number | null {
  const [version, kind] = bytes
  if (version !== 3 || kind !== CHUNKED) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return base + unsignedAt(view, 3, offsetSize)
}

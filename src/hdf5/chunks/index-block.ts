import { checksum } from './checksum.ts'
import type { IndexSource } from './index-source.ts'

/** No block of an index is larger. */
const MOST_BYTES = 2 ** 28

const CHECKSUM = 4

/** Bytes at a position, which begin with a signature. */
export function readBlock(
  { file, fail }: IndexSource,
  signature: string | null,
  position: number,
  length: number,
): DataView {
  const isInside = position >= 0 && length <= MOST_BYTES && position + length <= file.size
  if (!isInside) throw fail(`the index of chunks points to ${position}, outside the file`)
  const bytes = new Uint8Array(length)
  file.read(bytes, position)
  const found = String.fromCharCode(...bytes.subarray(0, signature?.length ?? 0))
  if (signature !== null && found !== signature) {
    throw fail(`no part of the index of chunks was found at ${position}`)
  }
  return new DataView(bytes.buffer)
}

/** The same, of a block that ends with its checksum, which counts in the length. */
export function readCheckedBlock(
  source: IndexSource,
  signature: string | null,
  position: number,
  length: number,
): DataView {
  const view = readBlock(source, signature, position, length)
  const bytes = new Uint8Array(view.buffer, 0, length - CHECKSUM)
  if (checksum(bytes) !== view.getUint32(length - CHECKSUM, true)) {
    throw source.fail(`the checksum of the index of chunks at ${position} is wrong`)
  }
  return view
}

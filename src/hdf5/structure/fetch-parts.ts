import type { ByteRange, ByteSource } from '../../byte-sources/byte-source.ts'

/** Of a collection of texts, as libhdf5 begins to read it; all of most. */
const COLLECTION_BEGIN = 4096

/** All of those that hold the texts of a column, which libhdf5 makes no longer. */
const COLUMN_COLLECTION = 2 ** 16

/** Of a collection: larger ones are for whoever reads them. */
const MOST_COLLECTION_BYTES = 2 ** 20

/** Parts of a file by one wait; empty where they are not within it, which is for libhdf5 to say. */
export function fetchParts(
  source: ByteSource,
  ranges: readonly ByteRange[],
): Uint8Array<ArrayBuffer>[] {
  const isInside = ({ position, length }: ByteRange) =>
    position >= 0 && length >= 0 && position + length <= source.size
  const reads = ranges.map((range) => ({
    position: range.position,
    target: new Uint8Array(isInside(range) ? range.length : 0),
  }))
  source.readMany(reads.filter(({ target }) => target.length > 0))
  return reads.map(({ target }) => target)
}

/**
 * The first parts of collections of texts (global heaps): so long that few have more, where that
 * takes no longer than another wait would.
 */
export function collectionBegins(
  { cost, size }: ByteSource,
  positions: ReadonlySet<number>,
): ByteRange[] {
  const isQuick = positions.size * COLUMN_COLLECTION <= cost.latency * cost.bandwidth
  const most = isQuick ? COLUMN_COLLECTION : COLLECTION_BEGIN
  return Array.from(positions, (position) => ({
    position,
    length: Math.min(most, size - position),
  }))
}

/** What collections have beyond their first parts, as those say. */
export function collectionRests(
  begins: readonly ByteRange[],
  bytes: readonly Uint8Array<ArrayBuffer>[],
): ByteRange[] {
  return begins.flatMap((begin, i) => {
    const length = collectionLength(bytes[i]) - begin.length
    const isLonger = length > 0 && length <= MOST_COLLECTION_BYTES
    return isLonger ? [{ position: begin.position + begin.length, length }] : []
  })
}

/** 0: not a collection. */
function collectionLength(bytes: Uint8Array<ArrayBuffer>): number {
  const isCollection = String.fromCharCode(...bytes.subarray(0, 4)) === 'GCOL'
  return isCollection ? Number(new DataView(bytes.buffer).getBigUint64(8, true)) : 0
}

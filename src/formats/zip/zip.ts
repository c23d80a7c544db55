// A zip of stored files whose sizes and checksums are known: nothing of it is copied.
import { crc32 } from 'node:zlib'
import { ZipRecords } from './zip-records.ts'

export interface ZipMember {
  readonly path: string
  /** bytes */
  readonly size: number
  readonly checksum: number
  /** its bytes, in order */
  readonly pieces: () => Iterable<Uint8Array>
}

/** A member whose bytes are in memory; they are not copied. */
export function zipMember(path: string, parts: readonly Uint8Array[]): ZipMember {
  return { path, size: lengthOf(parts), checksum: checksumOf(parts), pieces: () => parts }
}

/** @param sum of what comes before them */
export function checksumOf(pieces: Iterable<Uint8Array>, sum = 0): number {
  // Without a byte, zlib forgets the sum so far.
  for (const piece of pieces) if (piece.length > 0) sum = crc32(piece, sum)
  return sum
}

/** The bytes of a zip, in order. */
export function* zipPieces(members: Iterable<ZipMember>): Generator<Uint8Array> {
  const records = new ZipRecords()
  for (const { path, size, checksum, pieces } of members) {
    yield records.before(path, size, checksum)
    yield* pieces()
  }
  yield records.end()
}

export function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

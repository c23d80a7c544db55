// A zip of stored files whose sizes and checksums are known: nothing of it is copied.
import { crc32 } from 'node:zlib'
import { InvalidArgumentError } from '../errors.ts'

export interface ZipMember {
  readonly path: string
  /** bytes */
  readonly size: number
  readonly checksum: number
  /** its bytes, in order */
  readonly pieces: () => Iterable<Uint8Array>
}

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
/** of the zip format: 2.0, the oldest that every program reads */
const VERSION = 20
/** names are UTF-8 */
const FLAGS = 0x0800
/** 1 January 1980, the format's first day: the same contents make the same bytes */
const DATE = 0x21
/** beyond, another form of the format is needed */
const LARGEST = 2 ** 32 - 1

/** A member whose bytes are at hand; they are not copied. */
export function zipMember(path: string, parts: readonly Uint8Array[]): ZipMember {
  return { path, size: lengthOf(parts), checksum: checksumOf(parts), pieces: () => parts }
}

export function checksumOf(pieces: Iterable<Uint8Array>): number {
  let sum = 0
  // Without a byte, zlib forgets the sum so far.
  for (const piece of pieces) if (piece.length > 0) sum = crc32(piece, sum)
  return sum
}

/**
 * The bytes of a zip, in order.
 *
 * @throws InvalidArgumentError when it would exceed 4 GB
 */
export function zipPieces(members: readonly ZipMember[]): Iterable<Uint8Array> {
  const largest = members.reduce((sum, { path, size }) => sum + size + 4 * path.length + 256, 0)
  if (largest > LARGEST || members.length > 0xffff) {
    throw new InvalidArgumentError('The file would exceed 4 GB. Ask for less at once.')
  }
  return writtenPieces(members)
}

function* writtenPieces(members: readonly ZipMember[]): Generator<Uint8Array> {
  const directory: Uint8Array[] = []
  let at = 0
  for (const { path, size, checksum, pieces } of members) {
    const name = new TextEncoder().encode(path)
    const described = about(checksum, size, name)
    directory.push(
      fields([CENTRAL_HEADER, 4], [VERSION, 2], [VERSION, 2], ...described),
      fields([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      name,
    )
    const local = fields([LOCAL_HEADER, 4], [VERSION, 2], ...described)
    yield local
    yield name
    yield* pieces()
    at += local.length + name.length + size
  }
  yield* directory
  const size = lengthOf(directory)
  const count = members.length
  yield fields([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
}

/** What both headers tell of a member: flags, stored, time, date, sum, size twice, lengths of name and extra field. */
function about(sum: number, size: number, name: Uint8Array): [value: number, bytes: 2 | 4][] {
  return [
    [FLAGS, 2],
    [0, 2],
    [0, 2],
    [DATE, 2],
    [sum, 4],
    [size, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ]
}

/** Little-endian whole numbers, one behind the other. */
function fields(...values: [value: number, bytes: 2 | 4][]): Uint8Array {
  const bytes = new Uint8Array(values.reduce((sum, [, width]) => sum + width, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, width] of values) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

export function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}

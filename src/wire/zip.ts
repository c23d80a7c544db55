// A zip of stored files whose contents are at hand: its length is known before it is sent, and nothing of it is copied.
import { crc32 } from 'node:zlib'
import { InvalidArgumentError } from '../errors.ts'

export interface ZipMember {
  readonly path: string
  /** its bytes, in order */
  readonly parts: readonly Uint8Array[]
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

/**
 * The bytes of a zip, in order; those of the members themselves, not copies.
 *
 * @throws InvalidArgumentError when it would exceed 4 GB
 */
export function zipParts(members: readonly ZipMember[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { path, parts: content } of members) {
    const name = new TextEncoder().encode(path)
    const size = lengthOf(content)
    // Over an array without memory Node's crc32 answers 0, whatever came before it.
    const sum = content.reduce((value, part) => (part.length > 0 ? crc32(part, value) : value), 0)
    const local = fields([LOCAL_HEADER, 4], [VERSION, 2], ...about(sum, size, name))
    directory.push(
      fields([CENTRAL_HEADER, 4], [VERSION, 2], [VERSION, 2], ...about(sum, size, name)),
      fields([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
      name,
    )
    parts.push(local, name, ...content)
    at += local.length + name.length + size
    if (at > LARGEST || members.length > 0xffff) {
      throw new InvalidArgumentError('The file would exceed 4 GB. Ask for less at once.')
    }
  }
  const size = lengthOf(directory)
  const count = members.length
  const end = fields([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
  return [...parts, ...directory, end]
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

// numpy's .npz format: a zip of .npy files, stored as they are, as numpy.savez does.

import { checksumOf, lengthOf } from '../zip/zip.ts'
import { ZipRecords } from '../zip/zip-records.ts'
import { bytesOf, type Dtype, dtypeCode, type NumberArray } from './dtype.ts'
import { type NdArray, npyHeader, npyParts } from './npy.ts'

/** `name` is the key of the array in numpy's `NpzFile`. */
export type NpzMember =
  | { readonly name: string; readonly array: NdArray }
  | { readonly name: string; readonly streamed: StreamedArray }

/** An array that is too large to be held: its cells come one piece after the other, in C order. */
export interface StreamedArray {
  readonly shape: readonly number[]
  readonly dtype: Dtype
  readonly cells: AsyncIterable<NumberArray>
}

/**
 * Path of an array in the zip. Names come out of recordings: what a program that unpacks the zip
 * could take for another folder, or a terminal for a command, is written as in URLs.
 */
export function npyPath(name: string): string {
  return `${name.replaceAll(UNSAFE, encodeURIComponent)}.npy`
}

/** Separators and drives, control characters, and those that turn the direction of writing. */
const UNSAFE = /[/\\:\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * The bytes of an .npz file, one member after the other: the next array is requested
 * when the one before is written.
 */
export async function* encodeNpz(
  members: AsyncIterable<NpzMember> | Iterable<NpzMember>,
): AsyncGenerator<Uint8Array> {
  const records = new ZipRecords()
  for await (const member of members) {
    if ('array' in member) yield* memberPieces(records, member.name, member.array)
    else yield* streamedMember(records, npyPath(member.name), member.streamed)
  }
  yield records.end()
}

/** The bytes of an array in memory as a member, with what the zip holds before it. */
export function* memberPieces(
  records: ZipRecords,
  name: string,
  array: NdArray,
): Generator<Uint8Array> {
  const { header, cells } = npyParts(array)
  const parts = [header, cells]
  yield records.before(npyPath(name), lengthOf(parts), checksumOf(parts))
  yield* parts
}

async function* streamedMember(
  records: ZipRecords,
  path: string,
  { shape, dtype, cells }: StreamedArray,
): AsyncGenerator<Uint8Array> {
  const code = dtypeCode(dtype)
  const header = npyHeader(code, shape)
  const cellSize = Number(code.slice(2))
  const size = header.length + shape.reduce((product, length) => product * length, cellSize)
  yield records.before(path, size, null)
  yield header
  let sum = checksumOf([header])
  let missing = size - header.length
  for await (const piece of cells) {
    const bytes = bytesOf(piece)
    sum = checksumOf([bytes], sum)
    missing -= bytes.length
    yield bytes
  }
  if (missing !== 0) throw new RangeError(`${path} lacks ${missing} bytes of its shape [${shape}]`)
  yield records.descriptor(sum)
}

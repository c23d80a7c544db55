// A datatype message with all that is nested in it. Format: HDF5 File Format Specification,
// section IV.A.2.d.
import { enumerationOf, formatOf, typeClass } from '../datatype.ts'
import type { Enumeration, NumberFormat } from '../number-format.ts'

/** A type as the file says it; h5wasm gives only the class and size of numbers. */
export interface StoredType {
  readonly format: NumberFormat | null
  readonly enumeration: Enumeration | null
  /** of a compound type, in the order of the file; empty for others */
  readonly members: readonly StoredType[]
  /** of what an array or a list consists; null for others */
  readonly base: StoredType | null
}

interface Parsed {
  readonly type: StoredType
  /** position after it */
  readonly end: number
}

const HEAD = 8
const MOST_MEMBERS = 10_000
const DEEPEST = 16

/** Bytes that describe types of a fixed length, after their head. */
const plainLengths: Readonly<Record<number, number>> = {
  [typeClass.integer]: 4,
  [typeClass.float]: 12,
  2: 2,
  [typeClass.string]: 0,
  [typeClass.bitfield]: 4,
  [typeClass.reference]: 0,
}

/** @returns null: not as the specification has it */
export function parseStoredType(bytes: Uint8Array<ArrayBuffer>): StoredType | null {
  try {
    return parse(bytes, 0, 0)?.type ?? null
  } catch (error) {
    // Reads beyond the end of the message.
    if (error instanceof RangeError) return null
    throw error
  }
}

function parse(bytes: Uint8Array<ArrayBuffer>, at: number, depth: number): Parsed | null {
  if (depth > DEEPEST || at + HEAD > bytes.length) return null
  const classOf = bytes[at] & 0xf
  const body = at + HEAD
  switch (classOf) {
    case typeClass.compound:
      return parseCompound(bytes, at, depth)
    case typeClass.enumeration:
      return parseEnumeration(bytes, at, depth)
    case typeClass.opaque:
      return { type: { ...nothing }, end: body + bytes[at + 1] }
    case typeClass.variableLength:
      return withBase(parse(bytes, body, depth + 1))
    case typeClass.array: {
      const isPermuted = bytes[at] >> 4 < 3
      const rank = bytes[body]
      return withBase(parse(bytes, body + (isPermuted ? 4 + 8 * rank : 1 + 4 * rank), depth + 1))
    }
  }
  const length = plainLengths[classOf]
  if (length === undefined) return null
  const end = body + length
  return { type: { ...nothing, format: formatOf(bytes.slice(at, end)) }, end }
}

const nothing: StoredType = { format: null, enumeration: null, members: [], base: null }

const withBase = (base: Parsed | null): Parsed | null =>
  base && { type: { ...nothing, base: base.type }, end: base.end }

function parseEnumeration(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  depth: number,
): Parsed | null {
  const base = parse(bytes, at + HEAD, depth + 1)
  const format = base?.type.format
  if (!base || !format) return null
  const enumeration = enumerationOf(bytes.slice(at), format)
  if (!enumeration) return null
  const isPadded = bytes[at] >> 4 < 3
  let end = base.end
  for (const _ of enumeration.names) end = afterName(bytes, end, isPadded)
  end += enumeration.names.length * format.size
  return { type: { ...nothing, format, enumeration }, end }
}

function afterName(bytes: Uint8Array, at: number, isPadded: boolean): number {
  const length = bytes.indexOf(0, at) + 1 - at
  if (length <= 0) throw new RangeError('a name without an end')
  return at + (isPadded ? Math.ceil(length / 8) * 8 : length)
}

function parseCompound(bytes: Uint8Array<ArrayBuffer>, at: number, depth: number): Parsed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = bytes[at] >> 4
  const count = view.getUint16(at + 1, true)
  if (count > MOST_MEMBERS) return null
  const size = view.getUint32(at + 4, true)
  const offsetBytes = version < 3 ? 4 : size < 256 ? 1 : size < 65_536 ? 2 : size < 2 ** 24 ? 3 : 4
  const members: StoredType[] = []
  let end = at + HEAD
  while (members.length < count) {
    end = afterName(bytes, end, version < 3) + offsetBytes
    // The first version has the dimensions of an array here.
    if (version === 1) {
      if (bytes[end] !== 0) return null
      end += 28
    }
    const member = parse(bytes, end, depth + 1)
    if (!member) return null
    members.push(member.type)
    end = member.end
  }
  return { type: { ...nothing, members }, end }
}

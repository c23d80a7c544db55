// How elements are stored, as the file says it: h5wasm gives only class and size. Format: HDF5 File
// Format Specification, section IV.A.2.d.
import type { ByteSource } from '../byte-sources/byte-source.ts'
import { type Enumeration, type NumberFormat, numberOf } from './number-format.ts'
import { type HeaderMessage, messageType, readObjectHeader, unsignedAt } from './object-header.ts'
import type { FileLayout } from './superblock.ts'

/** H5T_class_t of libhdf5. */
export const typeClass = {
  integer: 0,
  float: 1,
  string: 3,
  bitfield: 4,
  opaque: 5,
  compound: 6,
  reference: 7,
  enumeration: 8,
  variableLength: 9,
  array: 10,
} as const

/** Of a dataset or an attribute. */
export interface Datatype {
  /** one of {@link typeClass} */
  readonly class: number
  /** how its numbers are stored; null: it does not hold any */
  readonly format: NumberFormat | null
  /** null: not an enumeration */
  readonly enumeration: Enumeration | null
}

/** A fixed head before what each class has of its own. */
const HEAD = 8

/**
 * The datatype of the dataset whose header stands at an address.
 *
 * @returns null: its header cannot be read as the specification has it
 */
export function datatypeAt(
  source: ByteSource,
  layout: FileLayout,
  address: number,
): Datatype | null {
  const bytes = datatypeBytesAt(source, layout, address)
  return bytes && parseDatatype(bytes)
}

/** The same as the message itself. */
export function datatypeBytesAt(
  source: ByteSource,
  layout: FileLayout,
  address: number,
): Uint8Array<ArrayBuffer> | null {
  const message = readObjectHeader(source, layout, address)?.find(
    ({ type }) => type === messageType.datatype,
  )
  return message ? resolve(source, layout, message) : null
}

/**
 * The datatype of an attribute that stands in the header at an address; null also
 * where it is stored elsewhere.
 */
export function attributeDatatypeAt(
  source: ByteSource,
  layout: FileLayout,
  address: number,
  name: string,
): Datatype | null {
  const bytes = attributeDatatypeBytesAt(source, layout, address, name)
  return bytes && parseDatatype(bytes)
}

/** The same as the message itself. */
export function attributeDatatypeBytesAt(
  source: ByteSource,
  layout: FileLayout,
  address: number,
  name: string,
): Uint8Array<ArrayBuffer> | null {
  for (const message of readObjectHeader(source, layout, address) ?? []) {
    if (message.type !== messageType.attribute || message.isShared) continue
    const found = attributeOf(message)
    if (found?.name === name) return resolve(source, layout, found.datatype)
  }
  return null
}

/** A type may stand in a header of its own, which several datasets share. */
function resolve(
  source: ByteSource,
  layout: FileLayout,
  message: HeaderMessage,
): Uint8Array<ArrayBuffer> | null {
  if (!message.isShared) return message.bytes
  const address = sharedAddress(message.bytes, layout)
  const shared =
    address === null
      ? null
      : readObjectHeader(source, layout, address)?.find(({ type }) => type === messageType.datatype)
  return shared && !shared.isShared ? shared.bytes : null
}

/**
 * Address of the header that holds a shared message; null: it is in a heap,
 * which no writer of NWB does.
 */
function sharedAddress(bytes: Uint8Array<ArrayBuffer>, { offsetSize }: FileLayout): number | null {
  const [version, kind] = bytes
  const isInHeap = version === 3 && kind === 1
  const at = version === 1 ? 8 : 2
  const address = unsignedAt(new DataView(bytes.buffer), at, offsetSize)
  return isInHeap || Number.isNaN(address) ? null : address
}

function attributeOf({ bytes }: HeaderMessage): { name: string; datatype: HeaderMessage } | null {
  if (bytes.length < HEAD) return null
  const view = new DataView(bytes.buffer)
  const [version, flags] = [bytes[0], bytes[1]]
  const nameLength = view.getUint16(2, true)
  const typeLength = view.getUint16(4, true)
  const nameAt = version === 3 ? HEAD + 1 : HEAD
  const typeAt = nameAt + (version === 1 ? padded(nameLength) : nameLength)
  if (version > 3 || typeAt + typeLength > bytes.length) return null
  const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength - 1))
  const isShared = version > 1 && (flags & 1) !== 0
  const datatype = bytes.slice(typeAt, typeAt + typeLength)
  return { name, datatype: { type: messageType.datatype, isShared, bytes: datatype } }
}

function parseDatatype(bytes: Uint8Array<ArrayBuffer>): Datatype | null {
  if (bytes.length < HEAD) return null
  const classOf = bytes[0] & 0xf
  if (classOf !== typeClass.enumeration) {
    return { class: classOf, format: formatOf(bytes), enumeration: null }
  }
  const format = formatOf(bytes.slice(HEAD))
  const enumeration = format && enumerationOf(bytes, format)
  return { class: classOf, format: enumeration && format, enumeration }
}

/** How the numbers of a datatype message are stored; null: not numbers, or cut short. */
export function formatOf(bytes: Uint8Array<ArrayBuffer>): NumberFormat | null {
  const view = new DataView(bytes.buffer)
  const classOf = bytes[0] & 0xf
  const isFloat = classOf === typeClass.float
  if (!isFloat && classOf !== typeClass.integer && classOf !== typeClass.bitfield) return null
  if (bytes.length < HEAD + (isFloat ? 12 : 4)) return null
  const size = view.getUint32(4, true)
  const isBigEndian = (view.getUint8(1) & 1) !== 0
  if (!isFloat) {
    const isSigned = classOf === typeClass.integer && (view.getUint8(1) & 8) !== 0
    const [bitOffset, bits] = [view.getUint16(8, true), view.getUint16(10, true)]
    return { kind: 'integer', size, isBigEndian, isSigned, bitOffset, bits }
  }
  return {
    kind: 'float',
    size,
    isBigEndian,
    isLeadingBitImplied: ((view.getUint8(1) >> 4) & 3) === 2,
    signAt: view.getUint8(2),
    exponentAt: view.getUint8(12),
    exponentBits: view.getUint8(13),
    mantissaAt: view.getUint8(14),
    mantissaBits: view.getUint8(15),
    bias: view.getUint32(16, true),
  }
}

/**
 * Texts, and the numbers that stand for them.
 *
 * @param bytes message of the enumeration
 * @param format of the numbers
 */
export function enumerationOf(
  bytes: Uint8Array<ArrayBuffer>,
  format: NumberFormat,
): Enumeration | null {
  const version = bytes[0] >> 4
  const count = new DataView(bytes.buffer).getUint16(1, true)
  const names: string[] = []
  let at = HEAD + HEAD + (format.kind === 'float' ? 12 : 4)
  while (names.length < count) {
    const end = bytes.indexOf(0, at)
    if (end < 0) return null
    names.push(new TextDecoder().decode(bytes.subarray(at, end)))
    at += version < 3 ? padded(end + 1 - at) : end + 1 - at
  }
  const values = bytes.slice(at, at + count * format.size)
  if (values.length < count * format.size) return null
  return { names, values: numberOf(values, format, format.isBigEndian) }
}

const padded = (length: number) => Math.ceil(length / 8) * 8

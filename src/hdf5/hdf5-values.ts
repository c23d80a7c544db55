import { type ExactNumbers, exactNumbers } from '../domain/numeric/exact-numbers.ts'
import { type Datatype, typeClass } from './datatype.ts'
import type { Hdf5Metadata } from './hdf5-library.ts'
import {
  ieeeFloat,
  isReadable,
  type NumberFormat,
  numberOf,
  plainInteger,
  wideIntegersOf,
} from './number-format.ts'

/**
 * Bytes of integers, floats, enumerations or bit fields as float64; null for what is not numbers.
 * Whole numbers beyond 2^53 are rounded.
 *
 * @param bytes as libhdf5 gives them: a buffer of its own, for the result may be a view of it
 * @param datatype null: not known, where only what is usual can be assumed
 */
export function toNumbers(
  bytes: Uint8Array<ArrayBuffer>,
  metadata: Hdf5Metadata,
  datatype: Datatype | null,
): Float64Array | null {
  const format = datatype ? datatype.format : usualFormat(metadata)
  if (!format || !isReadable(format)) return null
  // libhdf5 turns the bytes of numbers, but not those that stand for texts.
  const isTurned = metadata.type !== typeClass.enumeration
  return numberOf(bytes, format, !isTurned && !metadata.littleEndian)
}

/** The same, but that whole numbers beyond 2^53 are not rounded. */
export function toExactNumbers(
  bytes: Uint8Array<ArrayBuffer>,
  metadata: Hdf5Metadata,
  datatype: Datatype | null,
): ExactNumbers | null {
  const format = datatype ? datatype.format : usualFormat(metadata)
  const isRead = format && isReadable(format) && metadata.type !== typeClass.enumeration
  const wide = isRead ? wideIntegersOf(bytes, format) : null
  return wide ? exactNumbers(wide) : toNumbers(bytes, metadata, datatype)
}

function usualFormat({ type, size, signed }: Hdf5Metadata): NumberFormat | null {
  if (type === typeClass.float) return ieeeFloat(size)
  const isWhole = type === typeClass.integer || type === typeClass.enumeration
  return isWhole ? plainInteger(size, signed) : null
}

/** H5T_str_t of libhdf5: what follows a text that is shorter than its place. */
const padding = { zeroEnds: 0, zeros: 1, spaces: 2 } as const

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Text as it is stored: what is not UTF-8, such as letters of Latin-1, becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

/** Texts of fixed length, without what fills their places. */
export function fixedStrings(
  bytes: Uint8Array,
  { size, strpad }: { readonly size: number; readonly strpad?: number | undefined },
): string[] {
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const place = bytes.subarray(i * size, (i + 1) * size)
    return decodeText(place.subarray(0, lengthOf(place, strpad)))
  })
}

function lengthOf(place: Uint8Array, strpad: number | undefined): number {
  const end = place.indexOf(0)
  if (strpad === padding.zeroEnds) return end < 0 ? place.length : end
  const fill = strpad === padding.spaces ? [0, 0x20] : [0]
  return place.findLastIndex((byte) => !fill.includes(byte)) + 1
}

import { type Datatype, typeClass } from './datatype.ts'
import type { Hdf5Metadata } from './hdf5-library.ts'
import {
  ieeeFloat,
  isReadable,
  type NumberFormat,
  numberOf,
  plainInteger,
} from './number-format.ts'

/**
 * Bytes of integers, floats, enumerations or bit fields as float64; null for what is not numbers. Whole numbers beyond 2^53 are rounded.
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

function usualFormat({ type, size, signed }: Hdf5Metadata): NumberFormat | null {
  if (type === typeClass.float) return ieeeFloat(size)
  const isWhole = type === typeClass.integer || type === typeClass.enumeration
  return isWhole ? plainInteger(size, signed) : null
}

/** Texts of fixed length, padded with zeros or spaces. */
export function fixedStrings(bytes: Uint8Array, { size }: Hdf5Metadata): string[] {
  const decoder = new TextDecoder()
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const text = bytes.subarray(i * size, (i + 1) * size)
    const end = text.indexOf(0)
    return decoder.decode(end < 0 ? text : text.subarray(0, end)).trimEnd()
  })
}

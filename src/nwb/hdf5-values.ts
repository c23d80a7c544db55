import type { Hdf5Metadata } from './hdf5-library.ts'

/** H5T_class_t of libhdf5. */
export const typeClass = { integer: 0, float: 1, string: 3, reference: 7, enumeration: 8 } as const

/**
 * Bytes of integers, enumerations or floats as float64; null for other types. Whole numbers beyond 2^53 are rounded.
 *
 * @param bytes a buffer of its own: the result may be a view of it
 */
export function toNumbers(
  { buffer }: Uint8Array<ArrayBuffer>,
  { type, size, signed }: Hdf5Metadata,
): Float64Array | null {
  if (type === typeClass.float && size === 8) return new Float64Array(buffer)
  if (type === typeClass.float && size === 4) return Float64Array.from(new Float32Array(buffer))
  if (type !== typeClass.integer && type !== typeClass.enumeration) return null
  switch (size) {
    case 1:
      return Float64Array.from(signed ? new Int8Array(buffer) : new Uint8Array(buffer))
    case 2:
      return Float64Array.from(signed ? new Int16Array(buffer) : new Uint16Array(buffer))
    case 4:
      return Float64Array.from(signed ? new Int32Array(buffer) : new Uint32Array(buffer))
    case 8: {
      const values = signed ? new BigInt64Array(buffer) : new BigUint64Array(buffer)
      const numbers = new Float64Array(values.length)
      for (let i = 0; i < values.length; i++) numbers[i] = Number(values[i])
      return numbers
    }
    default:
      return null
  }
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

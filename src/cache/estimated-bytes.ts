/** About what V8 takes for an object, a list or a string, beside its contents. */
const OVERHEAD = 24
const POINTER = 8

/**
 * How much memory plain data takes, about: columns of numbers to the byte, the rest by
 * what V8 takes for such values.
 */
export function estimatedBytes(value: unknown): number {
  if (typeof value === 'string') return OVERHEAD + value.length
  if (typeof value !== 'object' || value === null) return POINTER
  if (ArrayBuffer.isView(value)) return OVERHEAD + value.byteLength
  let bytes = OVERHEAD
  for (const entry of Array.isArray(value) ? value : Object.values(value)) {
    bytes += POINTER + estimatedBytes(entry)
  }
  return bytes
}

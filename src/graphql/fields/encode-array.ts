import { bytesOf, dtypeOf, type NumberArray } from '../../formats/numpy/dtype.ts'
import type { EncodedArray } from '../generated.ts'

/**
 * An array as its little-endian bytes.
 *
 * @param shape one dimension when left out
 */
export function encodeArray(
  array: NumberArray,
  shape: readonly number[] = [array.length],
): EncodedArray {
  return { dtype: dtypeOf(array), shape, order: 'C', encoding: 'BASE64', bytes: bytesOf(array) }
}

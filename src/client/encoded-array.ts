import { dtypes, type NumberArray, numbersOver } from '../formats/numpy/dtype.ts'
import { UnexpectedResponseError } from './errors.ts'

/** What a query gave for `data { dtype shape bytes }` of whatever has bytes. */
export interface EncodedArray {
  /** numpy's name of the number type: `uint16`, `float64` */
  readonly dtype: string
  readonly shape: readonly number[]
  /** base64 */
  readonly bytes: unknown
}

/** Numbers of any shape, in C order: of two dimensions, `data[row * shape[1] + column]`. */
export interface NumericArray {
  readonly shape: readonly number[]
  readonly data: NumberArray
}

/**
 * The numbers that a query gave as base64. Missing ones are NaN.
 *
 * @throws UnexpectedResponseError for another number type, or bytes that do not fill the shape
 */
export function decodeArray({ dtype, shape, bytes }: EncodedArray): NumericArray {
  const known = dtypes.find((name) => name === dtype)
  if (known === undefined) {
    throw new UnexpectedResponseError(
      `The array has the number type ${dtype}; this client supports ${dtypes.join(', ')}.`,
    )
  }
  const buffer = decodeBase64(bytes)
  const size = shape.reduce((product, length) => product * length, 1)
  const cellSize = numbersOver(new ArrayBuffer(0), known).BYTES_PER_ELEMENT
  if (buffer.byteLength !== size * cellSize) {
    throw new UnexpectedResponseError(
      `${buffer.byteLength} bytes do not fill the shape [${shape.join(', ')}] of ${dtype}.`,
    )
  }
  return { shape, data: numbersOver(buffer, known) }
}

function decodeBase64(text: unknown): ArrayBuffer {
  if (typeof text !== 'string') {
    throw new UnexpectedResponseError('The array has no bytes: query data { dtype shape bytes }.')
  }
  let binary: string
  try {
    binary = atob(text)
  } catch (error) {
    throw new UnexpectedResponseError('The bytes of the array are not base64.', { cause: error })
  }
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes.buffer
}

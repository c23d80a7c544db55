import type { CountMatrix } from '../../../domain/counting/count-matrix.ts'
import { bytesOf, convertCounts, dtypeOf } from '../../../formats/numpy/dtype.ts'
import type { EncodedMatrix, MatrixDtype, MatrixEncoding } from '../../generated.ts'

const dtypes = { UINT8: 'uint8', UINT16: 'uint16', UINT32: 'uint32' } as const

/**
 * A matrix as its little-endian bytes.
 *
 * @throws CountOverflowError
 */
export function encodeMatrix(
  { binCount, unitCount, counts }: CountMatrix,
  encoding: MatrixEncoding,
  asked: MatrixDtype,
): EncodedMatrix {
  // Counts come in the narrowest type that holds them.
  const dtype = asked === 'AUTO' ? dtypeOf(counts) : dtypes[asked]
  return {
    dtype,
    shape: [binCount, unitCount],
    order: 'C',
    encoding,
    bytes: bytesOf(convertCounts(counts, dtype)),
  }
}

import type { CountMatrix } from '../domain/count-matrix.ts'
import { largestCount } from '../domain/matrix-statistics.ts'
import { bytesOf, convertCounts } from '../wire/dtype.ts'
import type { EncodedMatrix, MatrixDtype, MatrixEncoding } from './generated.ts'

const dtypes = { UINT8: 'uint8', UINT16: 'uint16', UINT32: 'uint32' } as const

/**
 * A matrix as its little-endian bytes.
 *
 * @throws CountOverflowError
 */
export function encodeMatrix(
  matrix: CountMatrix,
  encoding: MatrixEncoding,
  asked: MatrixDtype,
): EncodedMatrix {
  const largest = largestCount(matrix)
  const dtype = asked === 'AUTO' ? narrowest(largest) : dtypes[asked]
  return {
    dtype,
    shape: [matrix.binCount, matrix.unitCount],
    order: 'C',
    encoding,
    bytes: bytesOf(convertCounts(matrix.counts, largest, dtype)),
  }
}

function narrowest(largest: number) {
  if (largest < 2 ** 8) return 'uint8'
  return largest < 2 ** 16 ? 'uint16' : 'uint32'
}

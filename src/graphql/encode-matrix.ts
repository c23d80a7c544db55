import type { CountArray, CountMatrix } from '../domain/count-matrix.ts'
import { largestCount } from '../domain/matrix-statistics.ts'
import { CountOverflowError } from '../errors.ts'
import type { EncodedMatrix, MatrixDtype, MatrixEncoding } from './generated.ts'

const cellTypes = { UINT8: Uint8Array, UINT16: Uint16Array, UINT32: Uint32Array } as const

type CellType = keyof typeof cellTypes

/**
 * A matrix as text of its little-endian bytes.
 *
 * @throws CountOverflowError
 */
export function encodeMatrix(
  matrix: CountMatrix,
  encoding: MatrixEncoding,
  dtype: MatrixDtype,
): EncodedMatrix {
  const largest = largestCount(matrix)
  const cellType = dtype === 'AUTO' ? narrowest(largest) : dtype
  const name = cellType.toLowerCase()
  if (largest > largestOf(cellType)) throw new CountOverflowError(largest, name)
  const { buffer, byteOffset, byteLength } = inCells(matrix.counts, cellType)
  return {
    dtype: name,
    shape: [matrix.binCount, matrix.unitCount],
    order: 'C',
    encoding,
    bytes: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  }
}

function narrowest(largest: number): CellType {
  if (largest <= largestOf('UINT8')) return 'UINT8'
  return largest <= largestOf('UINT16') ? 'UINT16' : 'UINT32'
}

function largestOf(cellType: CellType): number {
  return 2 ** (8 * cellTypes[cellType].BYTES_PER_ELEMENT) - 1
}

// Every platform that Node runs h5wasm's little-endian wasm memory on without swapping is little-endian itself.
function inCells(counts: CountArray, cellType: CellType): CountArray {
  const Cells = cellTypes[cellType]
  return counts instanceof Cells ? counts : Cells.from(counts)
}

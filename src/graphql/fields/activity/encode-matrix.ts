import type { CountArray, CountMatrix } from '../../../domain/counting/count-matrix.ts'
import { largestCount } from '../../../domain/counting/matrix-statistics.ts'
import { inTurns } from '../../../domain/numeric/in-turns.ts'
import { CountOverflowError } from '../../../errors.ts'
import { bytesOf, dtypeOf } from '../../../formats/numpy/dtype.ts'
import type { EncodedMatrix, MatrixDtype, MatrixEncoding } from '../../generated.ts'

const dtypes = {
  UINT8: { dtype: 'uint8', Cells: Uint8Array, largest: 2 ** 8 - 1 },
  UINT16: { dtype: 'uint16', Cells: Uint16Array, largest: 2 ** 16 - 1 },
  UINT32: { dtype: 'uint32', Cells: Uint32Array, largest: 2 ** 32 - 1 },
} as const

/**
 * A matrix as its little-endian bytes. Large ones take several turns of the event loop.
 *
 * @throws CountOverflowError
 */
export async function encodeMatrix(
  { binCount, unitCount, counts }: CountMatrix,
  encoding: MatrixEncoding,
  requested: MatrixDtype,
): Promise<EncodedMatrix> {
  // Counts come in the narrowest type that holds them.
  const cells = requested === 'AUTO' ? counts : await convert(counts, requested)
  return {
    dtype: dtypeOf(cells),
    shape: [binCount, unitCount],
    order: 'C',
    encoding,
    bytes: bytesOf(cells),
  }
}

async function convert(counts: CountArray, name: keyof typeof dtypes): Promise<CountArray> {
  const { dtype, Cells, largest } = dtypes[name]
  if (counts instanceof Cells) return counts
  let found = 0
  await inTurns(counts.length, 1, (from, to) => {
    found = Math.max(found, largestCount(counts.subarray(from, to)))
  })
  if (found > largest) throw new CountOverflowError(found, dtype)
  const converted = new Cells(counts.length)
  await inTurns(counts.length, 1, (from, to) => converted.set(counts.subarray(from, to), from))
  return converted
}

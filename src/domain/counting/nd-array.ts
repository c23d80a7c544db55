import { inTurns } from '../numeric/in-turns.ts'
import type { CountArray } from './count-matrix.ts'

/** Float64 cells of any shape, in C order: the last dimension runs fastest. */
export interface Float64NdArray {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

/**
 * A matrix with rows and columns exchanged. Large ones take several turns of the event loop.
 */
export async function transpose({ shape, data }: Float64NdArray): Promise<Float64NdArray> {
  const [rows = 0, columns = 0] = shape
  const transposed = new Float64Array(data.length)
  await inTurns(rows, columns, (from, to) => {
    for (let row = from; row < to; row++) {
      for (let column = 0; column < columns; column++)
        transposed[column * rows + row] = data[row * columns + column]
    }
  })
  return { shape: [columns, rows], data: transposed }
}

/** Counts of any shape, in C order; float64, with NaN, where some are not known. */
export interface CountNdArray {
  readonly shape: readonly number[]
  readonly data: CountArray | Float64Array
}

import type { CountArray } from './count-matrix.ts'

/** Float64 cells of any shape, in C order: the last dimension runs fastest. */
export interface Float64NdArray {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

/** A matrix with rows and columns exchanged. */
export function transpose({ shape, data }: Float64NdArray): Float64NdArray {
  const [rows = 0, columns = 0] = shape
  const transposed = new Float64Array(data.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      transposed[column * rows + row] = data[row * columns + column]
  }
  return { shape: [columns, rows], data: transposed }
}

/** Counts of any shape, in C order; float64, with NaN, where some are not known. */
export interface CountNdArray {
  readonly shape: readonly number[]
  readonly data: CountArray | Float64Array
}

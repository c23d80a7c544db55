/** Float64 cells of any shape, in C order: the last dimension runs fastest. */
export interface Float64NdArray {
  readonly shape: readonly number[]
  readonly data: Float64Array
}

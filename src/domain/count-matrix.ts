/** Unsigned counts in the narrowest array that holds them. */
export type CountArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>

/** Spike counts, shape [bins, units], row by row: the count of bin `b` and unit `u` is `counts[b * unitCount + u]`. */
export interface CountMatrix {
  readonly binCount: number
  readonly unitCount: number
  readonly counts: CountArray
}

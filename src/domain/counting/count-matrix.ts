/** Unsigned counts in the narrowest array that holds them. */
export type CountArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>

/**
 * Spike counts, shape [bins, units], row by row: the count of bin `b` and unit `u` is
 * `counts[b * unitCount + u]`.
 */
export interface CountMatrix {
  readonly binCount: number
  readonly unitCount: number
  readonly counts: CountArray
}

/**
 * The largest count that a cell holds. Not as a power, which V8 would compute again
 * for each spike that is counted.
 */
export function capacityOf(counts: CountArray): number {
  if (counts instanceof Uint8Array) return 0xff
  return counts instanceof Uint16Array ? 0xffff : 0xffffffff
}

/** The same counts in the next wider cells. */
export function widen(counts: CountArray): CountArray {
  return counts instanceof Uint8Array ? Uint16Array.from(counts) : Uint32Array.from(counts)
}

import type { PlannedRead } from '../byte-source.ts'

/** Reads of a file, and the ranges that they make together where they touch. */
export class UnitedReads {
  /** begin and end of each, ascending and apart; shape [2 x ranges] */
  readonly ranges: Float64Array
  /** bytes of all ranges */
  readonly length: number
  readonly #reads: readonly PlannedRead[]
  /** where the bytes of each read begin among those of the ranges */
  readonly #places: Float64Array

  /** @param reads ascending by their positions */
  constructor(reads: readonly PlannedRead[]) {
    this.#reads = reads
    this.#places = new Float64Array(reads.length)
    const ranges: number[] = []
    let before = 0
    for (const [i, { position, target }] of reads.entries()) {
      const end = position + target.length
      const last = ranges.length - 1
      if (last < 0 || position > ranges[last]) {
        if (last >= 0) before += ranges[last] - ranges[last - 1]
        ranges.push(position, end)
      } else ranges[last] = Math.max(ranges[last], end)
      this.#places[i] = before + position - (ranges.at(-2) ?? 0)
    }
    this.ranges = Float64Array.from(ranges)
    const last = ranges.length - 1
    this.length = last < 0 ? 0 : before + ranges[last] - ranges[last - 1]
  }

  /** @param bytes of all ranges, one after another */
  spread(bytes: Uint8Array): void {
    for (const [i, { target }] of this.#reads.entries()) {
      const place = this.#places[i]
      target.set(bytes.subarray(place, place + target.length))
    }
  }
}

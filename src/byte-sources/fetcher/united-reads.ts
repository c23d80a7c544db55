import type { ByteRange, PlannedRead } from '../byte-source.ts'

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
    this.ranges = uniteRanges(
      reads.map(({ position, target }) => ({ position, length: target.length })),
    )
    this.#places = new Float64Array(reads.length)
    let range = 0
    let before = 0
    for (const [i, { position }] of reads.entries()) {
      while (position > this.ranges[2 * range + 1]) {
        before += this.ranges[2 * range + 1] - this.ranges[2 * range]
        range++
      }
      this.#places[i] = before + position - this.ranges[2 * range]
    }
    let length = 0
    for (let i = 0; i < this.ranges.length; i += 2) length += this.ranges[i + 1] - this.ranges[i]
    this.length = length
  }

  /** @param bytes of all ranges, one after another */
  spread(bytes: Uint8Array): void {
    for (const [i, { target }] of this.#reads.entries()) {
      const place = this.#places[i]
      target.set(bytes.subarray(place, place + target.length))
    }
  }
}

/**
 * Begin and end of ranges, those that touch as one; shape [2 x ranges].
 *
 * @param ranges ascending by their positions
 */
export function uniteRanges(ranges: readonly ByteRange[]): Float64Array {
  const united: number[] = []
  for (const { position, length } of ranges) {
    const last = united.length - 1
    if (last < 0 || position > united[last]) united.push(position, position + length)
    else united[last] = Math.max(united[last], position + length)
  }
  return Float64Array.from(united)
}

/**
 * Where the bytes of several ranges of a file go: one after another into one array. Bytes of the
 * file may come in any order and in any pieces.
 */
export class RangeTarget {
  readonly #ranges: Float64Array
  readonly #target: Uint8Array | null
  /** where each range begins in the target */
  readonly #places: Float64Array

  /**
   * @param ranges begin and end of each, ascending by both; shape [2 x ranges]
   * @param target null: the bytes go nowhere
   */
  constructor(ranges: Float64Array, target: Uint8Array | null) {
    this.#ranges = ranges
    this.#target = target
    this.#places = new Float64Array(ranges.length / 2)
    let place = 0
    for (let i = 0; i < this.#places.length; i++) {
      this.#places[i] = place
      place += ranges[2 * i + 1] - ranges[2 * i]
    }
  }

  /**
   * Take bytes that lie at a position of the file, as far as they are in a range.
   *
   * @returns how many
   */
  place(position: number, bytes: Uint8Array): number {
    const ranges = this.#ranges
    const end = position + bytes.length
    let taken = 0
    for (let i = this.#firstEndingAfter(position); 2 * i < ranges.length; i++) {
      if (ranges[2 * i] >= end) break
      const from = Math.max(position, ranges[2 * i])
      const to = Math.min(end, ranges[2 * i + 1])
      const part = bytes.subarray(from - position, to - position)
      this.#target?.set(part, this.#places[i] + from - ranges[2 * i])
      taken += part.length
    }
    return taken
  }

  #firstEndingAfter(position: number): number {
    let low = 0
    let high = this.#places.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#ranges[2 * middle + 1] > position) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Spikes that a block has room for: 8 MB. A train of more has a block of its own. */
const BLOCK = 1 << 20

/** Blocks that are kept for the next time: 32 MB. */
const MOST_KEPT = 4

/**
 * Memory for the spikes of many units at once. It is used again: what each request allocated would
 * stay until V8 next collects garbage, which is seldom with large arrays and a small heap.
 */
export class HeldSpikes {
  readonly #blocks: Float64Array[] = []
  /** the block that is being filled, and how much of it is */
  #block = 0
  #length = 0

  /** A copy of some spikes, which holds until {@link release}. */
  hold(spikes: Float64Array): Float64Array {
    const { length } = spikes
    while (!this.#hasRoom(length)) {
      this.#block++
      this.#length = 0
    }
    const copy = this.#blocks[this.#block].subarray(this.#length, this.#length + length)
    copy.set(spikes)
    this.#length += length
    return copy
  }

  /** Let go of all spikes. */
  release(): void {
    const kept = this.#blocks.filter(({ length }) => length === BLOCK).slice(0, MOST_KEPT)
    this.#blocks.splice(0, this.#blocks.length, ...kept)
    this.#block = 0
    this.#length = 0
  }

  #hasRoom(length: number): boolean {
    this.#blocks[this.#block] ??= new Float64Array(Math.max(BLOCK, length))
    return this.#length + length <= this.#blocks[this.#block].length
  }
}

import { type Alignment, binCount, presentationCount } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'
import type { CountArray } from './count-matrix.ts'

/**
 * Counts spikes around presentations into cells of shape [presentations, bins, units]: it starts with one byte a cell and moves to
 * wider ones when a count outgrows them.
 */
export class AlignedCounter {
  readonly #kernel: AlignedKernel
  readonly #binCount: number
  readonly #unitCount: number
  #counts: CountArray

  constructor(alignment: Alignment, unitCount: number) {
    this.#kernel = new AlignedKernel(alignment)
    this.#binCount = binCount(alignment)
    this.#unitCount = unitCount
    this.#counts = new Uint8Array(presentationCount(alignment) * binCount(alignment) * unitCount)
  }

  add(column: number, spikeTimes: Float64Array): void {
    while (!this.#count(column, spikeTimes)) this.#startAgainWider(column)
  }

  finish(): { readonly counts: CountArray } {
    return { counts: this.#counts }
  }

  #count(column: number, spikeTimes: Float64Array): boolean {
    const cells = this.#counts
    return this.#kernel.count(spikeTimes, {
      cells,
      offset: column,
      presentationStride: this.#binCount * this.#unitCount,
      stride: this.#unitCount,
      full: 2 ** (8 * cells.BYTES_PER_ELEMENT) - 1,
    })
  }

  #startAgainWider(column: number): void {
    const counts =
      this.#counts instanceof Uint8Array
        ? Uint16Array.from(this.#counts)
        : Uint32Array.from(this.#counts)
    for (let cell = column; cell < counts.length; cell += this.#unitCount) counts[cell] = 0
    this.#counts = counts
  }
}

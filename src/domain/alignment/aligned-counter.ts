import { type CountArray, capacityOf, widen } from '../counting/count-matrix.ts'
import { type Alignment, binCount, presentationCount } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'

/**
 * Counts spikes around presentations into cells of shape [presentations, bins, units]: it starts
 * with one byte a cell and moves to wider ones when a count outgrows them.
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
      full: capacityOf(cells),
    })
  }

  #startAgainWider(column: number): void {
    const counts = widen(this.#counts)
    for (let cell = column; cell < counts.length; cell += this.#unitCount) counts[cell] = 0
    this.#counts = counts
  }
}

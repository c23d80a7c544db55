import { type CountArray, capacityOf, transposed, widen } from '../counting/count-matrix.ts'
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
  readonly #rowCount: number
  /**
   * shape [units, presentations, bins]: the cells of the unit that is counted stay in the
   * processor's cache, as those of all units would not
   */
  #counts: CountArray

  constructor(alignment: Alignment, unitCount: number) {
    this.#kernel = new AlignedKernel(alignment)
    this.#binCount = binCount(alignment)
    this.#unitCount = unitCount
    this.#rowCount = presentationCount(alignment) * this.#binCount
    this.#counts = new Uint8Array(this.#rowCount * unitCount)
  }

  add(column: number, spikeTimes: Float64Array): void {
    while (!this.#count(column, spikeTimes)) this.#startAgainWider(column)
  }

  finish(): { readonly counts: CountArray } {
    return { counts: transposed(this.#counts, this.#unitCount, this.#rowCount) }
  }

  #count(column: number, spikeTimes: Float64Array): boolean {
    const cells = this.#counts
    return this.#kernel.count(spikeTimes, {
      cells,
      offset: column * this.#rowCount,
      presentationStride: this.#binCount,
      stride: 1,
      full: capacityOf(cells),
    })
  }

  #startAgainWider(column: number): void {
    const counts = widen(this.#counts)
    counts.fill(0, column * this.#rowCount, (column + 1) * this.#rowCount)
    this.#counts = counts
  }
}

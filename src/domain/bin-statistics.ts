import { binCount, type EdgeAlignment, presentationCount } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'
import type { PresentationGroups } from './presentation-statistics.ts'

/** Counts held at a time while they are added up: half a megabyte. */
const CELLS_AT_A_TIME = 1 << 16

/**
 * Mean and standard deviation of the counts in each bin over the presentations of each group, unit by unit, from the sums of the counts
 * and of their squares. Both are whole numbers, so nothing is lost: `(n * squares - sum * sum) / (n * (n - 1))` is rounded once.
 */
export class BinStatistics {
  readonly #alignment: EdgeAlignment
  readonly #kernel: AlignedKernel
  readonly #groups: PresentationGroups
  readonly #unitCount: number
  readonly #spikeCounts: Float64Array
  readonly #standardDeviations: Float64Array
  /** of the unit at hand; shape [groups, bins] */
  readonly #sums: Float64Array
  readonly #squares: Float64Array
  /** shape [presentations at a time, bins] */
  readonly #cells: Uint32Array
  readonly #presentationsAtATime: number

  constructor(alignment: EdgeAlignment, groups: PresentationGroups, unitCount: number) {
    const bins = binCount(alignment)
    this.#alignment = alignment
    this.#kernel = new AlignedKernel(alignment)
    this.#groups = groups
    this.#unitCount = unitCount
    this.#spikeCounts = new Float64Array(groups.count * bins * unitCount)
    this.#standardDeviations = new Float64Array(groups.count * bins * unitCount)
    this.#sums = new Float64Array(groups.count * bins)
    this.#squares = new Float64Array(groups.count * bins)
    this.#presentationsAtATime = Math.max(1, Math.floor(CELLS_AT_A_TIME / bins))
    const atATime = Math.min(this.#presentationsAtATime, presentationCount(alignment))
    this.#cells = new Uint32Array(atATime * bins)
  }

  add(column: number, spikeTimes: Float64Array): void {
    this.#sums.fill(0)
    this.#squares.fill(0)
    const count = presentationCount(this.#alignment)
    for (let from = 0; from < count; from += this.#presentationsAtATime) {
      this.#sumUp(spikeTimes, from, Math.min(count, from + this.#presentationsAtATime))
    }
    const { sizes, count: groupCount } = this.#groups
    const bins = binCount(this.#alignment)
    for (let group = 0, cell = 0; group < groupCount; group++) {
      const size = sizes[group] as number
      for (let bin = 0; bin < bins; bin++, cell++) {
        const sum = this.#sums[cell] as number
        const scatter = size * (this.#squares[cell] as number) - sum * sum
        const at = cell * this.#unitCount + column
        this.#spikeCounts[at] = sum
        this.#standardDeviations[at] = Math.sqrt(scatter / (size * (size - 1)))
      }
    }
  }

  finish() {
    const { sizes } = this.#groups
    const cellsOfGroup = binCount(this.#alignment) * this.#unitCount
    return {
      spikeCounts: this.#spikeCounts,
      means: this.#spikeCounts.map(
        (sum, cell) => sum / (sizes[Math.floor(cell / cellsOfGroup)] as number),
      ),
      standardDeviations: this.#standardDeviations,
    }
  }

  #sumUp(spikeTimes: Float64Array, from: number, to: number): void {
    const bins = binCount(this.#alignment)
    const cells = this.#cells
    const sums = this.#sums
    const squares = this.#squares
    cells.fill(0, 0, (to - from) * bins)
    const target = { cells, presentationStride: bins, stride: 1, full: Number.POSITIVE_INFINITY }
    this.#kernel.count(spikeTimes, { ...target, offset: -from * bins }, from, to)
    for (let presentation = from; presentation < to; presentation++) {
      const group = this.#groups.ofPresentations[presentation] as number
      if (group < 0) continue
      const row = (presentation - from) * bins
      for (let bin = 0; bin < bins; bin++) {
        const value = cells[row + bin] as number
        if (value === 0) continue
        const cell = group * bins + bin
        sums[cell] = (sums[cell] as number) + value
        squares[cell] = (squares[cell] as number) + value * value
      }
    }
  }
}

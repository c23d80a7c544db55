import type { PresentationGroups } from '../stimuli/grouped-presentations.ts'
import type { Observation } from '../time/observation.ts'
import { binCount, type EdgeAlignment, presentationCount } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'
import { ObservedPresentations, type UnitPresentations } from './observed-presentations.ts'

/** Counts held at a time while they are added up: half a megabyte. */
const CELLS_AT_A_TIME = 1 << 16

/**
 * Mean and standard deviation of the counts in each bin over the presentations of each group, unit
 * by unit, from the sums of the counts and of their squares. Both are whole numbers, so nothing is
 * lost: `(n * squares - sum * sum) / (n * (n - 1))` is rounded once. A bin of a presentation that
 * was not wholly observed for a unit stays out of the unit's mean and deviation.
 */
export class BinStatistics {
  readonly #alignment: EdgeAlignment
  readonly #kernel: AlignedKernel
  readonly #groups: PresentationGroups
  readonly #observed: ObservedPresentations
  readonly #unitRows: Uint32Array
  readonly #spikeCounts: Float64Array
  readonly #means: Float64Array
  readonly #standardDeviations: Float64Array
  readonly #presentationCounts: Uint32Array<ArrayBuffer>
  /** of one unit, in all presentations; shape [groups, bins] */
  readonly #totals: Float64Array
  /** of one unit, where it was observed; shape [groups, bins] */
  readonly #sums: Float64Array
  readonly #squares: Float64Array
  /** shape [presentations at a time, bins] */
  readonly #cells: Uint32Array
  readonly #presentationsAtATime: number

  constructor(
    alignment: EdgeAlignment,
    groups: PresentationGroups,
    observation: Observation | null,
    unitRows: Uint32Array,
  ) {
    const bins = binCount(alignment)
    this.#alignment = alignment
    this.#kernel = new AlignedKernel(alignment)
    this.#groups = groups
    this.#observed = new ObservedPresentations(alignment, groups, observation)
    this.#unitRows = unitRows
    const cells = groups.count * bins * unitRows.length
    this.#spikeCounts = new Float64Array(cells)
    this.#means = new Float64Array(cells)
    this.#standardDeviations = new Float64Array(cells)
    this.#presentationCounts = new Uint32Array(cells)
    this.#totals = new Float64Array(groups.count * bins)
    this.#sums = new Float64Array(groups.count * bins)
    this.#squares = new Float64Array(groups.count * bins)
    this.#presentationsAtATime = Math.max(1, Math.floor(CELLS_AT_A_TIME / bins))
    const atATime = Math.min(this.#presentationsAtATime, presentationCount(alignment))
    this.#cells = new Uint32Array(atATime * bins)
  }

  add(column: number, spikeTimes: Float64Array): void {
    this.#totals.fill(0)
    this.#sums.fill(0)
    this.#squares.fill(0)
    const observed = this.#observed.ofUnit(this.#unitRows[column])
    const count = presentationCount(this.#alignment)
    for (let from = 0; from < count; from += this.#presentationsAtATime) {
      this.#sumUp(spikeTimes, observed, from, Math.min(count, from + this.#presentationsAtATime))
    }
    const { counts } = observed
    for (let cell = 0; cell < counts.length; cell++) {
      const size = counts[cell]
      const sum = this.#sums[cell]
      const scatter = size * this.#squares[cell] - sum * sum
      const at = cell * this.#unitRows.length + column
      this.#spikeCounts[at] = this.#totals[cell]
      this.#means[at] = sum / size
      this.#standardDeviations[at] = Math.sqrt(scatter / (size * (size - 1)))
      this.#presentationCounts[at] = size
    }
  }

  finish() {
    return {
      spikeCounts: this.#spikeCounts,
      means: this.#means,
      standardDeviations: this.#standardDeviations,
      presentationCounts: this.#presentationCounts,
    }
  }

  #sumUp(spikeTimes: Float64Array, observed: UnitPresentations, from: number, to: number): void {
    const bins = binCount(this.#alignment)
    const cells = this.#cells
    const sums = this.#sums
    const squares = this.#squares
    const totals = this.#totals
    cells.fill(0, 0, (to - from) * bins)
    const target = { cells, presentationStride: bins, stride: 1, full: Number.POSITIVE_INFINITY }
    this.#kernel.count(spikeTimes, { ...target, offset: -from * bins }, from, to)
    for (let presentation = from; presentation < to; presentation++) {
      const group = this.#groups.ofPresentations[presentation]
      if (group < 0) continue
      const row = (presentation - from) * bins
      const isAll = observed.isWhole[presentation] === 1
      for (let bin = 0; bin < bins; bin++) {
        const value = cells[row + bin]
        if (value === 0) continue
        const cell = group * bins + bin
        totals[cell] = totals[cell] + value
        if (!isAll && !observed.isObserved(presentation, bin)) continue
        sums[cell] = sums[cell] + value
        squares[cell] = squares[cell] + value * value
      }
    }
  }
}

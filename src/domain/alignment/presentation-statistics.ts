import { meanAndDeviation, numpySum } from '../numeric/numpy-sum.ts'
import type { PresentationGroups } from '../stimuli/grouped-presentations.ts'
import type { Observation } from '../time/observation.ts'
import { presentationCount, type WholeAlignment } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'
import { ObservedPresentations } from './observed-presentations.ts'

/**
 * Mean and standard deviation of the counts of whole presentations, or of their rates, over the
 * presentations of each group, unit by unit: the AllenSDK's `conditionwise_spike_statistics`, with
 * numpy's rounding. A presentation that was not wholly observed for a unit, or whose start or stop
 * is not known, stays out of the unit's mean and deviation; one without a duration, of those of
 * rates. Spikes are NaN in a group of nothing but unknown stops.
 */
export class PresentationStatistics {
  readonly #alignment: WholeAlignment
  readonly #kernel: AlignedKernel
  readonly #groups: PresentationGroups
  readonly #observed: ObservedPresentations
  readonly #unitRows: Uint32Array
  readonly #perSecond: boolean
  readonly #spikeCounts: Float64Array
  readonly #means: Float64Array
  readonly #standardDeviations: Float64Array
  readonly #presentationCounts: Uint32Array<ArrayBuffer>
  /** the presentations, group by group */
  readonly #order: Uint32Array
  /** counts of the current unit; shape [presentations] */
  readonly #cells: Float64Array
  /** those of one group, or rates where they are requested */
  readonly #values: Float64Array
  readonly #scratch: Float64Array

  constructor(
    alignment: WholeAlignment,
    groups: PresentationGroups,
    perSecond: boolean,
    observation: Observation | null,
    unitRows: Uint32Array,
  ) {
    this.#alignment = alignment
    this.#kernel = new AlignedKernel(alignment)
    this.#groups = groups
    this.#perSecond = perSecond
    this.#observed = new ObservedPresentations(alignment, groups, observation)
    this.#unitRows = unitRows
    const cells = groups.count * unitRows.length
    this.#spikeCounts = new Float64Array(cells)
    this.#means = new Float64Array(cells)
    this.#standardDeviations = new Float64Array(cells)
    this.#presentationCounts = new Uint32Array(cells)
    const presentations = presentationCount(alignment)
    this.#order = Uint32Array.from({ length: presentations }, (_, position) => position)
      .filter((position) => groups.ofPresentations[position] >= 0)
      .sort((a, b) => groupOf(groups, a) - groupOf(groups, b))
    this.#cells = new Float64Array(presentations)
    this.#values = new Float64Array(this.#order.length)
    this.#scratch = new Float64Array(this.#order.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const target = { offset: 0, presentationStride: 1, stride: 1, full: Infinity }
    this.#kernel.count(spikeTimes, { cells: this.#cells.fill(0), ...target })
    const { isWhole } = this.#observed.ofUnit(this.#unitRows[column])
    let from = 0
    this.#groups.sizes.forEach((size, group) => {
      this.#summarize(column, group, this.#order.subarray(from, from + size), isWhole)
      from += size
    })
  }

  finish() {
    return {
      spikeCounts: this.#spikeCounts,
      means: this.#means,
      standardDeviations: this.#standardDeviations,
      presentationCounts: this.#presentationCounts,
    }
  }

  /** @param members the presentations of the group */
  #summarize(column: number, group: number, members: Uint32Array, isWhole: Uint8Array): void {
    const { startTimes, stopTimes } = this.#alignment
    const cell = group * this.#unitRows.length + column
    const cells = this.#cells
    const values = this.#values
    let known = 0
    for (const position of members) {
      if (!Number.isNaN(stopTimes[position])) values[known++] = cells[position]
    }
    const isUnknown = known === 0 && members.length > 0
    this.#spikeCounts[cell] = isUnknown ? Number.NaN : numpySum(values, 0, known)
    let count = 0
    for (const position of members) {
      if (!isWhole[position]) continue
      const spikeCount = cells[position]
      const duration = stopTimes[position] - startTimes[position]
      // A presentation without duration has a count, but no rate.
      if (this.#perSecond && !(duration > 0)) continue
      values[count++] = this.#perSecond ? spikeCount / duration : spikeCount
    }
    const { mean, standardDeviation } = meanAndDeviation(values.subarray(0, count), this.#scratch)
    this.#means[cell] = mean
    this.#standardDeviations[cell] = standardDeviation
    this.#presentationCounts[cell] = count
  }
}

function groupOf({ ofPresentations }: PresentationGroups, position: number): number {
  return ofPresentations[position]
}

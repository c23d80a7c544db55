import { presentationCount, type WholeAlignment } from './alignment.ts'
import { AlignedKernel } from './count-aligned.ts'
import { meanAndDeviation, numpySum } from './numpy-sum.ts'

/** Which presentations belong together. */
export interface PresentationGroups {
  readonly count: number
  /** group of each presentation; -1: none. Shape [presentations] */
  readonly ofPresentations: Int32Array
  /** presentations of each group; shape [groups] */
  readonly sizes: Int32Array
}

/** Groups from a group's number for every presentation; -1 where it belongs to none. */
export function groupsOf(ofPresentations: Int32Array, count: number): PresentationGroups {
  const sizes = new Int32Array(count)
  for (const group of ofPresentations) if (group >= 0) sizes[group] = (sizes[group] as number) + 1
  return { count, ofPresentations, sizes }
}

/**
 * Mean and standard deviation of the counts of whole presentations, or of their rates, over the presentations of each group, unit by unit:
 * the AllenSDK's `conditionwise_spike_statistics`, with numpy's rounding.
 */
export class PresentationStatistics {
  readonly #alignment: WholeAlignment
  readonly #kernel: AlignedKernel
  readonly #groups: PresentationGroups
  readonly #unitCount: number
  readonly #perSecond: boolean
  readonly #spikeCounts: Float64Array
  readonly #means: Float64Array
  readonly #standardDeviations: Float64Array
  /** the presentations, group by group */
  readonly #order: Uint32Array
  /** counts of the unit at hand; shape [presentations] */
  readonly #cells: Float64Array
  /** the same in #order, and as rates where they are asked */
  readonly #values: Float64Array
  readonly #scratch: Float64Array

  constructor(
    alignment: WholeAlignment,
    groups: PresentationGroups,
    perSecond: boolean,
    unitCount: number,
  ) {
    this.#alignment = alignment
    this.#kernel = new AlignedKernel(alignment)
    this.#groups = groups
    this.#perSecond = perSecond
    this.#unitCount = unitCount
    this.#spikeCounts = new Float64Array(groups.count * unitCount)
    this.#means = new Float64Array(groups.count * unitCount)
    this.#standardDeviations = new Float64Array(groups.count * unitCount)
    const presentations = presentationCount(alignment)
    this.#order = Uint32Array.from({ length: presentations }, (_, position) => position)
      .filter((position) => (groups.ofPresentations[position] as number) >= 0)
      .sort((a, b) => groupOf(groups, a) - groupOf(groups, b) || a - b)
    this.#cells = new Float64Array(presentations)
    this.#values = new Float64Array(this.#order.length)
    this.#scratch = new Float64Array(this.#order.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { startTimes, stopTimes } = this.#alignment
    const target = { offset: 0, presentationStride: 1, stride: 1, full: Infinity }
    this.#kernel.count(spikeTimes, { cells: this.#cells.fill(0), ...target })
    const values = this.#values
    const order = this.#order
    const cells = this.#cells
    for (let i = 0; i < order.length; i++) values[i] = cells[order[i] as number] as number
    let from = 0
    this.#groups.sizes.forEach((size, group) => {
      const to = from + size
      const cell = group * this.#unitCount + column
      this.#spikeCounts[cell] = numpySum(values, from, to)
      if (this.#perSecond) {
        for (let i = from; i < to; i++) {
          const position = order[i] as number
          const duration = (stopTimes[position] as number) - (startTimes[position] as number)
          values[i] = (values[i] as number) / duration
        }
      }
      const ofGroup = values.subarray(from, to)
      const { mean, standardDeviation } = meanAndDeviation(ofGroup, this.#scratch)
      this.#means[cell] = mean
      this.#standardDeviations[cell] = standardDeviation
      from = to
    })
  }

  finish() {
    return {
      spikeCounts: this.#spikeCounts,
      means: this.#means,
      standardDeviations: this.#standardDeviations,
    }
  }
}

function groupOf({ ofPresentations }: PresentationGroups, position: number): number {
  return ofPresentations[position] as number
}

import { medianOf, quantileOf } from '../numeric/quantiles.ts'
import { membersOf, type PresentationGroups } from '../stimuli/grouped-presentations.ts'
import { type EdgeAlignment, presentationCount, spikesOf } from './alignment.ts'

/** The first spike of every unit in a window of every presentation. */
export class FirstSpikes {
  readonly #alignment: EdgeAlignment
  readonly #unitCount: number
  readonly #latencies: Float64Array

  /** @param alignment of one bin: the window */
  constructor(alignment: EdgeAlignment, unitCount: number) {
    this.#alignment = alignment
    this.#unitCount = unitCount
    this.#latencies = new Float64Array(presentationCount(alignment) * unitCount)
  }

  add(column: number, spikeTimes: Float64Array): void {
    findLatencies(this.#alignment, spikeTimes, (presentation, latency) => {
      this.#latencies[presentation * this.#unitCount + column] = latency
    })
  }

  finish() {
    return { latencies: this.#latencies }
  }
}

/** Median and quartiles of first spikes over the presentations of each group, unit by unit. */
export class FirstSpikeStatistics {
  readonly #alignment: EdgeAlignment
  readonly #members: readonly Int32Array[]
  readonly #unitCount: number
  /** of one unit; shape [presentations] */
  readonly #latencies: Float64Array
  readonly #medians: Float64Array
  readonly #lowerQuartiles: Float64Array
  readonly #upperQuartiles: Float64Array
  readonly #respondedCounts: Uint32Array<ArrayBuffer>

  /** @param alignment of one bin: the window */
  constructor(alignment: EdgeAlignment, groups: PresentationGroups, unitCount: number) {
    this.#alignment = alignment
    this.#members = membersOf(groups)
    this.#unitCount = unitCount
    this.#latencies = new Float64Array(presentationCount(alignment))
    const cells = groups.count * unitCount
    this.#medians = new Float64Array(cells)
    this.#lowerQuartiles = new Float64Array(cells)
    this.#upperQuartiles = new Float64Array(cells)
    this.#respondedCounts = new Uint32Array(cells)
  }

  add(column: number, spikeTimes: Float64Array): void {
    findLatencies(this.#alignment, spikeTimes, (presentation, latency) => {
      this.#latencies[presentation] = latency
    })
    for (const [group, members] of this.#members.entries()) {
      const sorted = Float64Array.from(members, (presentation) => this.#latencies[presentation])
        .filter((latency) => !Number.isNaN(latency))
        .sort()
      const cell = group * this.#unitCount + column
      this.#medians[cell] = medianOf(sorted)
      this.#lowerQuartiles[cell] = quantileOf(sorted, 0.25)
      this.#upperQuartiles[cell] = quantileOf(sorted, 0.75)
      this.#respondedCounts[cell] = sorted.length
    }
  }

  finish() {
    return {
      medians: this.#medians,
      lowerQuartiles: this.#lowerQuartiles,
      upperQuartiles: this.#upperQuartiles,
      respondedCounts: this.#respondedCounts,
    }
  }
}

/** Calls back with the latency of each presentation, in seconds; NaN where there is no spike. */
function findLatencies(
  alignment: EdgeAlignment,
  spikeTimes: Float64Array,
  found: (presentation: number, latency: number) => void,
): void {
  const { startTimes } = alignment
  let near = 0
  let previous = Number.POSITIVE_INFINITY
  for (let presentation = 0; presentation < startTimes.length; presentation++) {
    const startTime = startTimes[presentation]
    const [from, to] = spikesOf(
      alignment,
      presentation,
      spikeTimes,
      startTime >= previous ? near : 0,
    )
    found(presentation, from < to ? spikeTimes[from] - startTime : Number.NaN)
    near = from
    previous = startTime
  }
}

import { ascending } from '../numeric/compare-numbers.ts'
import { type Alignment, presentationCount, spikesOf } from './alignment.ts'

/**
 * Gathers the spikes around presentations, or within them: the AllenSDK's
 * `presentationwise_spike_times`.
 */
export class AlignedSpikeList {
  readonly #alignment: Alignment
  readonly #spikeTimes: number[] = []
  readonly #presentations: number[] = []
  readonly #columns: number[] = []

  constructor(alignment: Alignment) {
    this.#alignment = alignment
  }

  add(column: number, spikeTimes: Float64Array): void {
    const presentations = presentationCount(this.#alignment)
    for (let presentation = 0; presentation < presentations; presentation++) {
      const [from, to] = spikesOf(this.#alignment, presentation, spikeTimes)
      for (let spike = from; spike < to; spike++) {
        this.#spikeTimes.push(spikeTimes[spike])
        this.#presentations.push(presentation)
        this.#columns.push(column)
      }
    }
  }

  finish() {
    const times = this.#spikeTimes
    const presentations = this.#presentations
    const columns = this.#columns
    const { startTimes } = this.#alignment
    const order = Uint32Array.from(times, (_, spike) => spike).sort(
      (a, b) =>
        ascending(times[a], times[b]) ||
        presentations[a] - presentations[b] ||
        columns[a] - columns[b],
    )
    return {
      spikeTimes: Float64Array.from(order, (spike) => times[spike]),
      presentations: Int32Array.from(order, (spike) => presentations[spike]),
      columns: Int32Array.from(order, (spike) => columns[spike]),
      timesSinceStart: Float64Array.from(
        order,
        (spike) => times[spike] - startTimes[presentations[spike]],
      ),
    }
  }
}

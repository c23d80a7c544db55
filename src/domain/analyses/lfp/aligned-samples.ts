import { firstNotBefore, lowerBound, upperBound } from '../../numeric/search.ts'
import type { SampleCollector } from './sample-collector.ts'

/**
 * Means of a series in bins around events: bin `k` holds the samples with `edges[k] <= time - start
 * < edges[k + 1]`, the last bin closed. A missing sample (NaN) does not count.
 */
export class AlignedSamples implements SampleCollector<Float64Array> {
  readonly #starts: Float64Array
  readonly #edges: Float64Array
  readonly #channelCount: number
  /** positions of the events in order of time */
  readonly #order: Uint32Array
  readonly #sortedStarts: Float64Array
  readonly #sums: Float64Array
  readonly #counts: Uint32Array

  /**
   * @param startTimes of the events, in any order; NaN: an event has no samples; shape [events]
   * @param edges seconds from the event, ascending; shape [bins + 1]
   */
  constructor(startTimes: Float64Array, edges: Float64Array, channelCount: number) {
    this.#starts = startTimes
    this.#edges = edges
    this.#channelCount = channelCount
    this.#order = Uint32Array.from(startTimes.keys())
      .filter((event) => !Number.isNaN(startTimes[event]))
      .sort((a, b) => startTimes[a] - startTimes[b])
    this.#sortedStarts = Float64Array.from(this.#order, (event) => startTimes[event])
    const cells = startTimes.length * (edges.length - 1) * channelCount
    this.#sums = new Float64Array(cells)
    this.#counts = new Uint32Array(cells)
  }

  add(times: Float64Array, samples: Float64Array): void {
    if (times.length === 0) return
    const edges = this.#edges
    const last = edges[edges.length - 1]
    const least = times.reduce((a, b) => Math.min(a, b))
    const most = times.reduce((a, b) => Math.max(a, b))
    // Whose windows reach into the piece; rounding may add one on either side.
    const from = Math.max(0, lowerBound(this.#sortedStarts, least - last) - 1)
    const to = Math.min(this.#order.length, upperBound(this.#sortedStarts, most - edges[0]) + 1)
    const isAscending =
      least === times[0] && times.every((time, i) => i === 0 || times[i - 1] <= time)
    for (let i = from; i < to; i++) this.#addTo(this.#order[i], times, samples, isAscending)
  }

  /** @returns means, shape [events, bins, channels]; NaN in a bin without samples */
  finish(): Float64Array {
    return this.#sums.map((sum, cell) => sum / this.#counts[cell])
  }

  #addTo(event: number, times: Float64Array, samples: Float64Array, isAscending: boolean): void {
    const edges = this.#edges
    const bins = edges.length - 1
    const channels = this.#channelCount
    const start = this.#starts[event]
    const first = isAscending
      ? firstNotBefore(0, times.length, (i) => times[i] - start < edges[0])
      : 0
    for (let row = first; row < times.length; row++) {
      const time = times[row] - start
      if (time > edges[bins] && isAscending) break
      if (!(time >= edges[0] && time <= edges[bins])) continue
      const bin = Math.min(upperBound(edges, time) - 1, bins - 1)
      const cell = (event * bins + bin) * channels
      for (let channel = 0; channel < channels; channel++) {
        const value = samples[row * channels + channel]
        if (Number.isNaN(value)) continue
        this.#sums[cell + channel] += value
        this.#counts[cell + channel] += 1
      }
    }
  }
}

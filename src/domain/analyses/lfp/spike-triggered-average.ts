import { lowerBound } from '../../numeric/search.ts'
import { SampleBuffer } from './sample-buffer.ts'
import type { SampleCollector } from './sample-collector.ts'

/** Which samples around a spike are averaged, from the one that is nearest to it. */
export interface SpikeWindow {
  /** samples before */
  readonly before: number
  /** samples after */
  readonly after: number
  /** Hz */
  readonly samplingRate: number
}

export interface SpikeTriggeredAverageResult {
  /** shape [before + 1 + after, channels]; NaN where no spike was used */
  readonly means: Float64Array
  readonly usedSpikeCount: number
}

/** Part of a sampling interval by which a sample may be off its place. */
const JITTER = 0.5

/**
 * Mean of a series around spikes. A spike counts if all samples of its window are there: none is
 * missing or masked in any channel, and none lies beyond a gap.
 */
export class SpikeTriggeredAverage implements SampleCollector<SpikeTriggeredAverageResult> {
  readonly #spikeTimes: Float64Array
  readonly #window: SpikeWindow
  readonly #channelCount: number
  readonly #buffer: SampleBuffer
  readonly #sums: Float64Array
  #usedSpikeCount = 0
  /** of the spikes, the next one */
  #next = 0

  /** @param spikeTimes seconds, ascending */
  constructor(spikeTimes: Float64Array, window: SpikeWindow, channelCount: number) {
    this.#spikeTimes = spikeTimes
    this.#window = window
    this.#channelCount = channelCount
    this.#buffer = new SampleBuffer(channelCount)
    this.#sums = new Float64Array((window.before + 1 + window.after) * channelCount)
  }

  add(times: Float64Array, samples: Float64Array): void {
    this.#buffer.append(times, samples)
    this.#takeSpikes(false)
    const needed = this.#window.before + this.#window.after + 2
    this.#buffer.drop(Math.max(0, this.#buffer.times.length - needed))
  }

  finish(): SpikeTriggeredAverageResult {
    this.#takeSpikes(true)
    const usedSpikeCount = this.#usedSpikeCount
    return { means: this.#sums.map((sum) => sum / usedSpikeCount), usedSpikeCount }
  }

  /** Those whose window is held; at the end, whatever is left has none. */
  #takeSpikes(isEnd: boolean): void {
    const { times } = this.#buffer
    const { before, after, samplingRate } = this.#window
    for (; this.#next < this.#spikeTimes.length; this.#next++) {
      const spike = this.#spikeTimes[this.#next]
      const nearest = nearestTo(times, spike)
      // The window, or a sample that is nearer still, may be in what comes next.
      if (!isEnd && nearest + Math.max(after, 1) >= times.length) return
      const first = nearest - before
      const last = nearest + after
      const isNear = Math.abs(times[nearest] - spike) * samplingRate <= JITTER + 1e-6
      const length = (times[last] - times[first]) * samplingRate
      // Where one of them is not held, the length is not a number.
      const isWhole = Math.abs(length - before - after) <= JITTER
      if (isNear && isWhole) this.#addWindow(first)
    }
  }

  #addWindow(first: number): void {
    const from = first * this.#channelCount
    const window = this.#buffer.samples.subarray(from, from + this.#sums.length)
    if (window.some(Number.isNaN)) return
    for (let i = 0; i < window.length; i++) this.#sums[i] += window[i]
    this.#usedSpikeCount += 1
  }
}

/**
 * Position of the time that is nearest; the earlier of two that are equally near; -1 without any.
 */
function nearestTo(times: Float64Array, time: number): number {
  const after = lowerBound(times, time)
  if (after === times.length) return times.length - 1
  return time - times[after - 1] <= times[after] - time ? after - 1 : after
}

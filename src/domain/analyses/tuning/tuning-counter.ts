import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { type BinnedSamples, type SampleLookup, sampleAt } from './feature-bins.ts'

/** Which spikes are counted in the bins of a signal. */
export interface TuningRequest {
  readonly samples: BinnedSamples
  readonly lookup: SampleLookup
  readonly binCount: number
  /** rows of the units table */
  readonly unitRows: Uint32Array
}

/** Counts the spikes of each unit in the bins of a signal; shape [units, bins]. */
export class TuningCounter implements SpikeCollector<Float64Array> {
  readonly #request: TuningRequest
  readonly #counts: Float64Array

  constructor(request: TuningRequest) {
    this.#request = request
    this.#counts = new Float64Array(request.unitRows.length * request.binCount)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { samples, lookup, binCount } = this.#request
    const { bins, startTimes, stopTimes } = samples
    // Spikes ascend: the sample of the next one is the same, or comes soon after.
    let sample = -1
    for (const time of spikeTimes) {
      if (lookup === 'nearest') sample = sampleAt(samples, time, lookup)
      else {
        while (sample + 1 < startTimes.length && startTimes[sample + 1] <= time) sample++
        if (sample < 0 || !(time < stopTimes[sample])) continue
      }
      const bin = sample < 0 ? -1 : bins[sample]
      if (bin < 0) continue
      const cell = column * binCount + bin
      this.#counts[cell] = this.#counts[cell] + 1
    }
  }

  finish(): Float64Array {
    return this.#counts
  }
}

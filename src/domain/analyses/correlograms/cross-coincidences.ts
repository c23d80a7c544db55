import type { Run } from '../trains/train-runs.ts'
import { type LagBins, lagBinCount, lagEdges } from './lag-bins.ts'
import type { MergedSpikes } from './merged-spikes.ts'

/**
 * Counts how long after the spikes of references those of targets come: from each spike of a
 * reference the spikes of all targets around it are met in one walk.
 */
export class CrossCoincidences {
  readonly #bins: LagBins
  readonly #edges: Float64Array
  readonly #targetCount: number
  /** shape [references, targets, lags] */
  readonly counts: Uint32Array<ArrayBuffer>

  constructor(referenceCount: number, targetCount: number, bins: LagBins) {
    this.#bins = bins
    this.#edges = lagEdges(bins, -bins.lagCount, lagBinCount(bins) + 1)
    this.#targetCount = targetCount
    this.counts = new Uint32Array(referenceCount * targetCount * lagBinCount(bins))
  }

  /**
   * Count the spikes of a reference, with all of the targets' that are near.
   *
   * @param spikeTimes of the reference, ascending; those of `run` are counted
   * @param targets all of their spikes that are within the lags of one of the reference
   */
  add(reference: number, spikeTimes: Float64Array, [from, to]: Run, targets: MergedSpikes): void {
    if (from === to) return
    const edges = this.#edges
    const lags = lagBinCount(this.#bins)
    const width = this.#targetCount * lags
    const row = this.counts.subarray(reference * width, (reference + 1) * width)
    const { times, owners, count } = targets
    const least = edges[0]
    const reach = edges[lags]
    const binsPerSecond = 1 / this.#bins.binSize
    const middle = this.#bins.lagCount + 0.5
    let near = targets.firstAt(spikeTimes[from] + 2 * least)
    for (let spike = from; spike < to; spike++) {
      const time = spikeTimes[spike]
      while (near < count && times[near] - time < least) near++
      for (let target = near; target < count; target++) {
        const lag = times[target] - time
        if (lag >= reach) break
        let bin = (lag * binsPerSecond + middle) | 0
        while (lag < edges[bin]) bin--
        while (lag >= edges[bin + 1]) bin++
        const cell = owners[target] * lags + bin
        row[cell] = row[cell] + 1
      }
    }
  }
}

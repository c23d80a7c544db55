import type { Run } from '../trains/train-runs.ts'
import { type LagBins, lagBinCount } from './lag-bins.ts'
import { countLags, LagCells } from './lag-cells.ts'
import type { MergedSpikes } from './merged-spikes.ts'

/**
 * Counts how long after the spikes of references those of targets come: from each spike of a
 * reference the spikes of all targets around it are met in one walk.
 */
export class CrossCoincidences {
  readonly #lagCount: number
  readonly #targetCount: number
  readonly #lags: LagCells
  /** shape [references, targets, lags] */
  readonly counts: Uint32Array<ArrayBuffer>

  constructor(referenceCount: number, targetCount: number, bins: LagBins) {
    this.#lagCount = lagBinCount(bins)
    this.#targetCount = targetCount
    this.#lags = new LagCells(targetCount, bins, -bins.lagCount, this.#lagCount)
    this.counts = new Uint32Array(referenceCount * targetCount * this.#lagCount)
  }

  /** Let references meet these spikes of the targets. */
  aimAt(targets: MergedSpikes): void {
    if (targets.count > 0) this.#lags.aimAt(targets)
  }

  /**
   * Count the spikes of a reference, with all of the targets' that are near.
   *
   * @param spikeTimes of the reference, ascending; those of `run` are counted
   * @param targets those aimed at: all of the spikes that are within the lags of the reference's
   */
  add(reference: number, spikeTimes: Float64Array, [from, to]: Run, targets: MergedSpikes): void {
    if (from === to || targets.count === 0) return
    const { least, most } = this.#lags
    const width = this.#targetCount * this.#lagCount
    const row = this.counts.subarray(reference * width, (reference + 1) * width)
    const { times, count } = targets
    let near = targets.firstAt(spikeTimes[from] + 2 * least)
    let far = near
    for (let spike = from; spike < to; spike++) {
      const time = spikeTimes[spike]
      while (near < count && times[near] - time < least) near++
      far = Math.max(far, near)
      while (far < count && times[far] - time < most) far++
      const doubts = countLags(this.#lags, this.#lags.baseOf(time), near, far, row)
      if (doubts > 0) this.#resolve(targets, time, doubts, row)
    }
  }

  #resolve({ times, owners }: MergedSpikes, time: number, doubts: number, row: Uint32Array): void {
    const { doubtful } = this.#lags
    for (let i = 0; i < doubts; i++) {
      const target = doubtful[i]
      row[owners[target] * this.#lagCount + this.#lags.binOf(times[target] - time)]++
    }
  }
}

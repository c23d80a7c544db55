import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { lowerBound, upperBound } from '../../numeric/search.ts'
import { type Interval, type Run, spikesWithin } from '../trains/train-runs.ts'
import { binsOfSpikes, sumOfSquares } from './binned-train.ts'
import type { CorrelogramRequest, CorrelogramResponse } from './correlogram-request.ts'
import { always, countCoincidences } from './count-coincidences.ts'

/** Gathers the spikes of units, and counts their coincidences when all are there. */
export class CorrelogramCounter implements SpikeCollector<CorrelogramResponse> {
  readonly #request: CorrelogramRequest
  readonly #checkpoint: () => void
  /** of each unit in each interval, the spikes, or the bins of them; shape [intervals][units] */
  readonly #trains: Float64Array[][]
  readonly #spikeCounts: Float64Array
  readonly #squares: Float64Array

  /** @param checkpoint called from time to time while the result is made; may throw to give up */
  constructor(request: CorrelogramRequest, checkpoint: () => void) {
    const { unitRows, intervals } = request
    this.#request = request
    this.#checkpoint = checkpoint
    this.#trains = intervals.map(() => Array.from(unitRows, () => new Float64Array(0)))
    this.#spikeCounts = new Float64Array(unitRows.length)
    this.#squares = new Float64Array(unitRows.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { intervals, isBinned, bins, share } = this.#request
    intervals.forEach((interval, i) => {
      const train = isBinned
        ? binsOfSpikes(spikeTimes, interval, bins.binSize)
        : spikeTimes.slice(...this.#wantedSpikes(spikeTimes, interval))
      this.#trains[i][column] = train
      const [from, to] = spikesWithin(train, share ?? always)
      this.#spikeCounts[column] += to - from
      if (isBinned) this.#squares[column] += sumOfSquares(train)
    })
  }

  /** Of an interval those within the share, and as far around it as the lags reach. */
  #wantedSpikes(spikeTimes: Float64Array, interval: Interval): Run {
    const { bins, share } = this.#request
    const [from, to] = spikesWithin(spikeTimes, interval)
    if (!share) return [from, to]
    const reach = (bins.lagCount + 1) * bins.binSize
    const first = lowerBound(spikeTimes, share.startTime - reach, from, to)
    return [first, upperBound(spikeTimes, share.stopTime + reach, first, to)]
  }

  finish(): CorrelogramResponse {
    const { pairing, unitRows, bins, isBinned, share } = this.#request
    const counts = countCoincidences(this.#trains, unitRows.length, {
      pairing,
      bins: isBinned ? { ...bins, binSize: 1 } : bins,
      share: share ?? always,
      checkpoint: this.#checkpoint,
    })
    return { counts, spikeCounts: this.#spikeCounts, squares: this.#squares }
  }
}

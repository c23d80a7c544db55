import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { lowerBound, upperBound } from '../../numeric/search.ts'
import { type Interval, type Run, spikesWithin } from '../trains/train-runs.ts'
import { binsOfSpikes, sumOfSquares } from './binned-train.ts'
import type { CorrelogramRequest, CorrelogramResponse } from './correlogram-request.ts'
import { always, countCoincidences, type Trains } from './count-coincidences.ts'
import type { HeldSpikes } from './held-spikes.ts'
import { emptyCorrelograms, lagBinCount } from './lag-bins.ts'

/**
 * Gathers the spikes of units, and counts their coincidences when all are there; those of units
 * with themselves at once.
 */
export class CorrelogramCounter implements SpikeCollector<CorrelogramResponse> {
  readonly #request: CorrelogramRequest
  readonly #checkpoint: () => void
  readonly #held: HeldSpikes
  /** of units with themselves; null: other pairs are wanted */
  readonly #own: Uint32Array<ArrayBuffer> | null
  /** of each unit in each interval, the spikes, or the bins of them; shape [intervals][units] */
  readonly #trains: Float64Array[][]
  readonly #spikeCounts: Float64Array
  readonly #squares: Float64Array

  /** @param checkpoint called from time to time while the result is made; may throw to give up */
  constructor(request: CorrelogramRequest, checkpoint: () => void, held: HeldSpikes) {
    const { unitRows, intervals, pairing, bins } = request
    const isAuto = pairing.kind === 'within' && pairing.pairs === 'auto'
    this.#request = request
    this.#checkpoint = checkpoint
    this.#held = held
    this.#own = isAuto ? emptyCorrelograms(unitRows.length, bins) : null
    this.#trains = intervals.map(() => Array.from(unitRows, () => new Float64Array(0)))
    this.#spikeCounts = new Float64Array(unitRows.length)
    this.#squares = new Float64Array(unitRows.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { intervals, isBinned, bins, share } = this.#request
    const trains = intervals.map((interval) => {
      const train = isBinned
        ? binsOfSpikes(spikeTimes, interval, bins.binSize)
        : spikeTimes.subarray(...this.#wantedSpikes(spikeTimes, interval))
      const [from, to] = spikesWithin(train, share ?? always)
      this.#spikeCounts[column] += to - from
      if (isBinned) this.#squares[column] += sumOfSquares(train)
      return train
    })
    if (this.#own) {
      const lags = lagBinCount(bins)
      const ofUnit = trains.map((train) => [train])
      this.#own.set(this.#count(ofUnit, 1), column * lags)
    } else {
      trains.forEach((train, i) => {
        this.#trains[i][column] = this.#held.hold(train)
      })
    }
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
    const counts = this.#own ?? this.#count(this.#trains, this.#request.unitRows.length)
    return { counts, spikeCounts: this.#spikeCounts, squares: this.#squares }
  }

  #count(intervals: readonly Trains[], unitCount: number): Uint32Array<ArrayBuffer> {
    const { pairing, bins, isBinned, share } = this.#request
    return countCoincidences(intervals, unitCount, {
      pairing,
      bins: isBinned ? { ...bins, binSize: 1 } : bins,
      share: share ?? always,
      checkpoint: this.#checkpoint,
    })
  }
}

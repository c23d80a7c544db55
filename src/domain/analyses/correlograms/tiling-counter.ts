import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { type Intervals, spikesWithin } from '../trains/train-runs.ts'
import { type Pairing, pairsOf } from './correlogram-request.ts'
import type { HeldSpikes } from './held-spikes.ts'
import { spikeTimeTiling, tileTrain } from './spike-time-tiling.ts'

/** Spike time tiling coefficients of pairs of units. */
export interface TilingRequest {
  readonly unitRows: Uint32Array
  readonly pairing: Pairing
  /** finite */
  readonly intervals: Intervals
  /** seconds */
  readonly dt: number
}

export interface TilingResponse {
  /** shape [pairs]; NaN where one of the units has no spikes */
  readonly coefficients: Float64Array<ArrayBuffer>
}

/** Gathers the spikes of units, and compares the trains when all are there. */
export class TilingCounter implements SpikeCollector<TilingResponse> {
  readonly #request: TilingRequest
  readonly #checkpoint: () => void
  readonly #held: HeldSpikes
  readonly #trains: Float64Array[]

  /** @param checkpoint called from time to time while the result is made; may throw to give up */
  constructor(request: TilingRequest, checkpoint: () => void, held: HeldSpikes) {
    this.#request = request
    this.#checkpoint = checkpoint
    this.#held = held
    this.#trains = Array.from(request.unitRows, () => new Float64Array(0))
  }

  add(column: number, spikeTimes: Float64Array): void {
    const runs = this.#request.intervals.map((interval) => spikesWithin(spikeTimes, interval))
    const first = runs[0]?.[0] ?? 0
    const last = runs.at(-1)?.[1] ?? first
    this.#trains[column] = this.#held.hold(spikeTimes.subarray(first, last))
  }

  finish(): TilingResponse {
    const { intervals, dt, pairing, unitRows } = this.#request
    const tiled = this.#trains.map((train) => tileTrain(train, intervals, dt))
    const { references, targets } = pairsOf(pairing, unitRows.length)
    const coefficients = new Float64Array(references.length)
    references.forEach((reference, pair) => {
      this.#checkpoint()
      coefficients[pair] = spikeTimeTiling(tiled[reference], tiled[targets[pair]], intervals, dt)
    })
    return { coefficients }
  }
}

import { type EdgeAlignment, presentationCount, spikesOf } from '../../alignment/alignment.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { upperBound } from '../../numeric/search.ts'
import { type Pairing, pairsOf } from './correlogram-request.ts'
import { always, countCoincidences } from './count-coincidences.ts'
import { correctForJitter, type JitterRule } from './jitter-correction.ts'

/** Jitter-corrected correlograms of spikes around presentations. */
export interface JitterRequest {
  readonly unitRows: Uint32Array
  readonly pairing: Pairing
  /** of bins that are as wide as each other */
  readonly alignment: EdgeAlignment
  readonly rule: JitterRule
}

export interface JitterResponse {
  /** shape [pairs, lags]; NaN for a pair that is left out */
  readonly corrected: Float64Array<ArrayBuffer>
}

/** Gathers the bins of spikes around presentations, and correlates them when all are there. */
export class JitterCounter implements SpikeCollector<JitterResponse> {
  readonly #request: JitterRequest
  readonly #checkpoint: () => void
  /** shape [presentations][units][spikes] */
  readonly #presentations: Float64Array[][]

  /** @param checkpoint called from time to time while the result is made; may throw to give up */
  constructor(request: JitterRequest, checkpoint: () => void) {
    this.#request = request
    this.#checkpoint = checkpoint
    this.#presentations = Array.from({ length: presentationCount(request.alignment) }, () =>
      Array.from(request.unitRows, () => new Float64Array(0)),
    )
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { alignment } = this.#request
    const { edges, startTimes } = alignment
    const lastBin = edges.length - 2
    this.#presentations.forEach((trains, presentation) => {
      const [from, to] = spikesOf(alignment, presentation, spikeTimes)
      const startTime = startTimes[presentation]
      trains[column] = Float64Array.from({ length: to - from }, (_, spike) =>
        Math.min(lastBin, upperBound(edges, spikeTimes[from + spike] - startTime) - 1),
      )
    })
  }

  finish(): JitterResponse {
    const { pairing, unitRows, rule, alignment } = this.#request
    const counts = countCoincidences(this.#presentations, unitRows.length, {
      pairing,
      bins: { binSize: 1, lagCount: rule.lagCount },
      share: always,
      checkpoint: this.#checkpoint,
    })
    const trains = {
      binCount: alignment.edges.length - 1,
      presentations: this.#presentations,
    }
    const pairs = pairsOf(pairing, unitRows.length)
    return { corrected: correctForJitter(trains, counts, pairs, rule, this.#checkpoint) }
  }
}

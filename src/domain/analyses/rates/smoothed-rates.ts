import type { Bins } from '../../counting/bins.ts'
import { CountingEdges, countIntoBins } from '../../counting/count-into-bins.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { firstNotBefore } from '../../numeric/search.ts'
import { type Observation, observedParts, stretchesOfUnit } from '../../time/observation.ts'
import type { KernelWeights } from './rate-kernel.ts'

/** Rates in bins, smoothed with a kernel. */
export interface SmoothingRequest {
  readonly unitRows: Uint32Array
  readonly bins: Bins
  readonly kernel: KernelWeights
  /** null: all bins were observed */
  readonly observation: Observation | null
}

export interface SmoothingResponse {
  /** Hz; NaN in a bin of which nothing was observed. Shape [bins, units] */
  readonly rates: Float64Array<ArrayBuffer>
}

/**
 * Smooths the counts of one unit after the other: `rate[k] = Σ weight[j] * count[k + j] / size`.
 * The bins that the kernel reaches outside of the window are counted too, so that it has no edges.
 * All bins are those of the window, continued: `k * size <= time - start < (k + 1) * size`.
 */
export class RateSmoother implements SpikeCollector<SmoothingResponse> {
  readonly #request: SmoothingRequest
  readonly #edges: CountingEdges
  /** of one unit, in the window and what the kernel reaches; all 0 between units */
  readonly #counts: Float64Array
  readonly #rates: Float64Array<ArrayBuffer>

  constructor(request: SmoothingRequest) {
    const { bins, kernel, unitRows } = request
    const count = kernel.before + bins.count + kernel.after
    const edges = Float64Array.from(
      { length: count + 1 },
      (_, edge) => (edge - kernel.before) * bins.size,
    )
    this.#request = request
    this.#edges = new CountingEdges(edges)
    this.#counts = new Float64Array(count)
    this.#rates = new Float64Array(bins.count * unitRows.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { start } = this.#request.bins
    const { first, last } = this.#edges
    const counts = this.#counts
    const isBefore = (edge: number) => (spike: number) => spikeTimes[spike] - start < edge
    const from = firstNotBefore(0, spikeTimes.length, isBefore(first))
    const to = firstNotBefore(from, spikeTimes.length, isBefore(last))
    const target = { cells: counts, offset: 0, stride: 1, full: Number.POSITIVE_INFINITY }
    countIntoBins(this.#edges, spikeTimes, from, to, start, target)
    for (let bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) this.#spread(column, bin, counts[bin])
      counts[bin] = 0
    }
    this.#leaveOutUnobserved(column)
  }

  finish(): SmoothingResponse {
    return { rates: this.#rates }
  }

  /** Add a count to all bins that it has a weight in. */
  #spread(column: number, bin: number, count: number): void {
    const { bins, kernel, unitRows } = this.#request
    const { weights } = kernel
    const units = unitRows.length
    const rates = this.#rates
    const rate = count / bins.size
    // Of bin `k` of the window the count is weight number `bin - k`.
    const first = Math.max(0, bin - weights.length + 1)
    const last = Math.min(bins.count - 1, bin)
    for (let k = first; k <= last; k++) {
      const cell = k * units + column
      rates[cell] = rates[cell] + rate * weights[bin - k]
    }
  }

  #leaveOutUnobserved(column: number): void {
    const { bins, unitRows, observation } = this.#request
    const parts = observation && observedParts(bins, stretchesOfUnit(observation, unitRows[column]))
    parts?.forEach((part, bin) => {
      if (part === 0) this.#rates[bin * unitRows.length + column] = Number.NaN
    })
  }
}

/** Seconds before and after the window's bins that the kernel reaches. */
export function smoothedSpan({ bins, kernel }: SmoothingRequest) {
  return {
    startTime: bins.start - (kernel.before + 1) * bins.size,
    stopTime: bins.start + (bins.count + kernel.after + 1) * bins.size,
  }
}

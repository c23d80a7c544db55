import { InvalidArgumentError, TooManyBinsError } from '../../../errors.ts'
import { type Bins, MAX_BINS, wholeBins } from '../../counting/bins.ts'
import {
  type CountArray,
  type CountMatrix,
  capacityOf,
  widen,
} from '../../counting/count-matrix.ts'
import type { SpikeCollector } from '../../counting/spike-collector.ts'
import { lowerBound, upperBound } from '../../numeric/search.ts'

/**
 * Bins of one size at every stride: bin `k` holds the spikes with
 * `k * stride <= time - start < k * stride + size`, in float64; the last bin is closed. Bins
 * overlap where the stride is shorter than they are, and a spike counts in each that holds it.
 */
export interface SlidingBins {
  /** seconds */
  readonly start: number
  /** seconds; no spike after it counts */
  readonly stop: number
  /** seconds */
  readonly size: number
  /** seconds */
  readonly stride: number
  readonly count: number
}

/**
 * The sliding bins that lie wholly in a window.
 *
 * @param window cut into bins of the same size
 * @throws InvalidArgumentError, TooManyBinsError
 */
export function slideBins({ start, stop, size }: Bins, stride: number): SlidingBins {
  if (!(Number.isFinite(stride) && stride > 0)) {
    throw new InvalidArgumentError(
      `stride is ${stride}; it must be greater than 0: seconds from the start of a bin to that of the next.`,
    )
  }
  const count = Math.max(0, wholeBins((stop - start - size) / stride)) + 1
  if (count > MAX_BINS) throw new TooManyBinsError(count, MAX_BINS)
  return { start, stop, size, stride, count }
}

/** Start of each bin, in seconds from the window's; shape [bins]. */
export function slidingStarts({ stride, count }: SlidingBins): Float64Array {
  return Float64Array.from({ length: count }, (_, bin) => bin * stride)
}

/** Spikes in sliding bins. */
export interface SlidingRequest {
  readonly unitRows: Uint32Array
  readonly bins: SlidingBins
}

/** Counts one unit after the other, in the narrowest cells that hold the counts. */
export class SlidingCounter implements SpikeCollector<CountMatrix> {
  readonly #request: SlidingRequest
  #counts: CountArray

  constructor(request: SlidingRequest) {
    this.#request = request
    this.#counts = new Uint8Array(request.bins.count * request.unitRows.length)
  }

  add(column: number, spikeTimes: Float64Array): void {
    const { bins, unitRows } = this.#request
    const { start, stop, size, stride, count } = bins
    const end = upperBound(spikeTimes, stop)
    let from = lowerBound(spikeTimes, start, 0, end)
    let to = from
    for (let bin = 0; bin < count; bin++) {
      const begins = bin * stride
      const ends = begins + size
      while (from < end && spikeTimes[from] - start < begins) from++
      if (to < from) to = from
      while (to < end && spikeTimes[to] - start < ends) to++
      const isLast = bin === count - 1
      while (isLast && to < end && spikeTimes[to] - start === ends) to++
      while (to - from > capacityOf(this.#counts)) this.#counts = widen(this.#counts)
      this.#counts[bin * unitRows.length + column] = to - from
    }
  }

  finish(): CountMatrix {
    const { bins, unitRows } = this.#request
    return { binCount: bins.count, unitCount: unitRows.length, counts: this.#counts }
  }
}

import { TooManyBinsError } from '../../../errors.ts'
import { MAX_BINS, wholeBins } from '../../counting/bins.ts'
import { isObserved, type Stretches } from '../../time/observation.ts'
import { type Intervals, spikesWithin } from './train-runs.ts'

/**
 * The whole bins of some intervals, each cut from its start: bin `k` holds the spikes with
 * `k * size <= time - start < (k + 1) * size`. What is left at an interval's end is left out, and
 * so is a bin that was not wholly observed.
 */
export class IntervalBins {
  readonly size: number
  readonly #intervals: Intervals
  readonly #counts: readonly number[]
  /** of units that were observed in the same stretches */
  readonly #observed = new Map<Stretches, number>()

  /**
   * @param size seconds, greater than 0
   * @throws TooManyBinsError
   */
  constructor(intervals: Intervals, size: number) {
    this.size = size
    this.#intervals = intervals
    this.#counts = intervals.map(({ startTime, stopTime }) =>
      Math.max(0, wholeBins((stopTime - startTime) / size)),
    )
    if (this.binCount > MAX_BINS) throw new TooManyBinsError(this.binCount, MAX_BINS)
  }

  /** of all intervals */
  get binCount(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  /** How many bins were wholly observed; null: whatever has bins was. */
  observedCount(stretches: Stretches | null): number {
    if (!stretches) return this.binCount
    const known = this.#observed.get(stretches)
    if (known !== undefined) return known
    let observed = 0
    this.#counts.forEach((count, interval) => {
      for (let bin = 0; bin < count; bin++) {
        if (this.#isObserved(stretches, interval, bin)) observed++
      }
    })
    this.#observed.set(stretches, observed)
    return observed
  }

  /**
   * Go through the bins that hold a spike and were wholly observed.
   *
   * @param spikeTimes shape [spikes], seconds, ascending
   */
  forEachCount(
    spikeTimes: Float64Array,
    stretches: Stretches | null,
    visit: (count: number) => void,
  ): void {
    const { size } = this
    this.#intervals.forEach((interval, i) => {
      const { startTime } = interval
      const [from, to] = spikesWithin(spikeTimes, interval)
      let spike = from
      while (spike < to) {
        const bin = binOf(spikeTimes[spike] - startTime, size)
        if (bin >= this.#counts[i]) break
        const first = spike
        while (spike < to && spikeTimes[spike] - startTime < (bin + 1) * size) spike++
        if (!stretches || this.#isObserved(stretches, i, bin)) visit(spike - first)
      }
    })
  }

  #isObserved(stretches: Stretches, interval: number, bin: number): boolean {
    const { startTime } = this.#intervals[interval]
    return isObserved(stretches, startTime + bin * this.size, startTime + (bin + 1) * this.size)
  }
}

/** Guessed by a division, which rounds, and corrected against the exact edges. */
function binOf(time: number, size: number): number {
  let bin = Math.floor(time / size)
  while (time < bin * size) bin--
  while (time >= (bin + 1) * size) bin++
  return bin
}

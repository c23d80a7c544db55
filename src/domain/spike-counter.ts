import type { Bins } from './bins.ts'
import type { CountArray, CountMatrix } from './count-matrix.ts'
import { lowerBound, upperBound } from './search.ts'

/**
 * Counts spikes into one matrix, unit by unit, in the narrowest cells that hold the counts so far: it starts with one byte a
 * cell and moves to wider ones when a count outgrows them.
 *
 * The bin of a spike is guessed by a division, which rounds, and then corrected against the exact edges (see {@link Bins}):
 * the answer of a comparison with every edge, at a fraction of its time.
 */
export class SpikeCounter {
  readonly #bins: Bins
  readonly #unitCount: number
  readonly #edges: Float64Array
  #counts: CountArray

  constructor(bins: Bins, unitCount: number) {
    this.#bins = bins
    this.#unitCount = unitCount
    this.#edges = Float64Array.from({ length: bins.count + 1 }, (_, edge) => edge * bins.size)
    this.#counts = new Uint8Array(bins.count * unitCount)
  }

  /** @param spikeTimes shape [spikes], seconds, ascending; spikes outside of the window do not count */
  count(column: number, spikeTimes: Float64Array): void {
    const { start, stop } = this.#bins
    const end = upperBound(spikeTimes, stop)
    let spike = lowerBound(spikeTimes, start, 0, end)
    while (spike < end) {
      spike = this.#countUntilOverflow(column, spikeTimes, spike, end)
      if (spike < end) this.#widen()
    }
  }

  /** The counts; the counter is not to be used any more. */
  finish(): CountMatrix {
    return { binCount: this.#bins.count, unitCount: this.#unitCount, counts: this.#counts }
  }

  /** Count from `from` on; stops before the first spike that a cell has no room for, and returns its position, or `to`. */
  #countUntilOverflow(column: number, spikeTimes: Float64Array, from: number, to: number): number {
    const { start, size, count: binCount } = this.#bins
    const edges = this.#edges
    const counts = this.#counts
    const unitCount = this.#unitCount
    const full = 2 ** (8 * counts.BYTES_PER_ELEMENT) - 1
    const lastEdge = edges[binCount] as number
    for (let spike = from; spike < to; spike++) {
      const time = (spikeTimes[spike] as number) - start
      if (time > lastEdge) return to
      let bin = Math.min(Math.trunc(time / size), binCount - 1)
      while (time < (edges[bin] as number)) bin--
      while (bin < binCount - 1 && time >= (edges[bin + 1] as number)) bin++
      const cell = bin * unitCount + column
      const count = counts[cell] as number
      if (count === full) return spike
      counts[cell] = count + 1
    }
    return to
  }

  #widen(): void {
    this.#counts =
      this.#counts instanceof Uint8Array
        ? Uint16Array.from(this.#counts)
        : Uint32Array.from(this.#counts)
  }
}

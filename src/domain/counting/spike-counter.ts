import { lowerBound, upperBound } from '../numeric/search.ts'
import type { Bins } from './bins.ts'
import { CountingEdges, countIntoBins } from './count-into-bins.ts'
import { type CountArray, type CountMatrix, capacityOf, widen } from './count-matrix.ts'
import type { SpikeCollector } from './spike-collector.ts'

/**
 * Counts spikes into one matrix, unit by unit, in the narrowest cells that hold the counts so far:
 * it starts with one byte a cell and moves to wider ones when a count outgrows them.
 */
export class SpikeCounter implements SpikeCollector<CountMatrix> {
  readonly #bins: Bins
  readonly #unitCount: number
  readonly #edges: CountingEdges
  /** shape [bins, units] */
  #counts: CountArray

  /** @param edges of the bins, from 0 on; shared, they stay in the processor's cache */
  constructor(bins: Bins, unitCount: number, edges = CountingEdges.ofSize(bins.size, bins.count)) {
    this.#bins = bins
    this.#unitCount = unitCount
    this.#edges = edges
    this.#counts = new Uint8Array(bins.count * unitCount)
  }

  /**
   * @param spikeTimes shape [spikes], seconds, ascending; spikes outside of the window do not count
   */
  add(column: number, spikeTimes: Float64Array): void {
    const { start, stop } = this.#bins
    let to = upperBound(spikeTimes, stop)
    let spike = lowerBound(spikeTimes, start, 0, to)
    while (spike < to && spikeTimes[to - 1] - start > this.#edges.last) to--
    while (spike < to) {
      const target = {
        cells: this.#counts,
        offset: column,
        stride: this.#unitCount,
        full: capacityOf(this.#counts),
      }
      spike = countIntoBins(this.#edges, spikeTimes, spike, to, start, target)
      if (spike < to) this.#counts = widen(this.#counts)
    }
  }

  /** The counts; the counter is not to be used any more. */
  finish(): CountMatrix {
    return { binCount: this.#bins.count, unitCount: this.#unitCount, counts: this.#counts }
  }
}

/** One counter a matrix. */
export function spikeCounters(
  matrices: readonly { readonly bins: Bins; readonly unitRows: Uint32Array }[],
): SpikeCounter[] {
  const known = new Map<string, CountingEdges>()
  return matrices.map(({ bins, unitRows }) => {
    const key = `${bins.size} ${bins.count}`
    const edges = known.get(key) ?? CountingEdges.ofSize(bins.size, bins.count)
    known.set(key, edges)
    return new SpikeCounter(bins, unitRows.length, edges)
  })
}

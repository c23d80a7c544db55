import type { Bins } from './bins.ts'
import type { CountArray, CountMatrix } from './count-matrix.ts'
import { lowerBound, upperBound } from './search.ts'

/**
 * Counts spikes into one matrix, unit by unit, in the narrowest cells that hold the counts so far: it starts with one byte a
 * cell and moves to wider ones when a count outgrows them.
 *
 * The bin of a spike is guessed by a multiplication, which rounds, and then corrected against the exact edges (see {@link Bins}):
 * the answer of a comparison with every edge, at a fraction of its time.
 */
export class SpikeCounter {
  readonly #bins: Bins
  readonly #unitCount: number
  readonly #edges: Float64Array
  /** shape [units, bins]: those of the unit at hand lie together, and stay in cache while the next spikes are read */
  #counts: CountArray

  constructor(bins: Bins, unitCount: number) {
    this.#bins = bins
    this.#unitCount = unitCount
    this.#edges = edgesOf(bins)
    this.#counts = new Uint8Array(bins.count * unitCount)
  }

  /** @param spikeTimes shape [spikes], seconds, ascending; spikes outside of the window do not count */
  count(column: number, spikeTimes: Float64Array): void {
    const { start, stop } = this.#bins
    const end = upperBound(spikeTimes, stop)
    let spike = lowerBound(spikeTimes, start, 0, end)
    while (spike < end) {
      const target = { counts: this.#counts, offset: column * this.#bins.count }
      spike = countUntilOverflow(this.#bins, this.#edges, spikeTimes, spike, end, target)
      if (spike < end) this.#widen()
    }
  }

  /** The counts; the counter is not to be used any more. */
  finish(): CountMatrix {
    const binCount = this.#bins.count
    const unitCount = this.#unitCount
    return { binCount, unitCount, counts: transpose(this.#counts, unitCount, binCount) }
  }

  #widen(): void {
    this.#counts =
      this.#counts instanceof Uint8Array
        ? Uint16Array.from(this.#counts)
        : Uint32Array.from(this.#counts)
  }
}

/** Seconds from the window's start; shape [bins + 1]. A loop: from() takes thirty times as long. */
function edgesOf({ size, count }: Bins): Float64Array {
  const edges = new Float64Array(count + 1)
  for (let edge = 0; edge <= count; edge++) edges[edge] = edge * size
  return edges
}

interface CountTarget {
  readonly counts: CountArray
  /** of the unit's first bin */
  readonly offset: number
}

/**
 * Count from `from` on; stops before the first spike that a cell has no room for, and returns its position, or `to`.
 * The loop sees local constants and small integers only; a power within reach, which V8 computes anew for each spike, costs ten times as much.
 */
function countUntilOverflow(
  { start, size, count: binCount }: Bins,
  edges: Float64Array,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  { counts, offset }: CountTarget,
): number {
  const full = largestOf(counts)
  const lastBin = binCount - 1
  const lastEdge = edges[binCount] as number
  const binsPerSecond = 1 / size
  for (let spike = from; spike < to; spike++) {
    const time = (spikeTimes[spike] as number) - start
    if (time > lastEdge) return to
    let bin = (time * binsPerSecond) | 0
    if (bin > lastBin) bin = lastBin
    while (time < (edges[bin] as number)) bin--
    while (bin < lastBin && time >= (edges[bin + 1] as number)) bin++
    const cell = offset + bin
    const count = counts[cell] as number
    if (count === full) return spike
    counts[cell] = count + 1
  }
  return to
}

function largestOf(counts: CountArray): number {
  if (counts instanceof Uint8Array) return 0xff
  return counts instanceof Uint16Array ? 0xffff : 0xffffffff
}

/** Bins that are written at a time: their rows stay in cache while the units are gone through. */
const BINS_AT_A_TIME = 16

/** From [units, bins] to [bins, units]. */
function transpose(byUnit: CountArray, unitCount: number, binCount: number): CountArray {
  if (unitCount === 1) return byUnit
  const byBin = byUnit.slice()
  for (let from = 0; from < binCount; from += BINS_AT_A_TIME) {
    const to = Math.min(binCount, from + BINS_AT_A_TIME)
    for (let unit = 0; unit < unitCount; unit++) {
      let cell = from * unitCount + unit
      for (let bin = unit * binCount + from; bin < unit * binCount + to; bin++) {
        byBin[cell] = byUnit[bin] as number
        cell += unitCount
      }
    }
  }
  return byBin
}

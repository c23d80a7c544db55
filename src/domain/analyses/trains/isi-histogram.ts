import { CountingEdges } from '../../counting/count-into-bins.ts'
import { upperBound } from '../../numeric/search.ts'
import type { Run } from './train-runs.ts'

/** Counts interspike intervals in bins as `numpy.histogram` does: the last bin is closed. */
export class IsiHistogram {
  readonly #edges: CountingEdges

  /** @param edges seconds, ascending; shape [bins + 1] */
  constructor(edges: Float64Array) {
    this.#edges = new CountingEdges(edges)
  }

  get binCount(): number {
    return this.#edges.binCount
  }

  /**
   * Add the intervals of some runs of spikes to the counts.
   *
   * @param spikeTimes shape [spikes], seconds, ascending
   * @param counts shape [bins]
   */
  add(spikeTimes: Float64Array, runs: readonly Run[], counts: Uint32Array): void {
    const add = this.#edges.binsPerSecond > 0 ? addEven : addUneven
    for (const [from, to] of runs) add(this.#edges, spikeTimes, from, to, counts)
  }
}

/** The bin is guessed by a multiplication, and corrected against the exact edges. */
function addEven(
  { edges, binCount, binsPerSecond, first, last }: CountingEdges,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  counts: Uint32Array,
): void {
  const lastBin = binCount - 1
  for (let spike = from + 1; spike < to; spike++) {
    const interval = spikeTimes[spike] - spikeTimes[spike - 1]
    if (!(interval >= first && interval <= last)) continue
    let bin = ((interval - first) * binsPerSecond) | 0
    if (bin > lastBin) bin = lastBin
    while (interval < edges[bin]) bin--
    while (interval >= edges[bin + 1]) bin++
    counts[bin] = counts[bin] + 1
  }
}

function addUneven(
  { edges, first, last }: CountingEdges,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  counts: Uint32Array,
): void {
  for (let spike = from + 1; spike < to; spike++) {
    const interval = spikeTimes[spike] - spikeTimes[spike - 1]
    if (!(interval >= first && interval <= last)) continue
    const bin = upperBound(edges, interval) - 1
    counts[bin] = counts[bin] + 1
  }
}

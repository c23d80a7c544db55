import { AlignedKernel } from '../../alignment/count-aligned.ts'
import type { EdgeRule } from '../../alignment/edge-rule.ts'

/** Width of the bins of a PSTH, in seconds. */
const BIN = 0.001

/**
 * Edges of the AllenSDK's bins of 1 ms, `numpy.arange(0, duration, 0.001)`: the last bin that lies
 * in the trial is missing, so that 2 s have 1999 bins.
 */
export function allenSdkEdges(duration: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(duration / BIN) }, (_, edge) => edge * BIN)
}

/** Edges of all bins of 1 ms that lie in a trial. */
export function wholeTrialEdges(duration: number): Float64Array {
  return Float64Array.from(
    { length: Math.floor(duration / BIN + 1e-6) + 1 },
    (_, edge) => edge * BIN,
  )
}

/**
 * Spikes in bins after some starts.
 *
 * @returns shape [starts, bins]
 */
export function countInBins(
  spikeTimes: Float64Array,
  startTimes: Float64Array,
  edges: Float64Array,
  edgeRule: EdgeRule,
): Float64Array {
  const bins = edges.length - 1
  const cells = new Float64Array(startTimes.length * bins)
  const kernel = new AlignedKernel({ kind: 'edges', startTimes, edges, edgeRule })
  kernel.count(spikeTimes, {
    cells,
    offset: 0,
    presentationStride: bins,
    stride: 1,
    full: Number.POSITIVE_INFINITY,
  })
  return cells
}

/** Mean over trials of counts of shape [trials, bins]; shape [bins]. */
export function meanOverTrials(counts: Float64Array, bins: number): Float64Array {
  const sums = new Float64Array(bins)
  for (let from = 0; from < counts.length; from += bins) {
    for (let bin = 0; bin < bins; bin++) sums[bin] = sums[bin] + counts[from + bin]
  }
  const trials = counts.length / bins
  return sums.map((sum) => sum / trials)
}

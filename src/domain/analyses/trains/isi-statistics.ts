import type { Run } from './train-runs.ts'

/** What the interspike intervals of a spike train are like. */
export interface IsiStatistics {
  /** number of intervals */
  readonly count: number
  /** seconds; NaN without intervals */
  readonly mean: number
  /** standard deviation (`ddof=0`) / mean; NaN for fewer than two intervals, or a mean of 0 */
  readonly cv: number
  /** Holt et al. 1996: `2 * mean(|I' - I| / (I + I'))`; NaN for fewer than two intervals */
  readonly cv2: number
  /** local variation, Shinomoto et al. 2003: `3 * mean((I' - I)² / (I + I')²)` */
  readonly lv: number
}

/**
 * Statistics of the interspike intervals I of some runs of spikes, and of I' that follows I in the
 * same run. No interval goes from one run to another. Two intervals of 0 in a row, which have no
 * ratio, are left out of `cv2` and `lv`.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 */
export function isiStatistics(spikeTimes: Float64Array, runs: readonly Run[]): IsiStatistics {
  let count = 0
  let total = 0
  for (const [from, to] of runs) {
    count += to - from - 1
    total += spikeTimes[to - 1] - spikeTimes[from]
  }
  const mean = total / count
  const sums = new Float64Array(sumNames.length)
  for (const [from, to] of runs) addRun(spikeTimes, from, to, mean, sums)
  const [deviations, squares, pairs, ratios, ratioSquares] = sums
  const areEnough = count >= 2
  const variance = (squares - (deviations * deviations) / count) / count
  return {
    count,
    mean,
    cv: areEnough && mean > 0 ? Math.sqrt(Math.max(0, variance)) / mean : Number.NaN,
    cv2: (2 * ratios) / pairs,
    lv: (3 * ratioSquares) / pairs,
  }
}

/** The sums that a run adds to: of `I - mean` and so on. */
const sumNames = ['deviations', 'squares', 'pairs', 'ratios', 'ratioSquares']

/** Deviations from the mean keep their digits where squares of intervals would not. */
function addRun(
  spikeTimes: Float64Array,
  from: number,
  to: number,
  mean: number,
  sums: Float64Array,
): void {
  if (to - from < 2) return
  let previous = spikeTimes[from + 1]
  let interval = previous - spikeTimes[from]
  let deviation = interval - mean
  let deviations = deviation
  let squares = deviation * deviation
  let pairs = 0
  let ratios = 0
  let ratioSquares = 0
  for (let spike = from + 2; spike < to; spike++) {
    const time = spikeTimes[spike]
    const next = time - previous
    previous = time
    deviation = next - mean
    deviations += deviation
    squares += deviation * deviation
    const sum = interval + next
    if (sum > 0) {
      const ratio = (next - interval) / sum
      pairs++
      ratios += Math.abs(ratio)
      ratioSquares += ratio * ratio
    }
    interval = next
  }
  sums[0] += deviations
  sums[1] += squares
  sums[2] += pairs
  sums[3] += ratios
  sums[4] += ratioSquares
}

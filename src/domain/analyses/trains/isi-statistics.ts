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
  const sums: Sums = { squares: 0, pairs: 0, ratios: 0, ratioSquares: 0 }
  for (const [from, to] of runs) {
    if (to - from >= 2) addRun(spikeTimes, from, to, mean, sums)
  }
  const { squares, pairs, ratios, ratioSquares } = sums
  return {
    count,
    mean,
    cv: count >= 2 && mean > 0 ? Math.sqrt(squares / count) / mean : Number.NaN,
    cv2: (2 * ratios) / pairs,
    lv: (3 * ratioSquares) / pairs,
  }
}

interface Sums {
  /** of `I - mean`, which keep the digits that squares of I would lose */
  squares: number
  pairs: number
  ratios: number
  ratioSquares: number
}

/** Of at least two spikes. */
function addRun(
  spikeTimes: Float64Array,
  from: number,
  to: number,
  mean: number,
  sums: Sums,
): void {
  let previous = spikeTimes[from + 1]
  let interval = previous - spikeTimes[from]
  let squares = (interval - mean) * (interval - mean)
  let ratios = 0
  let ratioSquares = 0
  for (let spike = from + 2; spike < to; spike++) {
    const time = spikeTimes[spike]
    const next = time - previous
    previous = time
    const deviation = next - mean
    squares += deviation * deviation
    const ratio = (next - interval) / (interval + next)
    ratios += Math.abs(ratio)
    ratioSquares += ratio * ratio
    interval = next
  }
  sums.squares += squares
  // Hardly any train has two intervals of 0 in a row: to look for them would cost it a quarter.
  if (Number.isNaN(ratios)) addKnownRatios(spikeTimes, from, to, sums)
  else {
    sums.pairs += to - from - 2
    sums.ratios += ratios
    sums.ratioSquares += ratioSquares
  }
}

/** Without those of two intervals of 0. */
function addKnownRatios(spikeTimes: Float64Array, from: number, to: number, sums: Sums): void {
  for (let spike = from + 2; spike < to; spike++) {
    const middle = spikeTimes[spike - 1]
    const interval = middle - spikeTimes[spike - 2]
    const next = spikeTimes[spike] - middle
    if (!(interval + next > 0)) continue
    const ratio = (next - interval) / (interval + next)
    sums.pairs++
    sums.ratios += Math.abs(ratio)
    sums.ratioSquares += ratio * ratio
  }
}

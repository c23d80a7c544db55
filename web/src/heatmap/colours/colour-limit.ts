import type { Counts, MeasureName } from '../cells/measure.ts'

/**
 * Part of the cells that the colours of counts and rates tell apart; the rest have the last colour.
 */
const SHOWN_SHARE = 0.999

/** Standard deviations. */
const ZSCORE_LIMIT = 3

/**
 * Where colours end unless a limit is set: for counts, the smallest number that 99.9 % of the cells
 * of all matrices (gaps left out) do not exceed, at least 1; for rates, the same in Hz; for
 * z-scores, 3 on both sides.
 */
export function colourLimit(
  matrices: readonly Counts[],
  measure: MeasureName,
  binSize: number,
): number {
  if (measure === 'zscore') return ZSCORE_LIMIT
  const limit = Math.max(1, countQuantile(matrices, SHOWN_SHARE))
  return measure === 'hz' ? limit / binSize : limit
}

/** The largest cell of all matrices, gaps left out; 0 without cells. */
export function largestCount(matrices: readonly Counts[]): number {
  let largest = 0
  for (const { data, gaps } of matrices) {
    for (let i = 0; i < data.length; i++) if (data[i] > largest && !gaps?.[i]) largest = data[i]
  }
  return largest
}

function countQuantile(matrices: readonly Counts[], share: number): number {
  const cellsByCount = new Float64Array(largestCount(matrices) + 1)
  let cellCount = 0
  for (const { data, gaps } of matrices) {
    for (let i = 0; i < data.length; i++) {
      if (gaps?.[i]) continue
      cellsByCount[data[i]]++
      cellCount++
    }
  }
  let below = 0
  for (const [count, cells] of cellsByCount.entries()) {
    below += cells
    if (below >= share * cellCount) return count
  }
  return 0
}

import type { CountArray } from '../counting/count-matrix.ts'
import { type Alignment, binCount } from './alignment.ts'

/**
 * Counts with NaN within presentations whose stop is not known: how many spikes they hold is
 * unknown, and not 0. The same counts where all stops are known.
 *
 * @param counts shape [presentations, bins, units]
 */
export function withoutUnknown(
  alignment: Alignment,
  counts: CountArray,
  unitCount: number,
): CountArray | Float64Array {
  if (alignment.kind === 'edges' || !alignment.stopTimes.some(Number.isNaN)) return counts
  const cellsEach = binCount(alignment) * unitCount
  const known = Float64Array.from(counts)
  for (const [presentation, stopTime] of alignment.stopTimes.entries()) {
    if (!Number.isNaN(stopTime)) continue
    known.fill(Number.NaN, presentation * cellsEach, (presentation + 1) * cellsEach)
  }
  return known
}

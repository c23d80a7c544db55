import type { CountArray } from '../counting/count-matrix.ts'
import { type Alignment, binCount } from './alignment.ts'

/**
 * Counts with NaN within presentations whose stop is not known, or around a moment that is not: how
 * many spikes they hold is unknown, and not 0. The same counts where all are known.
 *
 * @param counts shape [presentations, bins, units]
 */
export function withoutUnknown(
  alignment: Alignment,
  counts: CountArray,
  unitCount: number,
): CountArray | Float64Array {
  const times = alignment.kind === 'edges' ? alignment.startTimes : alignment.stopTimes
  if (!times.some(Number.isNaN)) return counts
  const cellsEach = binCount(alignment) * unitCount
  const known = Float64Array.from(counts)
  for (const [presentation, time] of times.entries()) {
    if (!Number.isNaN(time)) continue
    known.fill(Number.NaN, presentation * cellsEach, (presentation + 1) * cellsEach)
  }
  return known
}

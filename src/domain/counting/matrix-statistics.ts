import { inTurns } from '../numeric/in-turns.ts'
import { observedParts, observedSeconds, type Stretches } from '../time/observation.ts'
import type { Bins } from './bins.ts'
import type { CountArray, CountMatrix } from './count-matrix.ts'

/** Sum of all cells. */
export function spikeCount({ counts }: CountMatrix): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i]
  return sum
}

/** The largest of some counts; 0 of none. */
export function largestCount(counts: CountArray): number {
  let largest = 0
  for (let i = 0; i < counts.length; i++) if (counts[i] > largest) largest = counts[i]
  return largest
}

/**
 * Mean rate of each unit over the time in which it was observed. What was counted in bins of which
 * nothing was observed stays out of it.
 *
 * @param stretches when each unit was observed; shape [units]
 * @returns shape [units], Hz; NaN for a unit that was not observed in any bin
 */
export function unitRates(
  { unitCount, counts }: CountMatrix,
  bins: Bins,
  stretches: readonly Stretches[],
): Float64Array {
  const parts = partsOfUnits(bins, stretches)
  const sums = new Float64Array(unitCount)
  for (let bin = 0, cell = 0; bin < bins.count; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++) {
      if (parts[unit]?.[bin] !== 0) sums[unit] = sums[unit] + counts[cell]
    }
  }
  const length = bins.count * bins.size
  const end = Math.min(bins.start + length, bins.stop)
  return sums.map((sum, unit) => {
    const ofUnit = parts[unit]
    if (!ofUnit) return sum / length
    if (!ofUnit.some((part) => part > 0)) return Number.NaN
    return sum / observedSeconds(stretches[unit], bins.start, end)
  })
}

/**
 * Mean rate over the units in each bin: their spikes over the time in which they were observed.
 * Units of which nothing was observed in a bin stay out of it.
 *
 * @param stretches when each unit was observed; shape [units]
 * @returns shape [bins], Hz; NaN in a bin in which no unit was observed; null in a matrix without
 *   units, where there is no mean
 */
export function populationRate(
  { unitCount, counts }: CountMatrix,
  bins: Bins,
  stretches: readonly Stretches[],
): Float64Array | null {
  if (unitCount === 0) return null
  const parts = partsOfUnits(bins, stretches)
  const rates = new Float64Array(bins.count)
  for (let bin = 0, cell = 0; bin < bins.count; bin++) {
    let sum = 0
    let observed = 0
    for (let unit = 0; unit < unitCount; unit++, cell++) {
      const part = parts[unit]?.[bin] ?? 1
      if (part === 0) continue
      sum += counts[cell]
      observed += part
    }
    // 0 / 0 where no unit was observed.
    rates[bin] = sum / (observed * bins.size)
  }
  return rates
}

/**
 * Which part of each bin was observed: the mean over the units.
 *
 * @param stretches when each unit was observed; shape [units]
 * @returns shape [bins], from 0 to 1
 */
export function binCoverage(bins: Bins, stretches: readonly Stretches[]): Float64Array {
  const parts = partsOfUnits(bins, stretches)
  return Float64Array.from({ length: bins.count }, (_, bin) => {
    let observed = 0
    for (const ofUnit of parts) observed += ofUnit?.[bin] ?? 1
    return observed / parts.length
  })
}

/**
 * Which part of each bin was observed, unit by unit.
 *
 * @param stretches when each unit was observed; shape [units]
 * @returns shape [bins, units], from 0 to 1
 */
export function cellCoverage(bins: Bins, stretches: readonly Stretches[]): Float64Array {
  const parts = partsOfUnits(bins, stretches)
  const unitCount = parts.length
  const cells = new Float64Array(bins.count * unitCount)
  for (let bin = 0, cell = 0; bin < bins.count; bin++) {
    for (let unit = 0; unit < unitCount; unit++, cell++) cells[cell] = parts[unit]?.[bin] ?? 1
  }
  return cells
}

/**
 * Which part of each bin was observed; units with the same stretches share
 * an array. Null: all of each.
 */
function partsOfUnits(
  bins: Bins,
  stretches: readonly Stretches[],
): readonly (Float64Array | null)[] {
  const known = new Map<Stretches, Float64Array | null>()
  return stretches.map((ofUnit) => {
    let parts = known.get(ofUnit)
    if (parts === undefined) {
      parts = observedParts(bins, ofUnit)
      known.set(ofUnit, parts)
    }
    return parts
  })
}

/** A matrix in compressed sparse rows. */
export interface SparseCounts {
  /** where each row begins; shape [bins + 1] */
  readonly indptr: Int32Array
  /** column of each cell that is not 0; shape [nonzero] */
  readonly indices: Int32Array
  /** shape [nonzero] */
  readonly data: CountArray
}

/** Only the cells that are not 0. Large matrices take several turns of the event loop. */
export async function toSparse(matrix: CountMatrix): Promise<SparseCounts> {
  const { binCount, unitCount, counts } = matrix
  const indptr = new Int32Array(binCount + 1)
  await inTurns(binCount, unitCount, (from, to) => {
    for (let bin = from, cell = from * unitCount; bin < to; bin++) {
      let found = indptr[bin]
      for (const end = cell + unitCount; cell < end; cell++) if (counts[cell] !== 0) found++
      indptr[bin + 1] = found
    }
  })
  const indices = new Int32Array(indptr[binCount])
  const data = counts.slice(0, indices.length)
  await inTurns(binCount, unitCount, (from, to) => {
    let at = indptr[from]
    for (let bin = from, cell = from * unitCount; bin < to; bin++) {
      for (let unit = 0; unit < unitCount; unit++, cell++) {
        if (counts[cell] === 0) continue
        indices[at] = unit
        data[at++] = counts[cell]
      }
    }
  })
  return { indptr, indices, data }
}

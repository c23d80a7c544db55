import { type Counts, momentsByUnit } from './measure.ts'

/** Where a unit lies. */
export interface UnitPosition {
  readonly probeName: string | null
  /** µm from the probe's tip */
  readonly verticalPosition: number | null
}

/** A unit responds in the first bin in which its z-score reaches this. */
export const RESPONSE_THRESHOLD = 2

/**
 * Units in order of depth: probe by probe, in each from the brain's surface down; units of equal or
 * unknown depth in the API's order.
 *
 * @returns shape [units]: the unit (column of the matrix) that each row shows, the top one first
 */
export function sortByDepth(positions: readonly UnitPosition[]): number[] {
  const order = positions.map((_, unit) => unit)
  return order.sort((one, other) => {
    const a = positions[one]
    const b = positions[other]
    const byProbe = compareNames(a.probeName, b.probeName)
    if (byProbe !== 0) return byProbe
    return heightOf(b) - heightOf(a) || one - other
  })
}

/** Units in order of their mean count over the bins without a gap, the most active first. */
export function sortByRate(counts: Counts): number[] {
  const { means } = momentsByUnit(counts)
  return unitsBy(means, (a, b) => b - a)
}

/**
 * Units in order of their latency (see `latencies`), the quickest
 * first; those without a spike last.
 */
export function sortByLatency(counts: Counts, onsetBin: number): number[] {
  return unitsBy(latencies(counts, onsetBin), (a, b) => a - b)
}

/**
 * When each unit responds: the first bin at or after the onset in which its z-score (over all
 * bins) is at least `RESPONSE_THRESHOLD`; where none is, the bin at or after the onset with most
 * spikes, the first of several.
 *
 * @param onsetBin position of the bin that begins with the stimulus
 * @returns shape [units], positions of bins; Infinity for a unit without a
 *   spike at or after the onset
 */
export function latencies(counts: Counts, onsetBin: number): Float64Array {
  const [binCount, unitCount] = counts.shape
  const { means, deviations } = momentsByUnit(counts)
  const found = new Float64Array(unitCount).fill(Number.POSITIVE_INFINITY)
  for (let unit = 0; unit < unitCount; unit++) {
    const threshold = means[unit] + RESPONSE_THRESHOLD * deviations[unit]
    let peak = 0
    for (let bin = Math.max(onsetBin, 0); bin < binCount; bin++) {
      const cell = bin * unitCount + unit
      const count = counts.data[cell]
      if (count > peak && !counts.gaps?.[cell]) {
        peak = count
        found[unit] = bin
        if (count >= threshold && deviations[unit] > 0) break
      }
    }
  }
  return found
}

function unitsBy(values: Float64Array, compare: (a: number, b: number) => number): number[] {
  const order = Array.from(values, (_, unit) => unit)
  return order.sort((one, other) => {
    const a = values[one]
    const b = values[other]
    return a === b ? one - other : compare(a, b)
  })
}

function heightOf({ verticalPosition }: UnitPosition): number {
  return verticalPosition ?? Number.NEGATIVE_INFINITY
}

function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

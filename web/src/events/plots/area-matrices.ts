import type { UnitSort } from '../../app/address.ts'
import type { Counts } from '../../heatmap/cells/measure.ts'
import { sortByDepth, sortByLatency, sortByRate } from '../../heatmap/cells/unit-sorting.ts'
import type { Around, AroundGroup } from '../loading/around.ts'
import type { Trials } from '../loading/use-trials.ts'

/** The units of one area among all columns. */
export interface AreaColumns {
  /** null: the units have no area */
  readonly acronym: string | null
  /** positions of its units */
  readonly columns: readonly number[]
}

/** Columns of each area, in the order wanted; all as one where no area is wanted. */
export function columnsByArea(
  units: Around['units'],
  areas: readonly string[],
): readonly AreaColumns[] {
  if (areas.length === 0) return [{ acronym: null, columns: units.map((_, i) => i) }]
  return areas.map((acronym) => ({
    acronym,
    columns: units.flatMap(({ area }, i) => (area === acronym ? [i] : [])),
  }))
}

/** Mean responses of some units: shape [bins, units]. */
export function meanMatrix({ mean }: AroundGroup, unitCount: number, columns: readonly number[]) {
  const binCount = unitCount === 0 ? 0 : mean.length / unitCount
  const data = new Float64Array(binCount * columns.length)
  for (let bin = 0; bin < binCount; bin++) {
    for (const [i, column] of columns.entries())
      data[bin * columns.length + i] = mean[bin * unitCount + column]
  }
  return { shape: [binCount, columns.length] as const, data }
}

/** Counts of some units around one event: shape [bins, units]. */
export function trialMatrix({ shape, data }: Trials, event: number, columns: readonly number[]) {
  const [, binCount, unitCount] = shape
  const counts = new Float64Array(binCount * columns.length)
  for (let bin = 0; bin < binCount; bin++) {
    for (const [i, column] of columns.entries())
      counts[bin * columns.length + i] = data[(event * binCount + bin) * unitCount + column]
  }
  return { shape: [binCount, columns.length] as const, data: counts }
}

/** Mean rate over some units around each event, in Hz: shape [bins, events]. */
export function eventMatrix(
  { shape, data }: Trials,
  columns: readonly number[],
  binSize: number,
): Counts {
  const [eventCount, binCount, unitCount] = shape
  const rates = new Float64Array(binCount * eventCount)
  for (let event = 0; event < eventCount; event++) {
    for (let bin = 0; bin < binCount; bin++) {
      const from = (event * binCount + bin) * unitCount
      let sum = 0
      for (const column of columns) sum += data[from + column]
      rates[bin * eventCount + event] = sum / (columns.length * binSize)
    }
  }
  return { shape: [binCount, eventCount], data: rates }
}

/** Mean over some units, in Hz; NaN of units without a value is left out. Shape [bins]. */
export function populationMean(
  { mean }: AroundGroup,
  unitCount: number,
  columns: readonly number[],
): (number | null)[] {
  const binCount = unitCount === 0 ? 0 : mean.length / unitCount
  return Array.from({ length: binCount }, (_, bin) => {
    const values = columns.map((column) => mean[bin * unitCount + column])
    const known = values.filter((value) => !Number.isNaN(value))
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
  })
}

/** Order of the rows of a matrix [bins, units]. */
export function orderRows(
  matrix: Counts,
  units: Around['units'],
  columns: readonly number[],
  sort: UnitSort,
  onsetBin: number,
): number[] {
  if (sort === 'rate') return sortByRate(matrix)
  if (sort === 'latency') return sortByLatency(matrix, onsetBin)
  return sortByDepth(
    columns.map((column) => ({
      probeName: units[column].probe?.name ?? null,
      verticalPosition: units[column].channel?.verticalPosition ?? null,
    })),
  )
}

/** Fraction of the cells whose colours are told apart; the rest have the last colour. */
const SHOWN_SHARE = 0.995

/** Enough cells to know where the colours end. */
const SAMPLED_CELLS = 100_000

/** The value that 99.5 % of the cells do not exceed, on either side of 0; 1 without cells. */
export function limitOf(matrices: readonly Counts[]): number {
  const total = matrices.reduce((sum, { data }) => sum + data.length, 0)
  const step = Math.max(1, Math.ceil(total / SAMPLED_CELLS))
  const values: number[] = []
  for (const { data } of matrices) {
    for (let i = 0; i < data.length; i += step)
      if (!Number.isNaN(data[i])) values.push(Math.abs(data[i]))
  }
  const sorted = Float64Array.from(values).sort()
  const limit = sorted[Math.ceil(SHOWN_SHARE * sorted.length) - 1] ?? 0
  return limit > 0 ? limit : 1
}

import { numpySum } from '../../numeric/numpy-sum.ts'
import type { MetricRule } from '../responses/metric-rules.ts'
import { labelConnected } from './connected-cells.ts'
import { gaussianFilter } from './gaussian-filter.ts'
import type { FieldCounts, FieldPositions } from './receptive-field-counts.ts'

/** Where a receptive field lies and how large it is; NaN: there is none. */
export interface ReceptiveField {
  /** degrees from the centre of gaze, as the AllenSDK gives it */
  readonly azimuth: number
  /** degrees from the centre of gaze, as the AllenSDK gives it */
  readonly elevation: number
  /** square degrees */
  readonly area: number
  /** centre on the screen, in the stimulus's own degrees */
  readonly x: number
  readonly y: number
}

export const noField: ReceptiveField = {
  azimuth: Number.NaN,
  elevation: Number.NaN,
  area: Number.NaN,
  x: Number.NaN,
  y: Number.NaN,
}

/** Fewest spikes in all presentations together. */
const MINIMUM_SPIKES = 10

/** Standard deviation of the filter, in cells. */
const SIGMA = 1

/** Standard deviations of the map that the threshold lies below its peak. */
const THRESHOLD = 0.5

/** Degrees of a cell of the AllenSDK's map, and the place of its lower left cell. */
const CELL = 10
const AZIMUTH = 10
const ELEVATION = -30
const LAST_ROW = 8

/**
 * The part of a smoothed map that stands out around its peak: AllenSDK `threshold_rf`. The map is
 * filtered by a Gaussian of one cell; of the connected cells above `max - 0.5 * std`, those with
 * the maximum are the receptive field, and their centre of mass, rounded to 4 digits of a cell, is
 * its place. As in the AllenSDK, a map of whole numbers is filtered to whole numbers; corrected,
 * the filter keeps fractions.
 */
export function receptiveFieldStatistics(
  { rows, columns }: FieldPositions,
  { map, total }: FieldCounts,
  rule: MetricRule,
): ReceptiveField {
  if (total < MINIMUM_SPIKES || map.length === 0) return noField
  const filtered = gaussianFilter(map, columns.length, SIGMA, rule === 'allenSdk')
  const most = filtered.reduce((a, b) => Math.max(a, b))
  const threshold = most - deviationOf(filtered) * THRESHOLD
  const labels = labelConnected(
    Array.from(filtered, (value) => value > threshold),
    columns.length,
  )
  const label = labels[filtered.indexOf(most)]
  const cells = [...labels.keys()].filter((cell) => label > 0 && labels[cell] === label)
  // A flat map has no cell above its threshold; the AllenSDK gives it an area of 0, in no place.
  if (cells.length === 0 && rule === 'corrected') return noField
  const row = roundToFour(meanOf(cells.map((cell) => Math.floor(cell / columns.length))))
  const column = roundToFour(meanOf(cells.map((cell) => cell % columns.length)))
  return {
    azimuth: column * CELL + AZIMUTH,
    elevation: (LAST_ROW - row) * CELL + ELEVATION,
    area: cells.length * CELL ** 2,
    x: valueAt(columns, column),
    y: valueAt(rows, row),
  }
}

/** With `ddof=0`, as numpy rounds it. */
function deviationOf(values: Float64Array): number {
  const mean = numpySum(values) / values.length
  const squares = values.map((value) => (value - mean) * (value - mean))
  return Math.sqrt(numpySum(squares) / values.length)
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** As numpy rounds: halves to the even neighbour. */
function roundToFour(value: number): number {
  const scaled = value * 1e4
  const floor = Math.floor(scaled)
  const rest = scaled - floor
  const isUp = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return (isUp ? floor + 1 : floor) / 1e4
}

/** Value of an axis at a place between its entries. */
function valueAt(axis: Float64Array, position: number): number {
  const before = Math.min(Math.floor(position), axis.length - 1)
  const after = Math.min(before + 1, axis.length - 1)
  return axis[before] + (position - before) * (axis[after] - axis[before])
}

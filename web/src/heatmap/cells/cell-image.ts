import { type ColourScale, colourIndex, type Ramp, strengths } from '../colours/colour-scale.ts'
import type { Counts, Measure } from './measure.ts'

/**
 * A heatmap's cells as colour indexes, one row a unit, and the same thinned out for views
 * that show many bins a pixel.
 */
export interface CellImage {
  readonly rowCount: number
  readonly binCount: number
  readonly ramp: Ramp
  /**
   * level `k` has one cell for each `2 ** k` bins: the strongest of them;
   * shape [rows, bins of the level]
   */
  level(k: number): CellLevel
}

/** Shape of `indexes`: [rows, bins]. */
export interface CellLevel {
  readonly binCount: number
  readonly indexes: Uint16Array
}

/**
 * Each cell's colour.
 *
 * @param order shape [rows]: the unit that each row shows
 */
export function shadeCells(
  counts: Counts,
  measure: Measure,
  scale: ColourScale,
  order: readonly number[],
): CellImage {
  const [binCount, unitCount] = counts.shape
  const indexes = new Uint16Array(order.length * binCount)
  const strength = strengths(scale.ramp)
  for (const [row, unit] of order.entries()) {
    // Few counts occur, again and again: each is coloured once a unit.
    const known: number[] = []
    const offset = measure.offsets[unit]
    const divisor = measure.divisors[unit]
    for (let bin = 0, cell = unit; bin < binCount; bin++, cell += unitCount) {
      const count = counts.data[cell]
      known[count] ??= colourIndex(scale, (count - offset) / divisor)
      indexes[row * binCount + bin] = known[count]
    }
  }
  const levels: CellLevel[] = [{ binCount, indexes }]
  return {
    rowCount: order.length,
    binCount,
    ramp: scale.ramp,
    level(k) {
      while (levels.length <= k)
        levels.push(halve(levels.at(-1) as CellLevel, order.length, strength))
      return levels[k]
    },
  }
}

function halve({ binCount, indexes }: CellLevel, rowCount: number, strength: Int16Array) {
  const halfCount = Math.ceil(binCount / 2)
  const half = new Uint16Array(rowCount * halfCount)
  for (let row = 0; row < rowCount; row++) {
    for (let bin = 0; bin < halfCount; bin++) {
      const first = indexes[row * binCount + 2 * bin]
      const hasSecond = 2 * bin + 1 < binCount
      const second = hasSecond ? indexes[row * binCount + 2 * bin + 1] : first
      half[row * halfCount + bin] = strength[second] > strength[first] ? second : first
    }
  }
  return { binCount: halfCount, indexes: half }
}

import type { PixelSummary } from '../../app/address.ts'
import { type ColourScale, colourIndex, GAP } from '../colours/colour-scale.ts'
import type { Counts, Measure } from './measure.ts'

/**
 * A heatmap's cells as values and colour indexes, one row per unit, and the same summarised for
 * views in which a pixel covers several bins.
 */
export interface CellImage {
  readonly rowCount: number
  readonly binCount: number
  readonly scale: ColourScale
  readonly summary: PixelSummary
  /** level `k` has one cell per `2 ** k` bins, their summary */
  level(k: number): CellLevel
}

/** Shape of both: [rows, bins of the level]. */
export interface CellLevel {
  readonly binCount: number
  /** NaN: no value; `GAP_VALUE`: a gap */
  readonly values: Float32Array
  readonly indexes: Uint16Array
}

/** Stands for a gap among values. */
export const GAP_VALUE = Number.NEGATIVE_INFINITY

/**
 * Each cell's value and colour.
 *
 * @param order shape [rows]: the unit that each row shows
 */
export function shadeCells(
  counts: Counts,
  measure: Measure,
  scale: ColourScale,
  order: readonly number[],
  summary: PixelSummary = 'mean',
): CellImage {
  const [binCount, unitCount] = counts.shape
  const { data, gaps } = counts
  const values = new Float32Array(order.length * binCount)
  for (const [row, unit] of order.entries()) {
    const offset = measure.offsets[unit]
    const divisor = measure.divisors[unit]
    for (let bin = 0, cell = unit; bin < binCount; bin++, cell += unitCount)
      values[row * binCount + bin] = gaps?.[cell] ? GAP_VALUE : (data[cell] - offset) / divisor
  }
  const levels: CellLevel[] = [coloured(binCount, values, scale)]
  return {
    rowCount: order.length,
    binCount,
    scale,
    summary,
    level(k) {
      levels[k] ??= coloured(
        Math.ceil(binCount / 2 ** k),
        summarise(values, order.length, binCount, 2 ** k, summary),
        scale,
      )
      return levels[k]
    },
  }
}

/** Sums up the values under one pixel: gaps are left out, and so are cells without a value. */
export class PixelValue {
  readonly #summary: PixelSummary
  #total = 0
  #number = 0
  #isGap = true

  constructor(summary: PixelSummary) {
    this.#summary = summary
  }

  clear(): void {
    this.#total = 0
    this.#number = 0
    this.#isGap = true
  }

  add(value: number): void {
    if (value === GAP_VALUE) return
    this.#isGap = false
    if (Number.isNaN(value)) return
    if (this.#summary === 'mean') this.#total += value
    else if (this.#number === 0 || Math.abs(value) > Math.abs(this.#total)) this.#total = value
    this.#number++
  }

  get(): number {
    if (this.#isGap) return GAP_VALUE
    if (this.#number === 0) return Number.NaN
    return this.#summary === 'mean' ? this.#total / this.#number : this.#total
  }
}

/** The colour index of a value; `GAP` for a gap. */
export function indexOfValue(scale: ColourScale, value: number): number {
  return value === GAP_VALUE ? GAP : colourIndex(scale, value)
}

function coloured(binCount: number, values: Float32Array, scale: ColourScale): CellLevel {
  const indexes = Uint16Array.from(values, (value) => indexOfValue(scale, value))
  return { binCount, values, indexes }
}

function summarise(
  values: Float32Array,
  rowCount: number,
  binCount: number,
  step: number,
  summary: PixelSummary,
): Float32Array {
  const cellCount = Math.ceil(binCount / step)
  const summaries = new Float32Array(rowCount * cellCount)
  const pixel = new PixelValue(summary)
  for (let row = 0; row < rowCount; row++) {
    for (let cell = 0; cell < cellCount; cell++) {
      const last = Math.min((cell + 1) * step, binCount)
      pixel.clear()
      for (let bin = cell * step; bin < last; bin++) pixel.add(values[row * binCount + bin])
      summaries[row * cellCount + cell] = pixel.get()
    }
  }
  return summaries
}

import { type Counts, Gap } from '../../heatmap/cells/measure.ts'
import { roundBin } from '../../unit/responses/response-window.ts'

/** A current source density as the API has it, in V/m²; null: none. Shape [bins, channels]. */
export type Density = readonly (readonly (number | null)[])[]

/** V/m² in one mV/mm². */
const PER_MILLIVOLT = 1000

/**
 * The density in mV/mm² as cells of an image, and gaps where there is none. The outermost channels
 * are left out: they lack a neighbour, and have none at all.
 */
export function csdCells(density: Density): Counts {
  const rowCount = Math.max((density[0]?.length ?? 0) - 2, 0)
  const values = density.flatMap((bin) => bin.slice(1, -1))
  return {
    shape: [density.length, rowCount],
    data: Float64Array.from(values, (value) => (value ?? Number.NaN) / PER_MILLIVOLT),
    gaps: Uint8Array.from(values, (value) => (value === null ? Gap.NOT_RECORDED : 0)),
  }
}

/** Bins of an image that is about so wide in CSS pixels, in halves. */
const BIN_COUNT = 400

/**
 * Width of the bins, in seconds: no finer than the samples lie apart, so that each has one.
 *
 * @param rate of the samples, in Hz; null: not known
 */
export function csdBin({ before, after }: { before: number; after: number }, rate: number | null) {
  const finest = rate ? 1 / rate : 0.001
  const wanted = roundBin((before + after) / BIN_COUNT)
  return wanted >= finest ? wanted : finest * Math.max(1, Math.round(wanted / finest))
}

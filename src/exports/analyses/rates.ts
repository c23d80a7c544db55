import { numberField } from '../../addresses/address-field.ts'
import { kernelField } from '../../addresses/kernel-field.ts'
import type { RateKernel } from '../../domain/analyses/rates/rate-kernel.ts'
import { slidingStarts } from '../../domain/analyses/rates/sliding-counts.ts'
import { type BinnedActivityRequest, windowBins } from '../../domain/counting/matrix-request.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  readRates,
  readSlidingCounts,
  slidingCounts,
  smoothedRates,
} from '../../request/analyses/rates.ts'
import { unitCoordinates } from '../activity/labels/activity-labels.ts'
import { arrayExport } from '../array-export.ts'
import { matrixFields } from '../binned-activity.ts'
import type { ExportSource } from '../export-kind.ts'

export interface SmoothedRatesRequest extends BinnedActivityRequest {
  readonly kernel: RateKernel
}

export interface SlidingCountsRequest extends BinnedActivityRequest {
  /** seconds */
  readonly stride: number
}

const seconds = { unit: 's' }

/** Rates in bins, smoothed with a kernel; shape [bins, units]. */
export const smoothedRatesExport = arrayExport<SmoothedRatesRequest>({
  name: 'smoothed-rates',
  fields: { ...matrixFields, kernel: kernelField },
  async load({ kernel, ...selection }, source) {
    const matrix = matrixOf(selection, source)
    const { bins, unitRows } = matrix
    const rates = await readRates(await smoothedRates(matrix, kernel, source), source)
    const starts = Float64Array.from({ length: bins.count }, (_, bin) => bin * bins.size)
    return {
      main: {
        name: 'rates',
        dims: ['bin', 'unit'],
        shape: [bins.count, unitRows.length],
        data: rates,
        unit: 'Hz',
      },
      coordinates: [
        alongDimension('bin', 'bin_start', starts, seconds),
        ...unitCoordinates(source.tables, unitRows),
      ],
      attributes: { start: bins.start, bin_size: bins.size, kernel: kernel.kind },
    }
  },
})

/** Counts in bins that overlap; shape [bins, units]. */
export const slidingCountsExport = arrayExport<SlidingCountsRequest>({
  name: 'sliding-counts',
  fields: { ...matrixFields, stride: numberField(Number.NaN) },
  async load({ stride, ...selection }, source) {
    const matrix = matrixOf(selection, source)
    const { unitRows, bins } = matrix
    const sliding = slidingCounts(matrix, stride)
    const { counts } = await readSlidingCounts(sliding, source)
    return {
      main: {
        name: 'counts',
        dims: ['bin', 'unit'],
        shape: [sliding.request.bins.count, unitRows.length],
        data: counts,
      },
      coordinates: [
        alongDimension('bin', 'bin_start', slidingStarts(sliding.request.bins), seconds),
        ...unitCoordinates(source.tables, unitRows),
      ],
      attributes: { start: bins.start, bin_size: bins.size, stride },
    }
  },
})

function matrixOf({ area, window, units }: BinnedActivityRequest, source: ExportSource) {
  const { session, tables, selections } = source
  const unitRows =
    area === null ? selections.rows(tables, units) : selections.rowsInArea(tables, units, area)
  return { session, tables, unitRows, bins: windowBins(tables, window) }
}

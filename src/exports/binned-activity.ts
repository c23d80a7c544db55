import type { FieldsOf } from '../addresses/address-field.ts'
import { areaField } from '../addresses/area-fields.ts'
import { unitFilterField } from '../addresses/unit-filter-field.ts'
import { windowField } from '../addresses/window-fields.ts'
import { type BinnedActivityRequest, windowBins } from '../domain/counting/matrix-request.ts'
import { pickExact } from '../domain/numeric/exact-numbers.ts'
import { amount } from '../formats/amounts.ts'
import { encodeMatrixFile, matrixFormats } from '../formats/matrices/matrix-file.ts'
import { unitColumnArrays } from '../formats/unit-columns.ts'
import { countsToWrite } from '../request/matrix-counts.ts'
import { matrixDownloadName } from './download-name.ts'
import { ExportKind } from './export-kind.ts'

export const matrixFields: FieldsOf<BinnedActivityRequest> = {
  area: areaField,
  window: windowField,
  units: unitFilterField,
}

/** One matrix of binned spike counts. */
export const binnedActivityExport = new ExportKind<BinnedActivityRequest>({
  name: 'binned-activity',
  formats: matrixFormats,
  fields: matrixFields,

  async plan({ area, window, units }, source) {
    const { session, tables, selections, loaders } = source
    const bins = windowBins(tables, window)
    const unitRows =
      area === null ? selections.rows(tables, units) : selections.rowsInArea(tables, units, area)
    const epoch = 'epochIndex' in window ? (tables.epochs[window.epochIndex] ?? null) : null
    const { start, stop, size: binSize } = bins
    const labels = { sessionId: session.id, area, start, stop, binSize, epoch }
    return {
      downloadName: matrixDownloadName(labels),
      emptiness: null,
      summary: () => [`${amount(bins.count, 'bin')}, ${amount(unitRows.length, 'unit')}`],
      encode: async (format) =>
        encodeMatrixFile(format, {
          matrix: await countsToWrite({ session, bins, unitRows }, source),
          unitIds: pickExact(tables.units.ids, unitRows),
          unitColumns: unitColumnArrays(tables, unitRows, 'unit'),
          labels: { ...labels, fileVersion: await loaders.load(session, 'fileVersion') },
        }),
    }
  },
})

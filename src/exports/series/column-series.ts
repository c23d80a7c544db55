import { type SeriesName, seriesColumns } from '../../domain/series/series.ts'
import { amount } from '../../formats/amounts.ts'
import { snakeCase } from '../../formats/tables/snake-case.ts'
import { inChunks, type Table } from '../../formats/tables/table.ts'
import { encodeTable, tableFormats } from '../../formats/tables/table-file.ts'
import type { SeriesRequest, SeriesSelection } from '../../request/series.ts'
import { downloadName } from '../download-name.ts'
import { type EncodingOptions, ExportKind, type ExportSource } from '../export-kind.ts'
import { attributesOfSource } from '../source-attributes.ts'
import { readRows, rowCountOf, type SeriesColumn } from './read-rows.ts'
import { seriesFields } from './series-fields.ts'
import { noSamples, selectSamples } from './series-plan.ts'

/** A series of named columns: a table with a row per sample, in order of time. */
function columnSeries(name: string, series: SeriesName): ExportKind<SeriesRequest> {
  return new ExportKind({
    name,
    formats: tableFormats,
    fields: seriesFields,
    async plan(request, source) {
      const selection = await selectSamples(name, series, request, source)
      const columns = columnsOf(selection)
      return {
        downloadName: downloadName(source.session.id, name),
        emptiness: noSamples(name, selection),
        summary: () => [
          `${amount(rowCountOf(selection), 'row')} of ${amount(columns.length, 'column')}`,
        ],
        encode: async (format, options) =>
          encodeTable(
            format,
            await tableOf(selection, columns, source, options),
            options,
            attributesOfSource(source),
          ),
      }
    },
  })
}

/** Its times, then every column that the file has. */
function columnsOf({ series, window }: SeriesSelection): (SeriesColumn & { title: string })[] {
  const names = seriesColumns[series.name].filter((name) => window.columns.includes(name))
  // A point of several samples lasts from the start of the first to the end of the last.
  const hasEnds = names.some((name) => name === 'endTime')
  const times = hasEnds
    ? ({ name: 'time', title: 'start_time', reduction: 'first' } as const)
    : { name: 'time', title: 'time' }
  return [
    times,
    ...names.map((name) => ({
      name,
      title: snakeCase(name),
      ...(name === 'endTime' ? ({ reduction: 'last' } as const) : {}),
    })),
  ]
}

async function tableOf(
  selection: SeriesSelection,
  columns: readonly (SeriesColumn & { readonly title: string })[],
  source: ExportSource,
  options: EncodingOptions,
): Promise<Table> {
  const rows = await readRows(selection, columns, source, options)
  return {
    columns: columns.map(({ title }) => ({ name: title, type: 'float' })),
    rowCount: rowCountOf(selection),
    async *chunks() {
      for await (const columns of rows) yield* inChunks(columns)
    },
  }
}

export const runningSpeedExport = columnSeries('running-speed', 'runningSpeed')
export const rawRunningExport = columnSeries('raw-running', 'rawRunning')
export const eyeTrackingExport = columnSeries('eye-tracking', 'eyeTracking')
export const rawGazeExport = columnSeries('raw-gaze', 'rawGaze')
export const filteredGazeExport = columnSeries('filtered-gaze', 'filteredGaze')

import { transpose } from '../../domain/counting/nd-array.ts'
import type { SeriesName } from '../../domain/series/series.ts'
import { amount } from '../../formats/amounts.ts'
import { alongDimension, type LabelledArrays } from '../../formats/labelled-arrays.ts'
import { arrayFormats, encodeArrays } from '../../formats/labelled-file.ts'
import { inChunks, type Table } from '../../formats/tables/table.ts'
import { encodeTable } from '../../formats/tables/table-file.ts'
import type { SeriesRequest, SeriesSelection } from '../../request/series.ts'
import { downloadName } from '../download-name.ts'
import { ExportKind } from '../export-kind.ts'
import { attributesOfSource, withSource } from '../source-attributes.ts'
import { channelColumns, channelCoordinates } from './channel-labels.ts'
import { readRows, rowCountOf } from './read-rows.ts'
import { seriesFields } from './series-fields.ts'
import { noSamples, selectSamples } from './series-plan.ts'

/**
 * A series of channels: an array [points, channels], or a table with a row a point and a column a
 * channel.
 *
 * @param arrange the arrays of points of a time and values
 */
function matrixSeries(
  name: string,
  series: SeriesName,
  arrange: (
    selection: SeriesSelection,
    points: Points,
  ) => LabelledArrays | Promise<LabelledArrays> = arraysOf,
): ExportKind<SeriesRequest> {
  return new ExportKind({
    name,
    formats: arrayFormats,
    fields: seriesFields,
    async plan(request, source) {
      const selection = await selectSamples(name, series, request, source)
      const columns = channelColumns(selection)
      const rowCount = rowCountOf(selection)
      return {
        downloadName: downloadName(source.session.id, name),
        emptiness: noSamples(name, selection),
        summary: () => [`${amount(rowCount, 'row')} of ${amount(columns.length + 1, 'column')}`],
        async encode(format, options) {
          const isTable = format !== 'npy' && format !== 'npz'
          const rows = await readRows(selection, [{ name: 'time' }, { name: 'values' }], source, {
            ...options,
            // An array of one member after the other needs all of them.
            inServer: options.inServer || !isTable,
          })
          if (isTable) {
            const table = tableOf(columns, rowCount, rows)
            return encodeTable(format, table, options, attributesOfSource(source))
          }
          for await (const [times, values] of rows) {
            const arrays = await arrange(selection, { times, values })
            return encodeArrays(format, withSource(arrays, source), options)
          }
          throw new RangeError(`No rows of ${name} were read.`)
        },
      }
    },
  })
}

interface Points {
  /** shape [points], seconds */
  readonly times: Float64Array
  /** shape [points, channels] */
  readonly values: Float64Array
}

function tableOf(
  columns: readonly string[],
  rowCount: number,
  rows: AsyncIterable<Float64Array[]>,
): Table {
  return {
    columns: ['time', ...columns].map((name) => ({ name, type: 'float' })),
    rowCount,
    async *chunks() {
      for await (const [times, values] of rows) {
        yield* inChunks([times, ...columnsIn(values, columns.length)])
      }
    },
  }
}

/** The columns of values of shape [points, channels]. */
function columnsIn(values: Float64Array, channelCount: number): Float64Array[] {
  const points = values.length / channelCount
  return Array.from({ length: channelCount }, (_, channel) =>
    Float64Array.from({ length: points }, (_, point) => values[point * channelCount + channel]),
  )
}

function arraysOf(selection: SeriesSelection, { times, values }: Points): LabelledArrays {
  const shape = [times.length, selection.channels.length]
  return {
    main: { name: 'values', dims: ['time', 'channel'], shape, data: values },
    coordinates: [
      alongDimension('time', 'time', times, { unit: 's' }),
      ...channelCoordinates(selection, 'channel'),
    ],
    attributes: {},
  }
}

/** The file has one row a time; the AllenSDK gives one a virtual channel. */
async function densitiesOf(
  selection: SeriesSelection,
  { times, values }: Points,
): Promise<LabelledArrays> {
  const { shape, data } = await transpose({
    shape: [times.length, selection.channels.length],
    data: values,
  })
  return {
    main: { name: 'values', dims: ['virtual_channel', 'time'], shape, data },
    coordinates: [
      alongDimension('time', 'time', times, { unit: 's' }),
      ...channelCoordinates(selection, 'virtual_channel'),
    ],
    attributes: {},
  }
}

export const lfpExport = matrixSeries('lfp', 'lfp')
export const currentSourceDensityExport = matrixSeries(
  'current-source-density',
  'currentSourceDensity',
  densitiesOf,
)
export const timeSeriesExport = matrixSeries('time-series', 'stored')

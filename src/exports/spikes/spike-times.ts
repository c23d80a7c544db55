import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { openSpanField } from '../../addresses/window-fields.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { amount } from '../../formats/amounts.ts'
import type { FileBytes, FileFormat } from '../../formats/file-format.ts'
import { npzParts } from '../../formats/matrices/matrix-file.ts'
import { inChunks, type Table } from '../../formats/tables/table.ts'
import { encodeTable, tableFormats } from '../../formats/tables/table-file.ts'
import { downloadName } from '../download-name.ts'
import { noUnits } from '../emptiness.ts'
import { type EncodingOptions, ExportKind, type ExportSource } from '../export-kind.ts'
import { attributesOfSource } from '../source-attributes.ts'
import { timestampGroup } from './timestamp-group.ts'

/** Which spikes of which units. */
export interface SpikeTimesExportRequest {
  readonly units: UnitFilter
  /** seconds, both ends included; -Infinity and Infinity for all */
  readonly span: TimeSpan
}

/** Units read at a time: some megabytes each. */
const UNITS_AT_A_TIME = 16

/** An .npz is made in memory: 24 bytes per spike, twice while they are put in order. */
const MOST_SPIKES_IN_NPZ = 50_000_000

/**
 * Spike times: as .npz what pynapple loads as a TsGroup, else a table with a row per spike, unit by
 * unit in the AllenSDK's order.
 */
export const spikeTimesExport = new ExportKind<SpikeTimesExportRequest>({
  name: 'spike-times',
  formats: ['npz', ...tableFormats.filter((format) => format !== 'npz')],
  fields: { units: unitFilterField, span: openSpanField },
  async plan(request, source) {
    const { session, tables, selections } = source
    const unitRows = selections.rows(tables, request.units)
    const most = unitRows.reduce((sum, row) => sum + tables.units.spikeCounts[row], 0)
    let written = 0
    return {
      downloadName: downloadName(session.id, 'spike-times'),
      emptiness: unitRows.length === 0 ? noUnits(tables) : null,
      summary: () => [`${amount(written, 'spike')} of ${amount(unitRows.length, 'unit')}`],
      async encode(format, options) {
        source.budget.chargeCells(2 * most)
        const count = (spikes: number) => {
          written += spikes
        }
        return encode(format, { request, unitRows, most, count }, source, options)
      },
    }
  },
})

interface Selected {
  readonly request: SpikeTimesExportRequest
  readonly unitRows: Uint32Array
  /** spikes of the units in the whole recording */
  readonly most: number
  /** takes how many spikes were read */
  readonly count: (spikes: number) => void
}

async function encode(
  format: FileFormat,
  selected: Selected,
  source: ExportSource,
  options: EncodingOptions,
): Promise<FileBytes> {
  const { unitRows, most } = selected
  const { tables, session } = source
  if (format === 'npz') {
    if (most > MOST_SPIKES_IN_NPZ) {
      throw new InvalidArgumentError(
        `The units have ${most} spikes; an .npz file, which is built in memory, can have at most ${MOST_SPIKES_IN_NPZ}. Select fewer units, or write .parquet or .csv.`,
      )
    }
    const runs = (await allRuns(selected, source, options)).flat()
    const span = await source.loaders.recordedSpan(session)
    return { parts: npzParts(await timestampGroup(tables, unitRows, runs, span)) }
  }
  const runs = options.inServer
    ? await allRuns(selected, source, options)
    : spikeRuns(selected, source, options)
  return encodeTable(format, tableOf(selected, source, runs), options, attributesOfSource(source))
}

async function allRuns(
  selected: Selected,
  source: ExportSource,
  options: EncodingOptions,
): Promise<Float64Array[][]> {
  const runs: Float64Array[][] = []
  for await (const some of spikeRuns(selected, source, options)) runs.push(some)
  return runs
}

/** Spike times of some units after the other. */
async function* spikeRuns(
  { request: { span }, unitRows, count }: Selected,
  { session, loaders }: ExportSource,
  { onProgress }: EncodingOptions,
): AsyncGenerator<Float64Array[]> {
  const read = await loaders.readOptions(session)
  for (let from = 0; from < unitRows.length; from += UNITS_AT_A_TIME) {
    const rows = unitRows.subarray(from, from + UNITS_AT_A_TIME)
    const requests = Array.from(rows, (unitRow) => ({ unitRow, span }))
    const runs = await session.reader.read('spikeTimes', requests, read)
    count(runs.reduce((sum, { length }) => sum + length, 0))
    yield runs
    onProgress(from + rows.length, unitRows.length)
  }
}

function tableOf(
  { unitRows, most }: Selected,
  { tables }: ExportSource,
  runs: AsyncIterable<Float64Array[]> | Iterable<Float64Array[]>,
): Table {
  const { ids } = tables.units
  return {
    columns: [
      { name: 'unit_id', type: ids instanceof BigUint64Array ? 'unsigned' : 'integer' },
      { name: 'spike_time', type: 'float' },
    ],
    rowCount: most,
    async *chunks() {
      let unit = 0
      for await (const some of runs) {
        for (const times of some) {
          const id = ids[unitRows[unit++]]
          const owners =
            typeof id === 'bigint'
              ? new Array<bigint>(times.length).fill(id)
              : new Float64Array(times.length).fill(id)
          yield* inChunks([owners, times])
        }
      }
    },
  }
}

import { parseWhole } from '../../domain/numeric/exact-numbers.ts'
import type { IntervalValues } from '../../domain/session/interval-table.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import { EXTENSION, extensionFiles } from '../../nwb-writing/ecephys-extension.ts'
import { int64, reference } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import { columnValues } from '../../request/interval-tables.ts'
import type { ExportSource } from '../export-kind.ts'
import { nwbColumn } from './nwb-columns.ts'
import { writeGeneral } from './nwb-general.ts'
import type { SelectedIntervals } from './nwb-selection.ts'
import { writeUnits } from './nwb-units.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** The version of NWB core whose types are written, as in the public files. */
const NWB_VERSION = '2.2.2'

/** NWB requires a time; of a file that has none. */
const UNKNOWN_TIME = '1970-01-01T00:00:00+00:00'

interface Subset {
  /** of the units table, ascending */
  readonly rows: readonly number[]
  /** seconds, ascending; of each unit */
  readonly spikes: readonly Float64Array[]
  readonly intervals: readonly SelectedIntervals[]
  /** what the file says of itself */
  readonly notes: string
}

/** The bytes of an NWB file, one part after the other. */
export async function subsetFile(
  { rows, spikes, intervals, notes }: Subset,
  source: ExportSource,
): Promise<Uint8Array[]> {
  const { tables, session } = source
  const nwb = await NwbWriter.open(`subset ${session.id} ${rows.join()} ${notes}`)
  writeRoot(nwb, tables)
  writeGeneral(nwb, tables, notes)
  for (const selected of intervals) await writeIntervals(nwb, selected, source)
  writeUnits(
    nwb,
    tables,
    rows,
    spikes.map(({ length }) => length),
  )
  const { bytes, streamed } = nwb.hdf5.finish()
  const [{ start }] = streamed
  return [
    bytes,
    new Uint8Array(start - bytes.byteLength),
    ...spikes.map((times) => new Uint8Array(times.buffer, times.byteOffset, times.byteLength)),
  ]
}

function writeRoot(nwb: NwbWriter, { metadata }: SessionTables): void {
  const { hdf5 } = nwb
  const startTime = metadata.startTime ?? UNKNOWN_TIME
  hdf5.attributes('/', { nwb_version: NWB_VERSION, ...nwb.identity(['core', 'NWBFile'], '/') })
  hdf5.dataset('/identifier', metadata.identifier)
  hdf5.dataset('/session_description', metadata.description ?? 'no description')
  hdf5.dataset('/session_start_time', startTime)
  hdf5.dataset('/timestamps_reference_time', startTime)
  hdf5.dataset('/file_create_date', [new Date().toISOString()])
  const groups = ['acquisition', 'analysis', 'general', 'intervals', 'processing', 'stimulus']
  for (const group of groups) hdf5.group(`/${group}`)
  hdf5.group('/stimulus/presentation')
  hdf5.group('/stimulus/templates')
  hdf5.group('/specifications')
  hdf5.group(`/specifications/${EXTENSION.name}`)
  const folder = `/specifications/${EXTENSION.name}/${EXTENSION.version}`
  hdf5.group(folder)
  for (const [name, json] of Object.entries(extensionFiles)) hdf5.dataset(`${folder}/${name}`, json)
  hdf5.attributes('/', { '.specloc': reference('/specifications') })
}

async function writeIntervals(
  nwb: NwbWriter,
  { table, rows }: SelectedIntervals,
  source: ExportSource,
): Promise<void> {
  const columns = await Promise.all(
    table.columns.map(async ({ name, description, kind }) => ({
      ...(await columnValues(source.session, table, name, source)),
      name,
      description,
      kind,
    })),
  )
  nwb.table(`/intervals/${table.name}`, {
    type: ['core', 'TimeIntervals'],
    description: table.description ?? '',
    ids: idsOf(columns.find(isIds), rows),
    columns: columns.filter((column) => !isIds(column)).map((column) => nwbColumn(column, rows)),
  })
}

const isIds = ({ name }: IntervalValues) => name === 'id'

/** As the file has them; where it has none, the positions of the rows. */
function idsOf(column: IntervalValues | undefined, rows: readonly number[]) {
  const ids = rows.map((row) => (column ? parseWhole(String(codedValue(column, row))) : row))
  return ids.every((id) => id !== null) ? wholeNumbers(ids) : int64(rows)
}

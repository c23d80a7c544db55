import { parseWhole } from '../../domain/numeric/exact-numbers.ts'
import type { IntervalValues } from '../../domain/session/interval-table.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import { int64 } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import { writeExtension, writeRoot } from '../../nwb-writing/nwb-root.ts'
import { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import { columnValues } from '../../request/interval-tables.ts'
import type { ExportSource } from '../export-kind.ts'
import { nwbColumn } from './nwb-columns.ts'
import { needsExtension, writeGeneral } from './nwb-general.ts'
import type { SelectedIntervals } from './nwb-selection.ts'
import { writeUnits } from './nwb-units.ts'
import { wholeNumbers } from './whole-numbers.ts'

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
  const nwb = await NwbWriter.open(`subset ${session.id} ${rows.join()} ${notes}`, 'schema')
  const { identifier, description, startTime } = tables.metadata
  writeRoot(nwb, {
    identifier,
    description: description ?? 'no description',
    startTime: startTime ?? UNKNOWN_TIME,
    createdAt: new Date().toISOString(),
  })
  if (needsExtension(tables)) writeExtension(nwb)
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

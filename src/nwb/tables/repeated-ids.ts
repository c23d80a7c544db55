import { findRepeats, type Ids } from '../../domain/session/row-ids.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { ELECTRODE_GROUPS, ELECTRODES } from './read-electrodes.ts'
import { unitsTable } from './units/units-table.ts'

/** Warn of rows whose id an earlier row of their table has, too. */
export function warnOfRepeatedIds(
  file: Hdf5File,
  { units, channels, probes }: Pick<SessionTables, 'units' | 'channels' | 'probes'>,
): void {
  warnOf(file, `${unitsTable(file).path}/id`, units.ids)
  warnOf(file, `${ELECTRODES}/id`, channels.ids)
  const probeIds = probes.map(({ id }) => id)
  warnOf(file, `${ELECTRODE_GROUPS} (probe_id)`, probeIds)
}

function warnOf(file: Hdf5File, path: string, ids: Ids): void {
  const [first, ...others] = findRepeats(ids).keys()
  if (first === undefined) return
  const count = others.length + 1
  const message =
    `${path} repeats ids, such as ${ids[first]}: ${count === 1 ? '1 row has' : `${count} rows have`} the id of an earlier row. ` +
    'All rows are served, but what refers to one of them by this id gets the first. Give each row its own id.'
  file.warn({ code: 'IDS_REPEATED', path, message })
}

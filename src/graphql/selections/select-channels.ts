import { resolveArea } from '../../domain/areas/area-names.ts'
import { sessionAreas } from '../../domain/areas/session-areas.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { findProbe } from '../../domain/units/unit-filter.ts'
import type { ChannelFilter } from '../generated.ts'

/** Rows of the channels that match, in order of the file. */
export function selectChannels(tables: SessionTables, where: ChannelFilter | null): number[] {
  const { channels } = tables
  const known = sessionAreas(tables)
  const areas = where?.areas && new Set(where.areas.map((area) => resolveArea(area, known)))
  const probes = where?.probes && new Set(where.probes.map((probe) => findProbe(tables, probe)))
  return Array.from({ length: channels.count }, (_, row) => row).filter(
    (row) =>
      (!where?.validOnly || channels.valid?.[row] !== 0) &&
      (!areas || areas.has(channels.areas?.[row] ?? '')) &&
      (!probes || probes.has(channels.probeRows[row])),
  )
}

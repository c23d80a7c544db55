import { sessionAreas, validChannelCounts } from '../domain/areas/session-areas.ts'
import { sdkUnitFilter } from '../domain/defaults.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import { selectUnits } from '../domain/units/unit-filter.ts'
import type { CatalogSession, ListedArea } from './session-catalog.ts'

/** What a list of sessions says of one, of what its file holds. */
export type SessionDescription = Omit<
  CatalogSession,
  | 'id'
  | 'available'
  | 'fileName'
  | 'fileSize'
  | 'location'
  | 'place'
  | 'published'
  | 'warnings'
  | 'reader'
  | 'facets'
>

export function describeTables(tables: SessionTables): SessionDescription {
  const passing = selectUnits(tables, sdkUnitFilter)
  const { valid, count } = tables.channels
  const areas = describeAreas(tables, passing)
  const ofUnits = areasOfUnitsAlone(tables)
  const recorded = areas.filter(
    ({ acronym, channelCount }) => channelCount > 0 || ofUnits.has(acronym),
  )
  return {
    metadata: tables.metadata,
    areas,
    recordedAreas: recorded.length > 0 ? recorded : areas,
    unitCount: tables.units.count,
    passingUnitCount: passing.length,
    channelCount: count,
    validChannelCount: valid ? valid.reduce((sum, isValid) => sum + isValid, 0) : null,
    probeCount: tables.probes.length,
  }
}

function describeAreas(tables: SessionTables, passing: Uint32Array): ListedArea[] {
  const { units } = tables
  const channelCounts = validChannelCounts(tables)
  const unitCounts = countEach(units.areas.filter((area) => area !== null))
  const passingCounts = countEach(Array.from(passing, (row) => units.areas[row] ?? ''))
  return sessionAreas(tables).map((acronym) => ({
    acronym,
    channelCount: channelCounts.get(acronym) ?? 0,
    unitCount: unitCounts.get(acronym) ?? 0,
    passingUnitCount: passingCounts.get(acronym) ?? 0,
  }))
}

/** Areas that not a channel but something else says units to lie in. */
function areasOfUnitsAlone({ units }: SessionTables): ReadonlySet<string | null> {
  const isAlone = (row: number) => units.areaSources[row] !== 'PEAK_CHANNEL'
  return new Set(units.areas.filter((area, row) => area !== null && isAlone(row)))
}

function countEach(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

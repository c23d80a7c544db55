import { validChannelAreas } from '../domain/areas.ts'
import type { SessionTables } from '../domain/session-tables.ts'
import { sdkUnitFilter, selectUnits } from '../domain/unit-filter.ts'
import type { CatalogSession, RecordedArea } from './session-catalog.ts'

/** What a list of sessions tells of one, from its tables. */
export function describeTables(
  tables: SessionTables,
): Omit<CatalogSession, 'id' | 'available' | 'fileName' | 'fileSize' | 'published' | 'reader'> {
  const passing = selectUnits(tables, sdkUnitFilter)
  const { valid, count } = tables.channels
  return {
    metadata: tables.metadata,
    recordedAreas: recordedAreas(tables, passing),
    unitCount: tables.units.count,
    passingUnitCount: passing.length,
    channelCount: count,
    validChannelCount: valid ? valid.reduce((sum, isValid) => sum + isValid, 0) : null,
    probeCount: tables.probes.length,
  }
}

/** Areas that a valid channel lies in, in order of the channels; where no channel tells, those that units name. */
function recordedAreas({ channels, units }: SessionTables, passing: Uint32Array): RecordedArea[] {
  const channelCounts = countEach(validChannelAreas(channels))
  const unitCounts = countEach(units.areas.filter((area) => area !== null))
  const passingCounts = countEach(Array.from(passing, (row) => units.areas[row] ?? ''))
  const acronyms = channelCounts.size > 0 ? channelCounts.keys() : unitCounts.keys()
  return Array.from(acronyms, (acronym) => ({
    acronym,
    channelCount: channelCounts.get(acronym) ?? 0,
    unitCount: unitCounts.get(acronym) ?? 0,
    passingUnitCount: passingCounts.get(acronym) ?? 0,
  }))
}

function countEach(names: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

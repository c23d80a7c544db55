import { rememberPerTables } from '../session/memoize-per-tables.ts'

/** Areas that a valid channel, or a stored unit, lies in; in order of the channels, each once. */
export const sessionAreas = rememberPerTables((tables): readonly string[] => {
  const areas = new Set(validChannelCounts(tables).keys())
  for (const area of tables.units.areas) if (area !== null) areas.add(area)
  return [...areas]
})

/** How many valid channels lie in each area, in order of the channels. */
export const validChannelCounts = rememberPerTables(({ channels }): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (let row = 0; row < channels.count; row++) {
    const area = channels.areas?.[row] ?? null
    if (area === null || channels.valid?.[row] === 0) continue
    counts.set(area, (counts.get(area) ?? 0) + 1)
  }
  return counts
})

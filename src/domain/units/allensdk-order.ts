import { ascending } from '../numeric/compare-numbers.ts'
import { rememberPerTables } from '../session/memoize-per-tables.ts'

/**
 * All rows of the units table in the AllenSDK's order: by probe name, then by vertical, then by
 * horizontal position of the peak channel, ascending; a missing value comes last; ties, and units
 * of files that do not say, stay in order of the file.
 */
export const rowsInSdkOrder = rememberPerTables(({ units, channels, probes }): Uint32Array => {
  const rankOfProbe = rankByName(probes.map((probe) => probe.name))
  const probe = units.probeRows.map((row) => rankOfProbe[row] ?? probes.length)
  const vertical = atPeakChannel(channels.verticalPosition, units.channelRows)
  const horizontal = atPeakChannel(channels.horizontalPosition, units.channelRows)
  return Uint32Array.from(probe, (_, row) => row).sort(
    (a, b) =>
      ascending(probe[a], probe[b]) ||
      ascending(vertical[a], vertical[b]) ||
      ascending(horizontal[a], horizontal[b]) ||
      a - b,
  )
})

/**
 * Rank of each name among all; names compare by code unit, as Python compares them by code point.
 */
function rankByName(names: readonly string[]): number[] {
  const sorted = [...new Set(names)].sort()
  return names.map((name) => sorted.indexOf(name))
}

/** Position of each unit's peak channel, NaN where there is none. Shape [units]. */
function atPeakChannel(positions: Float64Array | null, channelRows: Int32Array): Float64Array {
  return Float64Array.from(channelRows, (row) => positions?.[row] ?? Number.NaN)
}

import { areaOf } from '../../../domain/areas/parse-area.ts'
import { type ExactNumber, exactKey } from '../../../domain/numeric/exact-numbers.ts'
import {
  type ChannelTable,
  type Probe,
  type StoredWaveforms,
  type UnitMetric,
  type UnitTable,
  unitMetricColumns,
} from '../../../domain/session/session-tables.ts'
import { ABSENT_CHANNEL, placeUnits } from '../../../domain/units/unit-places.ts'
import type { Hdf5File } from '../../../hdf5/hdf5-file.ts'
import type { DynamicTable } from '../dynamic-table.ts'
import { readProbeRows, warnOfAbsentGroups } from '../read-electrodes.ts'
import { readObservation } from './read-observation.ts'
import { readUnitColumns } from './read-unit-columns.ts'
import { unitsTable } from './units-table.ts'
import { waveformColumn } from './waveform-column.ts'

/** Everything of the units table but the spikes and waveforms. */
export function readUnits(
  file: Hdf5File,
  channels: ChannelTable,
  probes: readonly Probe[],
): UnitTable {
  const table = unitsTable(file)
  const ends = table.ends('spike_times') as Float64Array
  const locations = table.strings('location')
  const groupRows = readProbeRows(table, probes)
  const stored = {
    channelRows: readPeakChannels(file, table, channels),
    groupRows,
    locations: locations?.map((text) => ({ area: areaOf(text), text })) ?? null,
  }
  const places = placeUnits(stored, channels, probes)
  warnOfAbsentGroups(file, table, places.probeRows)
  return {
    count: table.rowCount,
    ids: table.ids(),
    ...places,
    quality: table.strings('quality'),
    clusterId: table.exactNumbers('cluster_id'),
    localIndex: table.safeNumbers('local_index'),
    observation: readObservation(file, table),
    spikeCounts: ends.map((end, row) => end - (ends[row - 1] ?? 0)),
    metrics: readMetrics(table),
    columns: readUnitColumns(file, table),
    hasSpikeAmplitudes: hasSpikeAmplitudes(table, ends),
    waveforms: storedWaveforms(table),
  }
}

/** Row of each unit's peak channel: by its id, else the first of its electrodes; see ToldPlaces. */
function readPeakChannels(file: Hdf5File, table: DynamicTable, channels: ChannelTable): Int32Array {
  const none = new Int32Array(table.rowCount).fill(-1)
  if (channels.count === 0) return none
  const byId = unlessAllAbsent(file, table, 'peak_channel_id', peakChannelsById(table, channels))
  if (byId && !byId.includes(-1) && !byId.includes(ABSENT_CHANNEL)) return byId
  const rows = table.firstRegions('electrodes')
  const first = rows?.map((row) => (row < channels.count ? row : ABSENT_CHANNEL)) ?? null
  const byRow = unlessAllAbsent(file, table, 'electrodes', first && Int32Array.from(first))
  return none.map((_, unit) => {
    const id = byId?.[unit] ?? -1
    const row = byRow?.[unit] ?? -1
    if (id >= 0 || row === -1) return id
    return row
  })
}

/** A negative number stands for none. */
function peakChannelsById(table: DynamicTable, channels: ChannelTable): Int32Array | null {
  const ids = table.exactNumbers('peak_channel_id') as ArrayLike<ExactNumber> | null
  if (!ids) return null
  const rowOfId = new Map<ExactNumber, number>()
  for (let row = channels.count - 1; row >= 0; row--) {
    rowOfId.set(exactKey(channels.ids[row]), row)
  }
  return Int32Array.from(ids, (id) => rowOfId.get(exactKey(id)) ?? (id >= 0 ? ABSENT_CHANNEL : -1))
}

/**
 * A column none of whose channels there is means something else, and is left
 * out: it would hide every unit.
 */
function unlessAllAbsent(
  file: Hdf5File,
  table: DynamicTable,
  column: string,
  rows: Int32Array | null,
): Int32Array | null {
  const absent = rows?.filter((row) => row === ABSENT_CHANNEL).length ?? 0
  if (!rows || absent === 0) return rows
  const path = `${table.path}/${column}`
  const isOut = rows.every((row) => row < 0)
  const cure = 'Write the column again with channels that exist.'
  const message = isOut
    ? `${path} names only channels that are not in the electrodes table, so it is ignored. ${cure}`
    : `${path} names channels that are not in the electrodes table, for ${absent} ${absent === 1 ? 'unit' : 'units'}: one whose place is not given elsewhere has no channel, and the default filter excludes it. ${cure}`
  file.warn({ code: isOut ? 'COLUMN_LEFT_OUT' : 'VALUES_LEFT_OUT', path, message })
  return isOut ? null : rows
}

/**
 * A metric that cannot be read is missing for every unit, so that its
 * limit does not go away with it.
 */
function readMetrics(table: DynamicTable): UnitTable['metrics'] {
  const columns = Object.entries(unitMetricColumns) as [UnitMetric, string][]
  const missing = new Float64Array(table.rowCount).fill(Number.NaN)
  return Object.fromEntries(
    columns.map(([metric, column]) => [
      metric,
      table.numbers(column) ?? (table.has(column) ? missing : null),
    ]),
  ) as Record<UnitMetric, Float64Array | null>
}

function storedWaveforms(table: DynamicTable): StoredWaveforms | null {
  const column = 'waveform_mean'
  return table.orWarn(column, () => {
    const stored = waveformColumn(table)?.stored ?? null
    if (stored || !table.has(column)) return stored
    const forms = '[units, samples] or [units, samples, channels], or ragged rows of samples'
    throw table.layoutError(column, `is not of the shape ${forms}`)
  })
}

/** Whether the file stores the amplitude of every spike. */
export function hasSpikeAmplitudes(table: DynamicTable, spikeEnds: Float64Array): boolean {
  const column = 'spike_amplitudes'
  if (!table.has(column)) return false
  const isWhole = table.orWarn(column, () => {
    const ends = table.entryEnds(column)
    if (ends?.every((end, row) => end === spikeEnds[row])) return true
    throw table.layoutError(column, 'does not have one entry for every spike')
  })
  return isWhole ?? false
}

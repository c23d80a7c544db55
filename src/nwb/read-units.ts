import { areaOf } from '../domain/area-text.ts'
import { type ExactNumber, exactKey } from '../domain/exact-numbers.ts'
import {
  type ChannelTable,
  type Probe,
  type StoredWaveforms,
  type UnitMetric,
  type UnitTable,
  unitMetricColumns,
} from '../domain/session-tables.ts'
import { ABSENT_CHANNEL, placeUnits } from '../domain/unit-places.ts'
import type { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'
import { readProbeRows } from './read-electrodes.ts'
import { readObservation } from './read-observation.ts'
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
  const told = {
    channelRows: readPeakChannels(file, table, channels),
    groupRows: readProbeRows(table, probes),
    locations: locations?.map((text) => ({ area: areaOf(text), text })) ?? null,
  }
  return {
    count: table.rowCount,
    ids: table.ids(),
    ...placeUnits(told, channels, probes),
    quality: table.strings('quality'),
    clusterId: table.exactNumbers('cluster_id'),
    localIndex: table.numbers('local_index'),
    observation: readObservation(file, table),
    spikeCounts: ends.map((end, row) => end - (ends[row - 1] ?? 0)),
    metrics: readMetrics(table),
    hasSpikeAmplitudes: hasAmplitudes(table, ends),
    waveforms: storedWaveforms(table),
  }
}

/** Row of each unit's peak channel; see ToldPlaces. */
function readPeakChannels(file: Hdf5File, table: DynamicTable, channels: ChannelTable): Int32Array {
  const peakChannelIds = table.exactNumbers('peak_channel_id') as ArrayLike<ExactNumber> | null
  if (peakChannelIds) {
    const rowOfId = new Map<ExactNumber, number>()
    for (let row = channels.count - 1; row >= 0; row--) {
      rowOfId.set(exactKey(channels.ids[row] as ExactNumber), row)
    }
    const isUnknown = (id: ExactNumber) => !Number.isNaN(id) && !rowOfId.has(exactKey(id))
    const unknown = Array.from(peakChannelIds).find(isUnknown)
    if (unknown !== undefined && channels.count > 0) {
      warnOfChannels(file, `${table.path}/peak_channel_id`, `the channel ${unknown}`, channels)
    }
    const missing = channels.count > 0 ? ABSENT_CHANNEL : -1
    return Int32Array.from(
      peakChannelIds,
      (id) => rowOfId.get(exactKey(id)) ?? (Number.isNaN(id) ? -1 : missing),
    )
  }
  const rows = table.firstRegions('electrodes')
  if (!rows) return new Int32Array(table.rowCount).fill(-1)
  const beyond = rows.find((row) => row >= channels.count)
  if (beyond !== undefined) {
    warnOfChannels(file, `${table.path}/electrodes`, `row ${beyond}`, channels)
  }
  return Int32Array.from(rows, (row) => (row < channels.count ? Math.max(row, -1) : ABSENT_CHANNEL))
}

function warnOfChannels(file: Hdf5File, path: string, named: string, { count }: ChannelTable) {
  const message = `${path} names ${named} of the electrodes table, which is not among its ${count} rows; units of such channels have none. Write the column again with channels that there are.`
  file.warn({ code: 'VALUES_LEFT_OUT', path, message })
}

/** A metric that cannot be read is missing for every unit, so that its limit does not go away with it. */
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

/** Whether there is one for every spike. */
function hasAmplitudes(table: DynamicTable, spikeEnds: Float64Array): boolean {
  const column = 'spike_amplitudes'
  if (!table.has(column)) return false
  const isWhole = table.orWarn(column, () => {
    const ends = table.entryEnds(column)
    if (ends?.every((end, row) => end === spikeEnds[row])) return true
    throw table.layoutError(column, 'does not have one entry for every spike')
  })
  return isWhole ?? false
}

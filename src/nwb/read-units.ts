import {
  type ChannelTable,
  type Probe,
  type UnitMetric,
  type UnitTable,
  unitMetricColumns,
} from '../domain/session-tables.ts'
import { RecordingError } from '../errors.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'
import { readObservation } from './read-observation.ts'
import { waveformColumn } from './waveform-column.ts'

/**
 * The units table.
 *
 * @throws RecordingError NO_UNITS
 */
export function unitsTable(file: Hdf5File): DynamicTable {
  const hasSpikes = file.kind('/units/spike_times') && file.kind('/units/spike_times_index')
  if (!hasSpikes) throw new RecordingError('NO_UNITS', file.name)
  return new DynamicTable(file, '/units')
}

/** Everything of the units table but the spikes and waveforms. */
export function readUnits(
  file: Hdf5File,
  channels: ChannelTable,
  probes: readonly Probe[],
): UnitTable {
  const table = unitsTable(file)
  const ends = table.ends('spike_times') as Float64Array
  const channelRows = readPeakChannels(table, channels)
  const groups = channels.count === 0 ? readGroupRows(table, probes) : null
  return {
    count: table.rowCount,
    ids: table.ids(),
    channelRows,
    probeRows: groups ?? channelRows.map((row) => channels.probeRows[row] ?? -1),
    areas: groups
      ? Array.from(groups, (row) => probes[row]?.location ?? null)
      : Array.from(channelRows, (row) => channels.areas?.[row] ?? null),
    quality: table.strings('quality'),
    clusterId: table.numbers('cluster_id'),
    localIndex: table.numbers('local_index'),
    observation: readObservation(file, table),
    spikeCounts: ends.map((end, row) => end - (ends[row - 1] ?? 0)),
    metrics: readMetrics(table),
    hasSpikeAmplitudes: table.has('spike_amplitudes'),
    waveforms: waveformColumn(table)?.stored ?? null,
  }
}

/** Row of each unit's peak channel; -1 where the file does not tell, or names a channel that it does not have. */
function readPeakChannels(table: DynamicTable, channels: ChannelTable): Int32Array {
  const peakChannelIds = table.numbers('peak_channel_id')
  if (peakChannelIds) {
    const rowOfId = new Map(Array.from(channels.ids, (id, row) => [id, row]))
    return Int32Array.from(peakChannelIds, (id) => rowOfId.get(id) ?? -1)
  }
  const electrodes = table.entries('electrodes')?.numbers()
  if (!electrodes) return new Int32Array(table.rowCount).fill(-1)
  const ends = table.ends('electrodes')
  return Int32Array.from({ length: table.rowCount }, (_, row) => {
    const [first, end] = ends ? [ends[row - 1] ?? 0, ends[row] as number] : [row, row + 1]
    const channel = first < end ? (electrodes[first] ?? -1) : -1
    return channel < channels.count ? channel : -1
  })
}

/** Row of each unit's electrode group, in files that have no electrodes. */
function readGroupRows(table: DynamicTable, probes: readonly Probe[]): Int32Array {
  const rowOfName = new Map(probes.map((probe, row) => [probe.name, row]))
  const groups = table.references('electrode_group') ?? new Array<null>(table.rowCount).fill(null)
  return Int32Array.from(groups, (path) => rowOfName.get(path?.split('/').at(-1) ?? '') ?? -1)
}

function readMetrics(table: DynamicTable): UnitTable['metrics'] {
  const columns = Object.entries(unitMetricColumns) as [UnitMetric, string][]
  return Object.fromEntries(
    columns.map(([metric, column]) => [metric, table.numbers(column)]),
  ) as Record<UnitMetric, Float64Array | null>
}

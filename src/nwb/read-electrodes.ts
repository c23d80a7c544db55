import type { ChannelTable, Probe } from '../domain/session-tables.ts'
import { DynamicTable } from './dynamic-table.ts'
import type { Hdf5File } from './hdf5.ts'

const FOLDER = '/general/extracellular_ephys'

/** The electrode groups, in order of their names. */
export function readProbes(file: Hdf5File): Probe[] {
  return file
    .children(FOLDER)
    .filter((name) => name !== 'electrodes' && file.kind(`${FOLDER}/${name}`) === 'group')
    .map((name) => readProbe(file, name))
}

function readProbe(file: Hdf5File, name: string): Probe {
  const path = `${FOLDER}/${name}`
  const hasLfpData = file.attributeText(path, 'has_lfp_data')
  return {
    id: file.attributeText(path, 'probe_id') ?? name,
    name,
    description: file.attributeText(path, 'description'),
    location: file.attributeText(path, 'location'),
    // The Allen Institute writes it on the probe's device, which the group links to.
    samplingRate: file.attributeNumber(`${path}/device`, 'sampling_rate'),
    lfpSamplingRate: file.attributeNumber(path, 'lfp_sampling_rate'),
    hasLfpData: hasLfpData === null ? null : hasLfpData === '1',
  }
}

/** The electrodes table; a table without rows where the file has none. */
export function readChannels(file: Hdf5File, probes: readonly Probe[]): ChannelTable {
  const table = DynamicTable.at(file, `${FOLDER}/electrodes`)
  const valid = table?.numbers('valid_data')
  return {
    count: table?.rowCount ?? 0,
    ids: table?.ids() ?? new Float64Array(0),
    probeRows: table ? readProbeRows(table, probes) : new Int32Array(0),
    valid: valid ? Uint8Array.from(valid) : null,
    areas: (table && readAreas(table)) ?? null,
    localIndex: table?.numbers('local_index') ?? table?.numbers('probe_channel_number') ?? null,
    verticalPosition: table?.numbers('probe_vertical_position') ?? null,
    horizontalPosition: table?.numbers('probe_horizontal_position') ?? null,
    anteriorPosterior: table?.numbers('x') ?? null,
    dorsalVentral: table?.numbers('y') ?? null,
    leftRight: table?.numbers('z') ?? null,
    filtering: table?.strings('filtering') ?? null,
  }
}

/** The first release of the Visual Coding files names the column differently. */
function readAreas(table: DynamicTable): (string | null)[] | null {
  const locations = table.strings('location') ?? table.strings('manual_structure_acronym')
  return locations?.map(insideBrain) ?? null
}

/** The Allen Institute's two ways to write that a channel lies in no area. */
function insideBrain(location: string): string | null {
  return location === '' || location === 'None' ? null : location
}

/** By the name of the group; where no group has that name, by the reference to it. */
function readProbeRows(table: DynamicTable, probes: readonly Probe[]): Int32Array {
  const rowOfName = new Map(probes.map((probe, row) => [probe.name, row]))
  const names = table.strings('group_name')
  if (names?.every((name) => rowOfName.has(name))) {
    return Int32Array.from(names, (name) => rowOfName.get(name) ?? -1)
  }
  const groups = table.references('group') ?? new Array<string | null>(table.rowCount).fill(null)
  return Int32Array.from(groups, (path) => rowOfName.get(path?.split('/').at(-1) ?? '') ?? -1)
}

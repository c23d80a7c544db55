import { areaOf } from '../../domain/areas/parse-area.ts'
import type { ChannelTable, Probe } from '../../domain/session/session-tables.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { orTableLeftOut } from '../../hdf5/own-fault.ts'
import { finiteAttribute } from '../series/finite-attribute.ts'
import { DynamicTable } from './dynamic-table.ts'

export const ELECTRODE_GROUPS = '/general/extracellular_ephys'
export const ELECTRODES = `${ELECTRODE_GROUPS}/electrodes`

/**
 * Columns that name the probe of a row: NWB's, and what the first release of the Visual
 * Coding files has instead of them.
 */
const PROBE_COLUMNS = ['group_name', 'group', 'probe_id', 'electrode_group']

/**
 * The electrode groups, in order of their names: groups that say so, or that an electrode or a unit
 * names. Other groups next to them are not probes.
 */
export function readProbes(file: Hdf5File): Probe[] {
  const groups = file
    .children(ELECTRODE_GROUPS)
    .filter((name) => name !== 'electrodes' && file.kind(`${ELECTRODE_GROUPS}/${name}`) === 'group')
  const others = groups.filter((name) => !isElectrodeGroup(file, name))
  const named = others.length > 0 ? namesInUse(file) : new Set<string>()
  return groups
    .filter((name) => named.has(name) || !others.includes(name))
    .map((name) => readProbe(file, name))
}

/**
 * Extensions have types of their own, such as the Allen Institute's
 * EcephysElectrodeGroup, and EcephysProbe before it.
 */
function isElectrodeGroup(file: Hdf5File, name: string): boolean {
  const path = `${ELECTRODE_GROUPS}/${name}`
  const type = file.attributes.text(path, 'neurodata_type') ?? ''
  return /(ElectrodeGroup|Probe)$/.test(type) || file.attributes.text(path, 'probe_id') !== null
}

function namesInUse(file: Hdf5File): Set<string> {
  const tables = [DynamicTable.at(file, ELECTRODES), DynamicTable.at(file, '/units')]
  return new Set(
    tables.flatMap((table) => PROBE_COLUMNS.flatMap((column) => table?.names(column) ?? [])),
  )
}

function readProbe(file: Hdf5File, group: string): Probe {
  const path = `${ELECTRODE_GROUPS}/${group}`
  const description = file.attributes.text(path, 'description')
  const location = file.attributes.text(path, 'location')
  const hasLfpData = file.attributes.text(path, 'has_lfp_data')
  return {
    ...nameProbe(group, description, file.attributes.text(path, 'probe_id')),
    description,
    location,
    area: location && areaOf(location),
    // The Allen Institute writes it on the probe's device, which the group
    // links to; in 2019 on the group.
    samplingRate:
      finiteAttribute(file, `${path}/device`, 'sampling_rate') ??
      finiteAttribute(file, path, 'sampling_rate'),
    lfpSamplingRate: finiteAttribute(file, path, 'lfp_sampling_rate'),
    hasLfpData: hasLfpData === null ? null : ['1', 'true'].includes(hasLfpData.toLowerCase()),
  }
}

/**
 * The Visual Coding files of 2019 name a group by the probe's id, and
 * describe it by the probe's name.
 */
function nameProbe(group: string, description: string | null, id: string | null) {
  const isNamedById = id === null && /^\d+$/.test(group) && /^\w+$/.test(description ?? '')
  return { id: id ?? group, name: isNamedById && description ? description : group }
}

/** The electrodes table; a table without rows where the file has none. */
export function readChannels(file: Hdf5File, probes: readonly Probe[]): ChannelTable {
  const table = DynamicTable.at(file, ELECTRODES)
  const ids = table && orTableLeftOut(file, table.path, () => table.ids())
  if (!table || !ids) return noChannels
  const numbers = (...columns: string[]) => firstColumn(table, columns, (one) => table.numbers(one))
  const texts = firstColumn(table, ['location', 'manual_structure_acronym'], (one) =>
    table.strings(one),
  )
  return {
    count: table.rowCount,
    ids,
    probeRows: readProbeRows(table, probes),
    valid: table.flags('valid_data'),
    areas: texts?.map(areaOf) ?? null,
    areaTexts: texts,
    localIndex: firstColumn(table, ['local_index', 'probe_channel_number'], (one) =>
      table.safeNumbers(one),
    ),
    verticalPosition: numbers('probe_vertical_position'),
    horizontalPosition: numbers('probe_horizontal_position'),
    anteriorPosterior: numbers('x', 'anterior_posterior_ccf_coordinate'),
    dorsalVentral: numbers('y', 'dorsal_ventral_ccf_coordinate'),
    leftRight: numbers('z', 'left_right_ccf_coordinate'),
    filtering: table.strings('filtering'),
  }
}

const noChannels: ChannelTable = {
  count: 0,
  ids: new Float64Array(0),
  probeRows: new Int32Array(0),
  valid: null,
  areas: null,
  areaTexts: null,
  localIndex: null,
  verticalPosition: null,
  horizontalPosition: null,
  anteriorPosterior: null,
  dorsalVentral: null,
  leftRight: null,
  filtering: null,
}

/**
 * The first of some columns that the table has; the first release of the Visual Coding
 * files names some differently.
 */
function firstColumn<Column>(
  table: DynamicTable,
  columns: readonly string[],
  read: (column: string) => Column | null | undefined,
): Column | null {
  const column = columns.find((one) => table.has(one))
  return column === undefined ? null : (read(column) ?? null)
}

/**
 * Row of each row's probe, by the first of the columns that names one; -1 where none does. By name
 * or id: a text, a number, or the object referred to.
 */
export function readProbeRows(table: DynamicTable, probes: readonly Probe[]): Int32Array {
  const rowOf = new Map<string, number>()
  for (const [row, probe] of probes.entries()) {
    for (const key of [probe.name, probe.id]) {
      if (!rowOf.has(key)) rowOf.set(key, row)
    }
  }
  const probeRows = new Int32Array(table.rowCount).fill(-1)
  for (const column of PROBE_COLUMNS) {
    if (!probeRows.includes(-1)) break
    const names = table.names(column)
    names?.forEach((name, row) => {
      if (probeRows[row] === -1) probeRows[row] = rowOf.get(name) ?? -1
    })
  }
  return probeRows
}

/**
 * Warn of rows whose electrode group is not one of the file's, and that nothing else gives a probe.
 */
export function warnOfAbsentGroups(
  file: Hdf5File,
  table: DynamicTable,
  probeRows: ArrayLike<number>,
): void {
  if (!Array.from(probeRows).includes(-1)) return
  const column = 'electrode_group'
  const absent = table.names(column)?.filter((name, row) => name !== '' && probeRows[row] === -1)
  const [first] = absent ?? []
  if (!absent || first === undefined) return
  const path = `${table.path}/${column}`
  const message = `${path} names groups that are not electrode groups of ${ELECTRODE_GROUPS}, such as ${JSON.stringify(first.slice(0, 40))}: ${absent.length === 1 ? '1 unit has' : `${absent.length} units have`} no probe because of this. Write the column again with groups that exist.`
  file.warn({ code: 'VALUES_LEFT_OUT', path, message })
}

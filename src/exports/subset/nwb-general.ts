import { parseWhole } from '../../domain/numeric/exact-numbers.ts'
import type { Probe, SessionTables, Subject } from '../../domain/session/session-tables.ts'
import { EXTENSION } from '../../nwb-writing/ecephys-extension.ts'
import type { DatasetValue } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import type { Column, NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import { groupPath } from './nwb-units.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** Of channels whose probe the file does not name. */
const NO_PROBE = 'unknown'

/** Who and what was recorded: subject, probes, channels. */
export function writeGeneral(nwb: NwbWriter, tables: SessionTables, notes: string): void {
  const { institution, lab, experimenters, sessionType, identifier, subject } = tables.metadata
  const { hdf5 } = nwb
  const texts = { institution, lab, stimulus: sessionType, session_id: identifier, notes }
  for (const [name, text] of Object.entries(texts)) {
    if (text !== null) hdf5.dataset(`/general/${name}`, text)
  }
  if (experimenters.length > 0) hdf5.dataset('/general/experimenter', experimenters)
  if (subject) writeSubject(nwb, subject)
  if (tables.channels.count > 0 || tables.probes.length > 0) writeProbes(nwb, tables)
}

/** Whether subject or probes are of the Allen Institute's types. */
export function needsExtension({ metadata: { subject }, probes }: SessionTables): boolean {
  const isSpecimen = subject !== null && subject.specimenName !== null
  return isSpecimen || probes.some((probe) => allenProbe(probe) !== null)
}

/** Numbers that make a probe one of the Allen Institute's; null: it has none. */
function allenProbe({ id, samplingRate }: Probe) {
  const number = parseWhole(id)
  if (number === null || samplingRate === null) return null
  return { probe_id: BigInt(number), sampling_rate: samplingRate }
}

function writeSubject(nwb: NwbWriter, subject: Subject): void {
  const { specimenName, ageInDays, strain, age, genotype, sex, species, id } = subject
  if (specimenName !== null) {
    nwb.object('/general/subject', [EXTENSION.name, 'EcephysSpecimen'], {
      age_in_days: ageInDays ?? Number.NaN,
      specimen_name: specimenName,
      strain: strain ?? '',
    })
  } else nwb.object('/general/subject', ['core', 'Subject'])
  const texts = {
    age,
    genotype,
    sex,
    species,
    subject_id: id,
    ...(specimenName === null ? { strain } : {}),
  }
  for (const [name, text] of Object.entries(texts)) {
    if (text) nwb.hdf5.dataset(`/general/subject/${name}`, text)
  }
}

function writeProbes(nwb: NwbWriter, tables: SessionTables): void {
  const { channels, probes } = tables
  const { hdf5 } = nwb
  hdf5.group('/general/devices')
  hdf5.group('/general/extracellular_ephys')
  for (const probe of probes) writeProbe(nwb, probe)
  if (channels.probeRows.some((row) => row < 0)) {
    writeProbe(nwb, {
      id: NO_PROBE,
      name: NO_PROBE,
      description: null,
      location: null,
      area: null,
      samplingRate: null,
      lfpSamplingRate: null,
      hasLfpData: null,
    })
  }
  if (channels.count > 0) writeElectrodes(nwb, tables)
}

/** As the Allen Institute's probes where the probe has a number for an id. */
function writeProbe(nwb: NwbWriter, probe: Probe): void {
  const { name, description, location, lfpSamplingRate, hasLfpData } = probe
  const ofAllen = allenProbe(probe)
  const device = `/general/devices/${name}`
  const texts = { description: description ?? 'no description', location: location ?? 'unknown' }
  if (ofAllen) {
    nwb.object(device, [EXTENSION.name, 'EcephysProbe'], ofAllen)
    nwb.object(groupPath(name), [EXTENSION.name, 'EcephysElectrodeGroup'], {
      ...texts,
      has_lfp_data: hasLfpData ?? false,
      lfp_sampling_rate: lfpSamplingRate ?? Number.NaN,
      probe_id: ofAllen.probe_id,
    })
  } else {
    nwb.object(device, ['core', 'Device'])
    nwb.object(groupPath(name), ['core', 'ElectrodeGroup'], texts)
  }
  nwb.hdf5.softLink(`${groupPath(name)}/device`, device)
}

function writeElectrodes(nwb: NwbWriter, { channels, probes }: SessionTables): void {
  const rows = Array.from({ length: channels.count }, (_, row) => row)
  const names = rows.map((row) => probes[channels.probeRows[row]]?.name ?? NO_PROBE)
  const numbers = (values: Float64Array | null) => values ?? new Float64Array(rows.length).fill(NaN)
  const texts = (values: readonly (string | null)[] | null, missing: string) =>
    rows.map((row) => values?.[row] ?? missing)
  const column = (name: string, description: string, value: DatasetValue): Column => ({
    name,
    description,
    value,
  })
  const optional = (name: string, description: string, values: Float64Array | null) =>
    values ? [column(name, description, values)] : []
  nwb.table('/general/extracellular_ephys/electrodes', {
    type: ['hdmf-common', 'DynamicTable'],
    description: 'metadata about extracellular electrodes',
    ids: wholeNumbers(rows.map((row) => channels.ids[row])),
    columns: [
      column('x', 'anterior-posterior position, in µm', numbers(channels.anteriorPosterior)),
      column('y', 'dorsal-ventral position, in µm', numbers(channels.dorsalVentral)),
      column('z', 'left-right position, in µm', numbers(channels.leftRight)),
      column('imp', 'impedance', numbers(null)),
      column('location', 'brain area; empty outside', texts(channels.areaTexts, '')),
      column('filtering', 'hardware filters', texts(channels.filtering, 'unknown')),
      column('group', 'electrode group', { kind: 'references', paths: names.map(groupPath) }),
      column('group_name', 'name of the electrode group', names),
      ...optional(
        'probe_vertical_position',
        'position along the probe, in µm',
        channels.verticalPosition,
      ),
      ...optional(
        'probe_horizontal_position',
        'position across the probe, in µm',
        channels.horizontalPosition,
      ),
      ...optional('local_index', 'number of the channel on its probe', channels.localIndex),
      ...(channels.valid
        ? [
            column('valid_data', 'whether the data of the channel are usable', {
              kind: 'booleans',
              values: Int8Array.from(channels.valid),
            }),
          ]
        : []),
    ],
  })
}

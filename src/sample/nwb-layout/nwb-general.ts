import { EXTENSION } from '../../nwb-writing/ecephys-extension.ts'
import { type DatasetValue, int64 } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import type { NwbWriter } from '../../nwb-writing/nwb-writer.ts'
import type { Channel } from '../animal/anatomy.ts'
import type { Recording } from '../recording.ts'

const LFP_SAMPLING_RATE = 1250
const FILTERING = 'AP band: 500 Hz high-pass; LFP band: 1000 Hz low-pass'

/** Who and what was recorded: subject, probes, channels. */
export function writeGeneral(nwb: NwbWriter, recording: Recording): void {
  const { hdf5 } = nwb
  hdf5.dataset('/general/institution', 'SpikeQL (synthetic data)')
  hdf5.dataset('/general/session_id', String(recording.id))
  hdf5.dataset('/general/stimulus', recording.sessionType)
  writeSubject(nwb, recording)
  hdf5.group('/general/devices')
  hdf5.group('/general/extracellular_ephys')
  for (const { id, name, samplingRate, hasLfpData } of recording.probes) {
    const device = `/general/devices/${name}`
    nwb.object(device, [EXTENSION.name, 'EcephysProbe'], {
      probe_id: BigInt(id),
      sampling_rate: samplingRate,
    })
    const group = `/general/extracellular_ephys/${name}`
    nwb.object(group, [EXTENSION.name, 'EcephysElectrodeGroup'], {
      description: 'Ecephys Electrode Group',
      has_lfp_data: hasLfpData,
      lfp_sampling_rate: LFP_SAMPLING_RATE,
      location: 'See electrode locations',
      probe_id: BigInt(id),
    })
    hdf5.softLink(`${group}/device`, device)
  }
  writeElectrodes(nwb, recording)
}

function writeSubject(nwb: NwbWriter, { subject }: Recording): void {
  nwb.object('/general/subject', [EXTENSION.name, 'EcephysSpecimen'], {
    age_in_days: subject.ageInDays,
    specimen_name: subject.specimenName,
    strain: 'C57BL/6J',
  })
  const values = {
    age: `P${subject.ageInDays}D`,
    genotype: subject.genotype,
    sex: subject.sex,
    species: 'Mus musculus',
    subject_id: subject.subjectId,
  }
  for (const [name, value] of Object.entries(values)) {
    nwb.hdf5.dataset(`/general/subject/${name}`, value)
  }
}

function writeElectrodes(nwb: NwbWriter, { channels, probes }: Recording): void {
  const numbers = (value: (channel: Channel) => number) => Float64Array.from(channels, value)
  const integers = (value: (channel: Channel) => number) => int64(channels.map(value))
  const groupOf = ({ probe }: Channel) => `/general/extracellular_ephys/${probes[probe].name}`
  const columns: readonly (readonly [string, string, DatasetValue])[] = [
    ['x', 'anterior-posterior position of the channel', numbers(({ position }) => position[0])],
    ['y', 'dorsal-ventral position of the channel', numbers(({ position }) => position[1])],
    ['z', 'left-right position of the channel', numbers(({ position }) => position[2])],
    ['imp', 'impedance of the channel', numbers(() => Number.NaN)],
    ['location', 'brain area of the channel; empty outside', channels.map(({ area }) => area)],
    ['filtering', 'hardware filters of the channel', channels.map(() => FILTERING)],
    [
      'group',
      'the electrode group of the channel',
      { kind: 'references', paths: channels.map(groupOf) },
    ],
    [
      'group_name',
      'name of the electrode group of the channel',
      channels.map(({ probe }) => probes[probe].name),
    ],
    [
      'probe_vertical_position',
      'position along the probe, in micrometres',
      integers(({ verticalPosition }) => verticalPosition),
    ],
    [
      'probe_horizontal_position',
      'position across the probe, in micrometres',
      integers(({ horizontalPosition }) => horizontalPosition),
    ],
    ['probe_id', 'id of the probe', integers(({ probe }) => probes[probe].id)],
    ['local_index', 'number of the channel on its probe', integers(({ localIndex }) => localIndex)],
    [
      'valid_data',
      'whether the data of the channel are usable',
      { kind: 'booleans', values: Int8Array.from(channels, ({ isValid }) => (isValid ? 1 : 0)) },
    ],
  ]
  nwb.table('/general/extracellular_ephys/electrodes', {
    type: ['hdmf-common', 'DynamicTable'],
    description: 'metadata about extracellular electrodes',
    ids: integers(({ id }) => id),
    columns: columns.map(([name, description, value]) => ({ name, description, value })),
  })
}

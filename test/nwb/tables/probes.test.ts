import { join } from 'node:path'
import type { Group, File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const EPHYS = 'general/extracellular_ephys'

async function tablesOf(edit: (file: H5File, units: Group) => void) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    bare: true,
    units: [
      { id: 1, spikes: [1] },
      { id: 2, spikes: [2] },
    ],
    peakChannel: 'none',
    edit,
  })
  const file = await SessionFile.open(path)
  try {
    return file.tables()
  } finally {
    file.close()
  }
}

function addGroup(file: H5File, name: string, type: string | null, location?: string): void {
  const group = groupAt(file, `${EPHYS}/${name}`)
  if (type) group.create_attribute('neurodata_type', type)
  if (location) group.create_attribute('location', location)
}

const references = (file: H5File, names: readonly string[]) =>
  names.map((name) => (file.get(`${EPHYS}/${name}`) as Group).create_reference())

describe('probes', () => {
  test('are groups of electrodes, of whatever extension; not other groups beside them', async () => {
    const { probes } = await tablesOf((file) => {
      addGroup(file, 'imec0', 'ElectrodeGroup')
      addGroup(file, 'imec1', 'NwbElectrodeGroup')
      addGroup(file, 'calibration', null)
      addGroup(file, 'filters', 'DynamicTable')
    })
    expect(probes.map(({ name }) => name)).toEqual(['imec0', 'imec1'])
  })

  test('are also groups without a type that electrodes name', async () => {
    const { probes, channels } = await tablesOf((file) => {
      addGroup(file, 'shank', null)
      addGroup(file, 'calibration', null)
      const table = groupAt(file, `${EPHYS}/electrodes`)
      table.create_dataset({ name: 'id', data: [0, 1], dtype: '<i' })
      table.create_dataset({ name: 'group_name', data: ['shank', 'shank'] })
    })
    expect(probes.map(({ name }) => name)).toEqual(['shank'])
    expect([...channels.probeRows]).toEqual([0, 0])
  })
})

describe('a probe', () => {
  async function probesOf(edit: (file: H5File) => void) {
    return (await tablesOf(edit)).probes
  }

  test('is named by the group, or, where that is its id, by the description', async () => {
    const describe = (file: H5File, name: string, description: string) => {
      addGroup(file, name, 'ElectrodeGroup')
      groupAt(file, `${EPHYS}/${name}`).create_attribute('description', description)
    }
    const probes = await probesOf((file) => {
      describe(file, '17', 'probeA')
      describe(file, '18', 'probe of A')
      describe(file, '19', 'probeC')
      groupAt(file, `${EPHYS}/19`).create_attribute('probe_id', '5')
      describe(file, 'imec0', 'probeD')
      addGroup(file, '20', 'ElectrodeGroup')
    })
    expect(probes.map(({ id, name, description }) => [id, name, description])).toEqual([
      ['17', 'probeA', 'probeA'],
      ['18', '18', 'probe of A'],
      ['5', '19', 'probeC'],
      ['20', '20', null],
      ['imec0', 'imec0', 'probeD'],
    ])
  })

  test('has the rates of its device, or else its own, and says whether it has LFP', async () => {
    const add = (file: H5File, name: string, rate: number | null, hasLfp: string | null) => {
      addGroup(file, name, 'ElectrodeGroup')
      const group = groupAt(file, `${EPHYS}/${name}`)
      if (rate !== null) group.create_attribute('sampling_rate', rate, null, '<d')
      if (hasLfp !== null) group.create_attribute('has_lfp_data', hasLfp)
    }
    const probes = await probesOf((file) => {
      add(file, 'a', 30000, 'True')
      const device = groupAt(file, `${EPHYS}/a/device`)
      device.create_attribute('sampling_rate', 29999.5, null, '<d')
      add(file, 'b', 30000, '1')
      add(file, 'c', null, '0')
      add(file, 'd', Number.NaN, null)
      groupAt(file, `${EPHYS}/d`).create_attribute('lfp_sampling_rate', 1250, null, '<d')
    })
    expect(probes.map(({ samplingRate, hasLfpData }) => [samplingRate, hasLfpData])).toEqual([
      [29999.5, true],
      [30000, true],
      [null, false],
      [null, null],
    ])
    expect(probes.map(({ lfpSamplingRate }) => lfpSamplingRate)).toEqual([null, null, null, 1250])
  })

  test('is also a group that says its id, or that only units name', async () => {
    const { probes, units } = await tablesOf((file, table) => {
      addGroup(file, 'named', null)
      addGroup(file, 'numbered', null)
      groupAt(file, `${EPHYS}/numbered`).create_attribute('probe_id', '5')
      addGroup(file, 'other', null)
      file.create_dataset({ name: `${EPHYS}/note`, data: [1] })
      table.create_dataset({ name: 'electrode_group', data: ['named', '5'] })
    })
    expect(probes.map(({ name }) => name)).toEqual(['named', 'numbered'])
    expect([...units.probeRows]).toEqual([0, 1])
  })
})

describe('the probe of a row', () => {
  test('is the first that has its name or id, by the first column that names one', async () => {
    const { channels } = await tablesOf((file) => {
      for (const name of ['imec0', 'imec1', 'imec2']) addGroup(file, name, 'ElectrodeGroup')
      for (const name of ['imec1', 'imec2']) {
        groupAt(file, `${EPHYS}/${name}`).create_attribute('probe_id', '5')
      }
      const table = groupAt(file, `${EPHYS}/electrodes`)
      table.create_dataset({ name: 'id', data: [0, 1, 2, 3], dtype: '<i' })
      table.create_dataset({ name: 'group_name', data: ['imec2', '', '5', 'gone'] })
      table.create_dataset({ name: 'group', data: ['imec0', 'imec0', 'imec0', 'gone'] })
    })
    expect([...channels.probeRows]).toEqual([2, 0, 1, -1])
  })

  test('is missing where a unit names an absent group, with a warning that shows the name', async () => {
    const path = await writeNwb(join(folder, 'absent.nwb'), {
      bare: true,
      units: [1, 2, 3].map((id) => ({ id, spikes: [id] })),
      peakChannel: 'none',
      edit(file, table) {
        addGroup(file, 'imec0', 'ElectrodeGroup')
        const data = ['imec0', 'x'.repeat(50), 'imec9']
        table.create_dataset({ name: 'electrode_group', data })
      },
    })
    const file = await SessionFile.open(path)
    expect([...file.tables().units.probeRows]).toEqual([0, -1, -1])
    expect(file.load('warnings').map(({ message }) => message)).toEqual([
      `/units/electrode_group names groups that are not electrode groups of /general/extracellular_ephys, such as "${'x'.repeat(40)}": 2 units have no probe because of this. Write the column again with groups that exist.`,
    ])
    file.close()
  })
})

describe('units without electrodes', () => {
  test('lie on the probe that they refer to, where it is said to be', async () => {
    const { units } = await tablesOf((file, table) => {
      addGroup(file, 'imec0', 'ElectrodeGroup', 'area: MOs; hemisphere: left')
      addGroup(file, 'imec1', 'ElectrodeGroup', 'DG')
      table.create_dataset({ name: 'electrode_group', data: references(file, ['imec1', 'imec0']) })
    })
    expect([...units.probeRows]).toEqual([1, 0])
    expect(units.areas).toEqual(['DG', 'MOs'])
    expect(units.areaTexts).toEqual(['DG', 'area: MOs; hemisphere: left'])
    expect(units.areaSources).toEqual(['ELECTRODE_GROUP', 'ELECTRODE_GROUP'])
  })

  test('lie where all electrodes of that probe do, also where these name it by references', async () => {
    const { units, channels } = await tablesOf((file, table) => {
      addGroup(file, 'imec0', 'ElectrodeGroup', 'somewhere')
      const electrodes = groupAt(file, `${EPHYS}/electrodes`)
      electrodes.create_dataset({ name: 'id', data: [5, 6], dtype: '<i' })
      electrodes.create_dataset({ name: 'group_name', data: references(file, ['imec0', 'imec0']) })
      electrodes.create_dataset({ name: 'location', data: ['CA3', 'CA3'] })
      table.create_dataset({ name: 'electrode_group', data: references(file, ['imec0', 'imec0']) })
    })
    expect([...channels.probeRows]).toEqual([0, 0])
    expect(units.areas).toEqual(['CA3', 'CA3'])
  })

  test('lie where they say themselves', async () => {
    const { units } = await tablesOf((_file, table) => {
      table.create_dataset({ name: 'location', data: ['CA1', ''] })
    })
    expect(units.areas).toEqual(['CA1', null])
    expect(units.areaSources).toEqual(['UNIT_LOCATION', null])
  })
})

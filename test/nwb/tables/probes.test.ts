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

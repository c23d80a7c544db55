import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FolderCatalog } from '../../../../src/catalog/folder/folder-catalog.ts'
import { OwnThread } from '../../../../src/readers/inline-reader.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { execute } from '../../execute.ts'

// A laboratory that names no electrodes of its units, but where each lies; its electrodes
// name several facts in one text.
const folder = temporaryFolder()
let catalog: FolderCatalog

beforeAll(async () => {
  await writeNwb(join(folder, 'own.nwb'), {
    identifier: 'own',
    bare: true,
    units: [
      { id: 1, spikes: [0.5, 1.5] },
      { id: 2, spikes: [0.25] },
      { id: 3, spikes: [1.25] },
    ],
    peakChannel: 'none',
    edit(file, units) {
      const electrodes = groupAt(file, 'general/extracellular_ephys/electrodes')
      electrodes.create_dataset({ name: 'id', data: [0, 1], dtype: '<i' })
      electrodes.create_dataset({
        name: 'location',
        data: ['brain_region: ALM; hemisphere: left', 'brain_region: vM1; hemisphere: left'],
      })
      units.create_dataset({ name: 'location', data: ['HPF', '', 'brain_region: ALM; depth: 780'] })
    },
  })
  catalog = new FolderCatalog([folder], new OwnThread(), { rescanSeconds: 0 })
})

afterAll(() => catalog.close())

const sendQuery = async (fields: string) => {
  const { data, errors } = await execute(catalog, `{ session(id: "own") { ${fields} } }`)
  expect(errors).toEqual([])
  return data.session
}

test('units have the areas that they name themselves, and all pass the default filter', async () => {
  const session = await sendQuery(
    'passingUnitCount units { nodes { unitId area areaSource location } } recordedAreas',
  )
  expect(session).toEqual({
    passingUnitCount: 3,
    units: {
      nodes: [
        { unitId: '1', area: 'HPF', areaSource: 'UNIT_LOCATION', location: 'HPF' },
        { unitId: '2', area: null, areaSource: null, location: null },
        {
          unitId: '3',
          area: 'ALM',
          areaSource: 'UNIT_LOCATION',
          location: 'brain_region: ALM; depth: 780',
        },
      ],
    },
    recordedAreas: ['ALM', 'vM1', 'HPF'],
  })
})

test('areas, filters and matrices go by these', async () => {
  const session = await sendQuery(`
    areas { acronym unitCount channelCount }
    units(where: { areas: ["ALM"] }) { nodes { unitId } }
    binnedActivity(start: 0, stop: 2, binSize: 1, areas: ["HPF", "ALM"]) { unitIds counts }
    channels { nodes { channelId area location } }`)
  expect(session).toEqual({
    areas: [
      { acronym: 'ALM', unitCount: 1, channelCount: 1 },
      { acronym: 'vM1', unitCount: 0, channelCount: 1 },
      { acronym: 'HPF', unitCount: 1, channelCount: 0 },
    ],
    units: { nodes: [{ unitId: '3' }] },
    binnedActivity: [
      { unitIds: ['1'], counts: [[1], [1]] },
      { unitIds: ['3'], counts: [[0], [1]] },
    ],
    channels: {
      nodes: [
        { channelId: '0', area: 'ALM', location: 'brain_region: ALM; hemisphere: left' },
        { channelId: '1', area: 'vM1', location: 'brain_region: vM1; hemisphere: left' },
      ],
    },
  })
})

test('a session is found by an area that only a unit names', async () => {
  const query = '{ sessions(where: { areas: ["HPF", "ALM"] }) { nodes { id } } }'
  expect((await execute(catalog, query)).data.sessions.nodes).toEqual([{ id: 'own' }])
})

import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { beforeAll, expect, test } from 'vitest'
import { sdkUnitFilter } from '../../src/domain/defaults.ts'
import type { SessionTables } from '../../src/domain/session/session-tables.ts'
import { selectUnits } from '../../src/domain/units/unit-filter.ts'
import { SessionFile } from '../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()
const EPHYS = 'general/extracellular_ephys'

/**
 * As the Allen Institute laid out its Visual Coding files in 2019; the groups of the
 * probes are named by their ids.
 */
function asIn2019(file: H5File): void {
  const metadata = groupAt(file, 'general/metadata')
  metadata.create_attribute('neurodata_type', 'EcephysLabMetaData')
  metadata.create_attribute('stimulus_name', 'brain_observatory_1.1')
  metadata.create_attribute('specimen_name', 'Vip-IRES-Cre;Ai32-1')
  metadata.create_attribute('full_genotype', 'Vip-IRES-Cre/wt')
  metadata.create_attribute('sex', 'F')
  metadata.create_attribute('age_in_days', 117, null, '<d')
  for (const [id, name] of [
    ['760640083', 'probeC'],
    ['760640087', 'probeA'],
  ] as const) {
    const group = groupAt(file, `${EPHYS}/${id}`)
    group.create_attribute('neurodata_type', 'EcephysProbe')
    group.create_attribute('description', name)
    group.create_attribute('location', 'See electrode locations')
    group.create_attribute('sampling_rate', 29999.95, null, '<d')
    group.create_attribute('lfp_sampling_rate', 1249.99, null, '<d')
  }
  const electrodes = groupAt(file, `${EPHYS}/electrodes`)
  const column = (name: string, data: number[], dtype: '<q' | '<d') =>
    electrodes.create_dataset({ name, data, dtype })
  column('id', [850, 851], '<q')
  column('probe_id', [760640087, 760640083], '<q')
  electrodes.create_dataset({ name: 'group', data: ['an EcephysProbe', 'an EcephysProbe'] })
  electrodes.create_dataset({ name: 'manual_structure_acronym', data: ['VISp', 'CA1'] })
  column('anterior_posterior_ccf_coordinate', [8000, 8100], '<d')
  column('dorsal_ventral_ccf_coordinate', [900, 1900], '<d')
  column('left_right_ccf_coordinate', [7000, 7100], '<d')
}

let tables: SessionTables

beforeAll(async () => {
  const path = await writeNwb(join(folder, '2019.nwb'), {
    nwbVersion: '2.0b',
    identifier: '760693773',
    bare: true,
    units: [
      { id: 1, spikes: [1], electrode: 1 },
      { id: 2, spikes: [2], electrode: 0 },
    ],
    edit: asIn2019,
  })
  const file = await SessionFile.open(path)
  tables = file.tables()
  expect(file.load('warnings')).toEqual([])
  file.close()
})

test('type, subject and genotype are attributes of the metadata', () => {
  expect(tables.metadata).toMatchObject({
    sessionType: 'brain_observatory_1.1',
    subject: {
      specimenName: 'Vip-IRES-Cre;Ai32-1',
      genotype: 'Vip-IRES-Cre/wt',
      sex: 'F',
      ageInDays: 117,
    },
  })
})

test('probes have the names that describe their groups, and their ids', () => {
  expect(tables.probes).toMatchObject([
    { id: '760640083', name: 'probeC', samplingRate: 29999.95, lfpSamplingRate: 1249.99 },
    { id: '760640087', name: 'probeA', samplingRate: 29999.95, lfpSamplingRate: 1249.99 },
  ])
})

test('channels belong to their probes by id, with areas and coordinates', () => {
  expect([...tables.channels.probeRows]).toEqual([1, 0])
  expect(tables.channels.areas).toEqual(['VISp', 'CA1'])
  expect(tables.channels.anteriorPosterior).toEqual(Float64Array.of(8000, 8100))
  expect(tables.channels.dorsalVentral).toEqual(Float64Array.of(900, 1900))
  expect(tables.channels.leftRight).toEqual(Float64Array.of(7000, 7100))
})

test('units pass the default filter, in order of the names of the probes', () => {
  expect(tables.units.areas).toEqual(['CA1', 'VISp'])
  expect([...selectUnits(tables, sdkUnitFilter)]).toEqual([1, 0])
})

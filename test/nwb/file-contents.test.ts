import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { expect, test } from 'vitest'
import { LocalFile } from '../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../src/hdf5/hdf5-file.ts'
import { fileContents } from '../../src/nwb/file-contents.ts'
import { groupAt, temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

async function contentsOf(edit: (file: H5File) => void, mostGroups?: number) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), { edit })
  const file = await Hdf5File.open(new LocalFile(path))
  try {
    return fileContents(file, mostGroups)
  } finally {
    file.close()
  }
}

function addTyped(file: H5File, path: string, type: string): void {
  groupAt(file, path).create_attribute('neurodata_type', type)
}

function addUnits(file: H5File, path: string): void {
  groupAt(file, path).create_dataset({ name: 'spike_times', data: [1, 2] })
}

test('counts what every folder of a file holds, by kind, and says what is sortable', async () => {
  const contents = await contentsOf((file) => {
    addTyped(file, 'acquisition/raw', 'ElectricalSeries')
    addTyped(file, 'acquisition/events', 'SpikeEventSeries')
    addTyped(file, 'processing/ophys', 'ProcessingModule')
    addTyped(file, 'processing/ophys/dff', 'DfOverF')
    addTyped(file, 'processing/ophys/dff/cells', 'RoiResponseSeries')
    addTyped(file, 'analysis/lfp', 'LFP')
    addTyped(file, 'stimulus/presentation/light', 'OptogeneticSeries')
    addTyped(file, 'intervals/trials', 'TimeIntervals')
    addTyped(file, 'intervals/cues', 'TimeIntervals')
    addTyped(file, 'scratch/notes', 'AnnotationSeries')
    addTyped(file, 'general/devices', 'TimeSeries')
  })
  expect(contents).toEqual({
    summary:
      'optical recordings (1 RoiResponseSeries, 1 DfOverF), local field potentials (1 LFP), extracellular recordings that are not spike-sorted (1 ElectricalSeries, 1 SpikeEventSeries), stimulation and images (1 OptogeneticSeries), intervals (2 TimeIntervals), other time series (1 AnnotationSeries)',
    isSortable: true,
    unitsElsewhere: [],
  })
})

test.each([
  ['ElectricalSeries', true],
  ['SpikeEventSeries', true],
  ['LFP', false],
])('takes a file of %s alone for sortable: %s', async (type, isSortable) => {
  const contents = await contentsOf((file) => addTyped(file, 'acquisition/raw', type))
  expect(contents.isSortable).toBe(isSortable)
})

test('looks five groups deep into a folder', async () => {
  const { summary, unitsElsewhere } = await contentsOf((file) => {
    addUnits(file, 'processing/1/2/3/4/5')
    addUnits(file, 'processing/1/2/3/4/5/6')
    addTyped(file, 'analysis/1/2/3/4/5', 'LFP')
    addTyped(file, 'analysis/1/2/3/4/5/6', 'TimeSeries')
    addUnits(file, 'scratch')
  })
  expect(unitsElsewhere).toEqual(['/processing/1/2/3/4/5', '/scratch'])
  expect(summary).toBe('local field potentials (1 LFP)')
})

test('looks at no more groups than it may, the folders and links in circles among them', async () => {
  const { summary } = await contentsOf((file) => {
    addTyped(file, 'acquisition', 'TimeSeries')
    file.create_soft_link('/acquisition', 'acquisition/again')
    file.create_soft_link('/acquisition', 'acquisition/also')
    addTyped(file, 'scratch', 'LFP')
  }, 7)
  expect(summary).toBe('other time series (7 TimeSeries)')
})

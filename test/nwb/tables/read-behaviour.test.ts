import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { expect, test } from 'vitest'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { groupAt, temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { writeTable } from '../../support/recordings/write-table.ts'

const folder = temporaryFolder()
const RIG = 'processing/eye_tracking_rig_metadata/eye_tracking_rig_metadata'

async function read(edit: (file: H5File) => void) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), { edit })
  const file = await SessionFile.open(path)
  try {
    return { ...file.tables(), warnings: file.load('warnings') }
  } finally {
    file.close()
  }
}

test('the rig is where monitor, camera and light stood, as far as it is written', async () => {
  const { rig, warnings } = await read((file) => {
    const group = groupAt(file, RIG)
    group.create_attribute('equipment', 'NP.1')
    group.create_dataset({ name: 'monitor_position', data: [170, 10, -20] })
    group.create_dataset({ name: 'monitor_rotation', data: [1, 2, 3], dtype: '<i' })
    group.create_dataset({ name: 'camera_position', data: [130, 0] })
    group.create_dataset({ name: 'camera_rotation', data: [1, 2, 3, 4] })
    group.create_group('led_position')
  })
  expect(rig).toEqual({
    equipmentName: 'NP.1',
    monitorPosition: { x: 170, y: 10, z: -20 },
    monitorRotation: { x: 1, y: 2, z: 3 },
    cameraPosition: null,
    cameraRotation: null,
    ledPosition: null,
  })
  expect(warnings).toEqual([])
})

test('a file without a rig and light pulses has neither', async () => {
  const { rig, optogeneticEpochs } = await read(() => {})
  expect(rig).toBeNull()
  expect(optogeneticEpochs).toBeNull()
})

test('light pulses have what their table says, and else last from start to stop', async () => {
  const { optogeneticEpochs } = await read(
    (file) =>
      void writeTable(file, '/processing/optotagging/optogenetic_stimuluation', 2, {
        start_time: [10, 20],
        stop_time: [10.5, 20.25],
        condition: ['a pulse', ''],
        level: [1.5, 2],
        stimulus_name: ['', 'pulse'],
      }),
  )
  expect(optogeneticEpochs).toEqual([
    {
      id: 0,
      startTime: 10,
      stopTime: 10.5,
      condition: 'a pulse',
      level: 1.5,
      stimulusName: null,
      duration: 0.5,
    },
    {
      id: 1,
      startTime: 20,
      stopTime: 20.25,
      condition: null,
      level: 2,
      stimulusName: 'pulse',
      duration: 0.25,
    },
  ])
})

test('light pulses last as long as their table says', async () => {
  const { optogeneticEpochs } = await read(
    (file) =>
      void writeTable(file, '/processing/optotagging/optogenetic_stimulation', 1, {
        start_time: [10],
        stop_time: [11],
        duration: [0.75],
      }),
  )
  expect(optogeneticEpochs).toMatchObject([{ stopTime: 11, duration: 0.75 }])
})

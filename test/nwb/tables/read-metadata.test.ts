import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { expect, test } from 'vitest'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

async function metadataOf(name: string, edit: (file: H5File) => void) {
  const file = await SessionFile.open(await writeNwb(join(folder, name), { edit }))
  const { metadata } = file.tables()
  file.close()
  return metadata
}

const text = (file: H5File, name: string, data: string) => file.create_dataset({ name, data })

test('the clock starts at timestamps_reference_time, where the file has one', async () => {
  const started = '2023-11-12T13:14:15-05:00'
  const zero = '2023-11-12T09:00:00-05:00'
  const both = await metadataOf('zero.nwb', (file) => {
    text(file, 'session_start_time', started)
    text(file, 'timestamps_reference_time', zero)
  })
  expect(both.startTime).toBe(zero)
  const one = await metadataOf('start.nwb', (file) => {
    text(file, 'session_start_time', started)
  })
  expect(one.startTime).toBe(started)
})

test('a number is no moment: where the clock starts is then not known, with a warning', async () => {
  const file = await SessionFile.open(
    await writeNwb(join(folder, 'number.nwb'), {
      edit: (h5) => {
        h5.create_dataset({ name: 'timestamps_reference_time', data: [1_560_000_000] })
        text(h5, 'session_start_time', '2023-11-12T13:14:15-05:00')
      },
    }),
  )
  expect(file.tables().metadata.startTime).toBeNull()
  expect(file.load('warnings')).toMatchObject([
    {
      code: 'COLUMN_LEFT_OUT',
      path: '/timestamps_reference_time',
      message: expect.stringContaining('where a date and time in ISO 8601 is expected'),
    },
  ])
  file.close()
})

test('a group is no moment either', async () => {
  const file = await SessionFile.open(
    await writeNwb(join(folder, 'group.nwb'), {
      edit: (h5) => {
        h5.create_group('timestamps_reference_time')
        text(h5, 'session_start_time', '2023-11-12T13:14:15-05:00')
      },
    }),
  )
  expect(file.tables().metadata.startTime).toBeNull()
  expect(file.load('warnings')[0]?.message).toContain('/timestamps_reference_time is a group where')
  file.close()
})

test('an age of weeks, days and hours is told in days', async () => {
  const { subject } = await metadataOf('age.nwb', (file) => {
    file.create_group('general/subject').create_dataset({ name: 'age', data: 'P12WT12H' })
  })
  expect(subject).toMatchObject({ age: 'P12WT12H', ageInDays: 84.5 })
})

test('a version with the prefix of NWB 1 is served where it is one of NWB 2', async () => {
  const path = await writeNwb(join(folder, 'prefix.nwb'), { nwbVersion: 'NWB-2.1.0' })
  const file = await SessionFile.open(path)
  expect(file.tables().metadata.nwbVersion).toBe('2.1.0')
  file.close()
})

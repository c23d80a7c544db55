import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import {
  groupAt,
  type TestRecording,
  temporaryFolder,
  writeNwb,
} from '../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

async function read(recording: TestRecording) {
  const file = await SessionFile.open(
    await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), recording),
  )
  try {
    const warnings = file
      .load('warnings')
      .map(({ code, path, message }) => `${code} ${path} ${message}`)
    return { tables: file.tables(), warnings }
  } finally {
    file.close()
  }
}

const cure = 'It is not served. Write it again with pynwb or MatNWB.'

describe('where a column is meant', () => {
  test('a group is left out with a warning, and its limit drops every unit', async () => {
    const { tables, warnings } = await read({
      edit: (_, units) => void units.create_group('snr'),
    })
    expect(tables.units.metrics.snr).toEqual(Float64Array.of(Number.NaN))
    expect(warnings).toEqual([
      `COLUMN_LEFT_OUT /units/snr /units/snr is a group where a column is expected. ${cure}`,
    ])
  })

  test('a link that leads nowhere is left out with a warning', async () => {
    const { warnings } = await read({
      intervals: { cues: { start: [1], stop: [2] } },
      edit: (file) => {
        file.create_soft_link('/nowhere', '/units/location')
        file.create_soft_link('/nowhere', '/intervals/cues/level')
      },
    })
    expect(warnings).toEqual([
      `COLUMN_LEFT_OUT /intervals/cues/level /intervals/cues/level is a dangling link where a column is expected. ${cure}`,
      `COLUMN_LEFT_OUT /units/location /units/location is a dangling link where a column is expected. ${cure}`,
    ])
  })
})

test('what is not a group among the tables of intervals is left out with a warning', async () => {
  const { tables, warnings } = await read({
    intervals: { cues: { start: [1], stop: [2] } },
    edit: (file) => {
      file.create_dataset({ name: 'intervals/note', data: [1] })
      file.create_soft_link('/nowhere', '/intervals/gone')
    },
  })
  expect(tables.epochs).toMatchObject([{ stimulusName: 'cues' }])
  expect(warnings).toEqual([
    expect.stringMatching(/^TABLE_LEFT_OUT \/intervals\/gone .* dangling link/),
    expect.stringMatching(/^TABLE_LEFT_OUT \/intervals\/note .* is a dataset/),
  ])
})

test('units that lie elsewhere, too, are left out with a warning', async () => {
  const { tables, warnings } = await read({
    edit: (file) => {
      const other = groupAt(file, 'processing/ecephys/curated')
      other.create_dataset({ name: 'id', data: [1, 2], dtype: '<i' })
      other.create_dataset({ name: 'spike_times', data: [1, 2] })
      other.create_dataset({ name: 'spike_times_index', data: [1, 2], dtype: '<i' })
    },
  })
  expect(tables.units.count).toBe(1)
  expect(warnings).toEqual([
    'TABLE_LEFT_OUT /processing/ecephys/curated /processing/ecephys/curated also holds units, but only those in /units are served. To have these served, write them to a separate file as /units.',
  ])
})

test('a unit of an electrode group that the file lacks has no probe, with a warning', async () => {
  const { tables, warnings } = await read({
    peakChannel: 'none',
    units: [
      { id: 1, spikes: [1] },
      { id: 2, spikes: [2] },
      { id: 3, spikes: [3] },
    ],
    edit: (_, units) =>
      void units.create_dataset({ name: 'electrode_group', data: ['probeA', 'probeX', ''] }),
  })
  expect([...tables.units.probeRows]).toEqual([0, -1, -1])
  expect(warnings).toEqual([
    'VALUES_LEFT_OUT /units/electrode_group /units/electrode_group names groups that are not electrode groups of /general/extracellular_ephys, such as "probeX": 1 unit has no probe because of this. Write the column again with groups that exist.',
  ])
})

test('mean waveforms that are not numbers are left out with a warning', async () => {
  const { tables, warnings } = await read({
    edit: (_, units) =>
      void units.create_dataset({ name: 'waveform_mean', data: ['a', 'b'], shape: [1, 2] }),
  })
  expect(tables.units.waveforms).toBeNull()
  expect(warnings).toEqual([
    `COLUMN_LEFT_OUT /units/waveform_mean /units/waveform_mean holds texts where numbers are expected. ${cure}`,
  ])
})

test('a number that is missing where a text is meant is an empty text', async () => {
  const { tables } = await read({
    edit: (_, units) =>
      void units.create_dataset({ name: 'location', data: [Number.NaN], dtype: '<d' }),
    intervals: {
      tones: { start: [4], stop: [5], columns: { stimulus_name: [Number.NaN] } },
    },
  })
  expect(tables.units.areas).toEqual(['VISp'])
  expect(tables.epochs.map(({ stimulusName }) => stimulusName)).toEqual(['spontaneous'])
})

test('invalid times whose starts cannot be read are a table that is left out', async () => {
  const { tables, warnings } = await read({
    edit: (file) => {
      const table = groupAt(file, 'intervals/invalid_times')
      table.create_dataset({ name: 'id', data: [0], dtype: '<i' })
      table.create_dataset({ name: 'start_time', data: [1, 2], shape: [1, 2] })
      table.create_dataset({ name: 'stop_time', data: [3] })
    },
  })
  expect(tables.invalidTimes).toEqual([])
  expect(warnings).toEqual([
    'TABLE_LEFT_OUT /intervals/invalid_times /intervals/invalid_times/start_time holds 2 values per row where one is expected. The table /intervals/invalid_times is not served. Write it again with pynwb or MatNWB.',
  ])
})

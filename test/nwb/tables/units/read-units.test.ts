import { join } from 'node:path'
import type { Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import {
  FIRST_ELECTRODE_ID,
  type TestRecording,
  temporaryFolder,
  writeNwb,
} from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

/** The units of a file, and its warnings; how a unit names its electrode is left to `edit`. */
async function read(count: number, edit: (units: Group) => void, recording: TestRecording = {}) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    units: Array.from({ length: count }, (_, id) => ({ id, spikes: [1] })),
    peakChannel: 'none',
    locations: ['VISp', 'CA1'],
    ...recording,
    edit: (_, table) => edit(table),
  })
  const file = await SessionFile.open(path)
  try {
    return {
      units: file.tables().units,
      warnings: file.load('warnings').map(({ code, message }) => `${code} ${message}`),
    }
  } finally {
    file.close()
  }
}

const column = (units: Group, name: string, data: number[]) =>
  units.create_dataset({ name, data, dtype: '<i' })

const cure = 'Write the column again with channels that exist.'
const first = FIRST_ELECTRODE_ID

describe('the channel of a unit', () => {
  test('is that of its peak channel, else the first of its electrodes', async () => {
    const { units, warnings } = await read(6, (table) => {
      column(table, 'peak_channel_id', [first, first + 1, -1, -1, 7, 0])
      column(table, 'electrodes', [1, 0, 1, -1, 1, -1])
    })
    expect([...units.channelRows]).toEqual([0, 1, 1, -1, 1, -1])
    expect(units.areas).toEqual(['VISp', 'CA1', 'CA1', null, 'CA1', null])
    const [channel, nothing] = ['PEAK_CHANNEL', null]
    expect(units.areaSources).toEqual([channel, channel, channel, nothing, channel, channel])
    expect(warnings).toEqual([
      expect.stringMatching(
        /^VALUES_LEFT_OUT .units.peak_channel_id names channels that are not in/,
      ),
    ])
  })

  test('is absent where its electrodes lie after the last of the table', async () => {
    const { units, warnings } = await read(4, (table) => {
      column(table, 'peak_channel_id', [-1, -1, first, -1])
      column(table, 'electrodes', [2, 1, 0, 3])
    })
    expect([...units.channelRows]).toEqual([-1, 1, 0, -1])
    expect(units.areas).toEqual([null, 'CA1', 'VISp', null])
    expect(units.areaSources).toEqual(new Array(4).fill('PEAK_CHANNEL'))
    expect(warnings).toEqual([
      `VALUES_LEFT_OUT /units/electrodes names channels that are not in the electrodes table, for 2 units: one whose place is not given elsewhere has no channel, and the default filter excludes it. ${cure}`,
    ])
  })

  test('is that of its electrodes where every unit names a peak channel, and one is absent', async () => {
    const { units } = await read(2, (table) => {
      column(table, 'peak_channel_id', [7, first])
      column(table, 'electrodes', [1, 1])
    })
    expect([...units.channelRows]).toEqual([1, 0])
  })

  test('is none where the file names only absent ones, and is not said to be absent', async () => {
    const { units, warnings } = await read(3, (table) => {
      column(table, 'peak_channel_id', [7, -1, 0])
    })
    expect([...units.channelRows]).toEqual([-1, -1, -1])
    expect(units.areaSources).toEqual([null, null, null])
    expect(warnings).toEqual([
      `COLUMN_LEFT_OUT /units/peak_channel_id names only channels that are not in the electrodes table, so it is ignored. ${cure}`,
    ])
  })

  test('is the first that has the id', async () => {
    const { units } = await read(
      2,
      (table) => {
        column(table, 'peak_channel_id', [4, 3])
      },
      { locations: ['VISp', 'CA1', 'DG'], electrodeIds: [3n, 4n, 4n] },
    )
    expect([...units.channelRows]).toEqual([1, 0])
  })

  test('is none without a warning where the file has no channels', async () => {
    const { units, warnings } = await read(1, (table) => column(table, 'peak_channel_id', [4]), {
      locations: null,
    })
    expect([...units.channelRows]).toEqual([-1])
    expect(warnings).toEqual([])
  })
})

describe('amplitudes of spikes', () => {
  const ends = (data: number[]) => (table: Group) => {
    table.create_dataset({ name: 'spike_amplitudes', data: [5, 6] })
    column(table, 'spike_amplitudes_index', data)
  }

  test('are there where every unit has as many as spikes', async () => {
    const { units, warnings } = await read(2, ends([1, 2]))
    expect(units.hasSpikeAmplitudes).toBe(true)
    expect(warnings).toEqual([])
  })

  test('are left out with a warning where a unit has fewer or more', async () => {
    const { units, warnings } = await read(2, ends([2, 2]))
    expect(units.hasSpikeAmplitudes).toBe(false)
    expect(warnings).toEqual([
      'COLUMN_LEFT_OUT /units/spike_amplitudes does not have one entry for every spike. It is not served. Write it again with pynwb or MatNWB.',
    ])
  })

  test('are left out with a warning where they have no index', async () => {
    const { units, warnings } = await read(2, (table) => {
      table.create_dataset({ name: 'spike_amplitudes', data: [5, 6] })
    })
    expect(units.hasSpikeAmplitudes).toBe(false)
    expect(warnings).toHaveLength(1)
  })
})

test('mean waveforms of another shape are left out with a warning', async () => {
  const { units, warnings } = await read(2, (table) => {
    table.create_dataset({ name: 'waveform_mean', data: [5, 6] })
  })
  expect(units.waveforms).toBeNull()
  expect(warnings).toEqual([
    'COLUMN_LEFT_OUT /units/waveform_mean is not of the shape [units, samples] or [units, samples, channels], or ragged rows of samples. It is not served. Write it again with pynwb or MatNWB.',
  ])
})

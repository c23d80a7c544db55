import { join } from 'node:path'
import type { Group, File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { sdkUnitFilter } from '../../../src/domain/defaults.ts'
import { everyUnit, selectUnits } from '../../../src/domain/units/unit-filter.ts'
import { SessionFile } from '../../../src/nwb/session-file.ts'
import {
  FIRST_ELECTRODE_ID,
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
    return { tables: file.tables(), warnings: file.load('warnings') }
  } finally {
    file.close()
  }
}

const units = [
  { id: 1, spikes: [1], electrode: 0 },
  { id: 2, spikes: [2, 3], electrode: 1 },
]

type Data = Parameters<Group['create_dataset']>[0]

/** Two units with a column of these values, in place of the one that there would be. */
const withColumn = (column: Omit<Data, 'name'> & { name: string }) =>
  read({ units, edit: (_file, table) => table.create_dataset(column as Data) })

describe('a column that does not fit costs itself, not the recording', () => {
  test.each([
    [
      'two numbers a row',
      { data: [1, 10, 2, 20], shape: [2, 2] },
      '/units/snr holds 2 values per row where one is expected',
    ],
    ['three entries', { data: [1, 2, 3] }, '/units/snr has 3 entries, but the table has 2 rows'],
    [
      'texts',
      { data: ['high', 'low'] },
      '/units/snr holds texts such as "high" where numbers are expected',
    ],
  ])('%s', async (_, data, found) => {
    const { tables, warnings } = await withColumn({ name: 'snr', ...data })
    expect(tables.units.metrics.snr).toEqual(Float64Array.of(Number.NaN, Number.NaN))
    expect([...tables.units.ids]).toEqual([1, 2])
    expect(warnings).toEqual([
      {
        code: 'COLUMN_LEFT_OUT',
        path: '/units/snr',
        message: `${found}. It is not served. Write it again with pynwb or MatNWB.`,
      },
    ])
  })

  test('numbers in texts are numbers, and words for none are missing', async () => {
    const { tables, warnings } = await withColumn({ name: 'snr', data: ['2.5', 'N/A'] })
    expect(tables.units.metrics.snr).toEqual(Float64Array.of(2.5, Number.NaN))
    expect(warnings).toEqual([])
  })

  test('a matrix of one column is a column', async () => {
    const { tables } = await withColumn({ name: 'snr', data: [4, 5], shape: [2, 1] })
    expect(tables.units.metrics.snr).toEqual(Float64Array.of(4, 5))
  })

  test('a limit on a metric that cannot be read drops every unit, and does not go away', async () => {
    const edit = (_file: H5File, table: Group) => {
      table.create_dataset({ name: 'firing_rate', data: [5, 5, 5, 5], shape: [2, 2] })
    }
    const { tables } = await read({ units, edit })
    expect(selectUnits(tables, sdkUnitFilter).length).toBe(2)
    expect([...selectUnits(tables, { ...sdkUnitFilter, firingRateMin: 1 })]).toEqual([])
    expect(selectUnits(tables, everyUnit).length).toBe(2)
  })

  test('waveforms and amplitudes that fit no unit are left out', async () => {
    const { tables, warnings } = await read({
      units,
      edit(_file, table) {
        table.create_dataset({ name: 'waveform_mean', data: [1, 2] })
        table.create_dataset({ name: 'spike_amplitudes', data: [1, 2] })
        table.create_dataset({ name: 'spike_amplitudes_index', data: [1, 2], dtype: '<i' })
      },
    })
    expect(tables.units).toMatchObject({ waveforms: null, hasSpikeAmplitudes: false })
    expect(warnings.map(({ path }) => path)).toEqual([
      '/units/spike_amplitudes',
      '/units/waveform_mean',
    ])
  })
})

describe('units/electrodes', () => {
  test('of several electrodes a row: each row is one unit, its first electrode the peak', async () => {
    const { tables } = await read({
      units,
      peakChannel: 'none',
      edit: (_file, table) =>
        table.create_dataset({
          name: 'electrodes',
          data: [1, 0, 0, 1],
          shape: [2, 2],
          dtype: '<i',
        }),
    })
    expect([...tables.units.channelRows]).toEqual([1, 0])
    expect(tables.units.areas).toEqual(['VISl', 'VISp'])
  })

  test('that name a row beyond the table: that unit has no channel, and the session a warning', async () => {
    const { tables, warnings } = await read({
      units: [
        { id: 1, spikes: [1], electrode: 1 },
        { id: 2, spikes: [1], electrode: 7 },
      ],
      peakChannel: 'electrodes',
    })
    expect([...tables.units.channelRows]).toEqual([1, -1])
    expect(warnings).toEqual([
      {
        code: 'VALUES_LEFT_OUT',
        path: '/units/electrodes',
        message:
          '/units/electrodes names channels that are not in the electrodes table, for 1 unit: one whose place is not given elsewhere has no channel, and the default filter excludes it. Write the column again with channels that exist.',
      },
    ])
    expect([...selectUnits(tables, sdkUnitFilter)]).toEqual([0])
  })

  test.each(['electrodes', 'peak_channel_id'] as const)(
    'a column %s none of whose channels there is hides no unit',
    async (peakChannel) => {
      const { tables, warnings } = await read({
        units: [{ id: 1, spikes: [1], electrode: 7 }],
        peakChannel,
      })
      expect([...tables.units.channelRows]).toEqual([-1])
      expect(warnings).toMatchObject([{ code: 'COLUMN_LEFT_OUT', path: `/units/${peakChannel}` }])
      expect([...selectUnits(tables, sdkUnitFilter)]).toEqual([0])
    },
  )

  test('place a unit whose peak channel the file does not name', async () => {
    const { tables, warnings } = await read({
      units,
      peakChannel: 'electrodes',
      edit: (_file, table) =>
        table.create_dataset({
          name: 'peak_channel_id',
          data: [FIRST_ELECTRODE_ID + 1, -1],
          dtype: '<i',
        }),
    })
    expect([...tables.units.channelRows]).toEqual([1, 1])
    expect(warnings).toEqual([])
  })

  test('that are not whole numbers are left out', async () => {
    const { tables, warnings } = await read({
      units,
      peakChannel: 'none',
      edit: (_file, table) => table.create_dataset({ name: 'electrodes', data: [0.5, 1] }),
    })
    expect([...tables.units.channelRows]).toEqual([-1, -1])
    expect(warnings[0]?.message).toContain('holds 0.5 where whole numbers are expected')
  })
})

test('ids that rows share are reported, and all rows are served', async () => {
  const { tables, warnings } = await read({
    units: [7, 8, 7, 7].map((id) => ({ id, spikes: [id], electrode: 0 })),
    locations: ['VISp', 'VISl'],
    electrodeIds: [3n, 3n],
  })
  expect([...tables.units.ids]).toEqual([7, 8, 7, 7])
  expect([...tables.channels.ids]).toEqual([3, 3])
  const cure =
    'All rows are served, but what refers to one of them by this id gets the first. Give each row its own id.'
  expect(warnings.filter(({ code }) => code === 'IDS_REPEATED')).toEqual([
    {
      code: 'IDS_REPEATED',
      path: '/general/extracellular_ephys/electrodes/id',
      message: `/general/extracellular_ephys/electrodes/id repeats ids, such as 3: 1 row has the id of an earlier row. ${cure}`,
    },
    {
      code: 'IDS_REPEATED',
      path: '/units/id',
      message: `/units/id repeats ids, such as 7: 2 rows have the id of an earlier row. ${cure}`,
    },
  ])
})

describe('valid_data', () => {
  const withValidity = (column: { data: string[] | number[] }) =>
    read({
      units,
      edit: (file) => {
        const table = groupAt(file, 'general/extracellular_ephys/electrodes')
        table.create_dataset({ name: 'valid_data', ...column })
      },
    })

  test.each([
    ['texts', ['True', 'no']],
    ['numbers', [1, 0]],
    ['missing ones, which are not valid', [1, Number.NaN]],
  ])('is told by %s', async (_, data) => {
    const { tables, warnings } = await withValidity({ data: data as string[] })
    expect(tables.channels.valid).toEqual(Uint8Array.of(1, 0))
    expect([...selectUnits(tables, sdkUnitFilter)]).toEqual([0])
    expect(warnings).toEqual([])
  })

  test.each([
    [['fine', 'noisy'], '"fine"'],
    [[1, 7], '"7"'],
  ])('of other values is left out, and drops no unit: %j', async (data, odd) => {
    const { tables, warnings } = await withValidity({ data: data as string[] })
    expect(tables.channels.valid).toBeNull()
    expect(selectUnits(tables, sdkUnitFilter).length).toBe(2)
    expect(warnings[0]?.message).toContain(
      `/electrodes/valid_data holds ${odd} where yes or no is expected`,
    )
  })
})

describe('a table whose rows have no ids', () => {
  test('is left out with what it says, where they are of electrodes', async () => {
    const { tables, warnings } = await read({
      bare: true,
      units,
      peakChannel: 'electrodes',
      edit(file) {
        const table = groupAt(file, 'general/extracellular_ephys/electrodes')
        table.create_dataset({ name: 'id', data: ['a', 'b'] })
        table.create_dataset({ name: 'location', data: ['DG', 'CA1'] })
      },
    })
    expect(tables.channels.count).toBe(0)
    expect(selectUnits(tables, sdkUnitFilter).length).toBe(2)
    expect(warnings).toEqual([
      {
        code: 'TABLE_LEFT_OUT',
        path: '/general/extracellular_ephys/electrodes',
        message:
          '/general/extracellular_ephys/electrodes/id holds texts such as "a" where numbers are expected. The table /general/extracellular_ephys/electrodes is not served. Write it again with pynwb or MatNWB.',
      },
    ])
  })

  test('is served where they are of intervals, which have times', async () => {
    const { tables, warnings } = await read({
      units,
      edit(file) {
        const table = groupAt(file, 'intervals/cues')
        table.create_dataset({ name: 'start_time', data: [1, 2] })
        table.create_dataset({ name: 'stop_time', data: [1.5, 2.5] })
      },
    })
    expect(tables.epochs).toMatchObject([{ stimulusName: 'cues', startTime: 1, stopTime: 2.5 }])
    expect(warnings).toEqual([])
  })
})

test('spikes that belong to no unit are warned of', async () => {
  const { warnings } = await read({ units, ends: [1, 2] })
  expect(warnings).toEqual([
    {
      code: 'VALUES_LEFT_OUT',
      path: '/units/spike_times',
      message:
        '/units/spike_times has 3 entries, but /units/spike_times_index ends at 2; the remaining entries belong to no row and are not served. Write the index again to have them served.',
    },
  ])
})

describe('what spikes need is refused with its reason', () => {
  test('spike times with two numbers an entry', async () => {
    const open = read({
      units: null,
      edit(file) {
        const table = file.create_group('units')
        table.create_dataset({ name: 'id', data: [1], dtype: '<i' })
        table.create_dataset({ name: 'spike_times', data: [1, 2, 3, 4, 5, 6], shape: [3, 2] })
        table.create_dataset({ name: 'spike_times_index', data: [3], dtype: '<i' })
      },
    })
    await expect(open).rejects.toThrow(
      '/units/spike_times holds 2 values per row where one is expected',
    )
  })
})

test('columns of numbers that tell things apart are left out where they would be rounded', async () => {
  const { tables, warnings } = await read({
    units,
    intervals: {
      gabors_presentations: {
        start: [0, 1],
        stop: [1, 2],
        columns: { stimulus_block: [9007199254740993n, 9007199254740992n] },
      },
    },
    edit: (_file, table) => {
      const data = BigInt64Array.of(9007199254740993n, 1n) as unknown as number[]
      table.create_dataset({ name: 'local_index', data, dtype: '<q' })
    },
  })
  expect(tables.units.localIndex).toBeNull()
  expect(tables.epochs.map(({ block }) => block)).toEqual([null])
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['COLUMN_LEFT_OUT', '/intervals/gabors_presentations/stimulus_block'],
    ['COLUMN_LEFT_OUT', '/units/local_index'],
  ])
  expect(warnings[0]?.message).toContain('holds whole numbers beyond 2^53, which would be rounded')
})

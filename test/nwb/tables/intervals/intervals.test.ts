import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { codedValue } from '../../../../src/domain/stimuli/coded-column.ts'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { type TestColumn, writeTable } from '../../../support/recordings/write-table.ts'

const folder = temporaryFolder()
const none = Number.NaN
let fileCount = 0

async function open(edit: (file: H5File) => void): Promise<SessionFile> {
  return SessionFile.open(await writeNwb(join(folder, `intervals-${fileCount++}.nwb`), { edit }))
}

function openTable(
  name: string,
  rowCount: number,
  columns: Readonly<Record<string, TestColumn>>,
  isChunked = false,
) {
  return open((file) => void writeTable(file, `/intervals/${name}`, rowCount, columns, isChunked))
}

function rowsOf(file: SessionFile) {
  const { startTimes, stopTimes, tableRows } = file.load('presentations')
  return Array.from(startTimes, (start, id) => [start, stopTimes[id], tableRows[id]])
}

function parametersOf(file: SessionFile) {
  const list = file.load('presentations')
  const { columns } = file.read('presentationParameters', [list])[0].table
  return Array.from({ length: list.count }, (_, id) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const value = codedValue(column, id)
        return value === null ? [] : [[column.name, value]]
      }),
    ),
  )
}

describe.each([false, true])('rows of intervals (chunked: %s)', (isChunked) => {
  test('without a start are left out, with a warning; the others keep their order and their epochs', async () => {
    const file = await openTable(
      'cues',
      4,
      { start_time: [1.25, none, 6.5, 4], stop_time: [1.75, none, 7, 4.5], gain: [1, 2, 3, 4] },
      isChunked,
    )
    expect(rowsOf(file)).toEqual([
      [1.25, 1.75, 0],
      [4, 4.5, 3],
      [6.5, 7, 2],
    ])
    expect(parametersOf(file)).toEqual([{ gain: 1 }, { gain: 4 }, { gain: 3 }])
    expect(file.tables().epochs).toEqual([
      { index: 0, stimulusName: 'cues', block: null, startTime: 1.25, stopTime: 7 },
    ])
    expect([...file.load('stimulusConditions').ofPresentations]).toEqual([0, 0, 0])
    expect(file.load('warnings')).toEqual([
      {
        code: 'ROWS_LEFT_OUT',
        path: '/intervals/cues/start_time',
        message:
          '1 of the 4 rows of /intervals/cues has no start_time and is not served; the first is row 1, counted from 0. Write the missing times, or delete such rows.',
      },
    ])
    file.close()
  })

  test('that have infinite times are as if they had none', async () => {
    const times = { start_time: [Infinity, 2, -Infinity], stop_time: [1, Infinity, 3] }
    const file = await openTable('cues', 3, times, isChunked)
    expect(rowsOf(file)).toEqual([[2, none, 1]])
    file.close()
  })

  test('may stop at times that are not known', async () => {
    const file = await openTable('rests', 2, { start_time: [5, 3] }, isChunked)
    expect(rowsOf(file)).toEqual([
      [3, none, 1],
      [5, none, 0],
    ])
    expect(file.tables().epochs).toMatchObject([{ startTime: 3, stopTime: none }])
    expect(file.load('warnings')).toMatchObject([
      { code: 'COLUMN_LEFT_OUT', path: '/intervals/rests/stop_time' },
    ])
    file.close()
  })

  test('may all be without a start', async () => {
    const file = await openTable(
      'cues',
      2,
      { start_time: [none, none], stop_time: [1, 2] },
      isChunked,
    )
    expect(rowsOf(file)).toEqual([])
    expect(file.tables().epochs).toEqual([])
    expect(file.load('stimulusConditions').count).toBe(0)
    file.close()
  })

  test('whose starts are a matrix fail what asks for them, and nothing else', async () => {
    const file = await openTable(
      'cues',
      3,
      {
        start_time: { values: [2, 9, 5, 9.5, 8, 9.9], shape: [3, 2] },
        stop_time: [2.5, 5.5, 8.5],
      },
      isChunked,
    )
    const detail = '/intervals/cues/start_time holds 2 values per row where one is expected'
    const problem = { code: 'UNSUPPORTED_LAYOUT', detail }
    const { epochs, epochsFault, units } = file.tables()
    expect(epochs).toEqual([])
    expect(epochsFault).toMatchObject({ detail })
    expect(units.count).toBe(1)
    expect(() => file.load('presentations')).toThrow(expect.objectContaining(problem))
    expect(() => file.load('stimulusConditions')).toThrow(expect.objectContaining(problem))
    expect(file.load('warnings')).toMatchObject([
      { code: 'TABLE_LEFT_OUT', path: '/intervals/cues' },
    ])
    file.close()
  })

  test('whose stops, names and blocks are matrices lose these, with a warning each', async () => {
    const file = await openTable(
      'cues_presentations',
      2,
      {
        start_time: [1, 2],
        stop_time: { values: [1.5, 9, 2.5, 9], shape: [2, 2] },
        stimulus_name: { values: ['a', 'b', 'c', 'd'], shape: [2, 2] },
        stimulus_block: { values: [1, 1, 2, 2], shape: [2, 2] },
      },
      isChunked,
    )
    expect(rowsOf(file)).toEqual([
      [1, none, 0],
      [2, none, 1],
    ])
    expect(file.load('presentations').stimulusNames.values).toEqual(['cues'])
    expect(file.tables().epochs).toMatchObject([{ stimulusName: 'cues', block: null }])
    expect(file.load('warnings').map(({ code, path }) => [code, path])).toEqual([
      ['COLUMN_LEFT_OUT', '/intervals/cues_presentations/stimulus_block'],
      ['COLUMN_LEFT_OUT', '/intervals/cues_presentations/stimulus_name'],
      ['COLUMN_LEFT_OUT', '/intervals/cues_presentations/stop_time'],
    ])
    file.close()
  })
})

describe.each([false, true])('columns of intervals (chunked: %s)', (isChunked) => {
  const times = { start_time: [1, 2, 3], stop_time: [1.5, 2.5, 3.5] }

  test('of several values a row are lists, whether side by side or ragged', async () => {
    const file = await openTable(
      'trials',
      3,
      {
        ...times,
        tags: { values: ['rest', 'maze', 'left'], ends: [1, 3, 3] },
        licks: { values: [1.1, 2.1, 2.2, 3.1], ends: [1, 3, 4] },
        size: { values: [2, 2, 3, 4, 5, 6], shape: [3, 2] },
        pair: { values: ['a', 'b', 'c', 'd', 'e', 'f'], shape: [3, 2] },
        one: { values: [7, 8, 9], shape: [3, 1] },
      },
      isChunked,
    )
    expect(parametersOf(file)).toEqual([
      { tags: ['rest'], licks: [1.1], size: [2, 2], pair: ['a', 'b'], one: 7 },
      { tags: ['maze', 'left'], licks: [2.1, 2.2], size: [3, 4], pair: ['c', 'd'], one: 8 },
      { licks: [3.1], size: [5, 6], pair: ['e', 'f'], one: 9 },
    ])
    expect(file.load('warnings')).toEqual([])
    file.close()
  })

  test('of codes stand for the texts beside them, one or several a row', async () => {
    const file = await openTable(
      'sounds_presentations',
      3,
      {
        ...times,
        stimulus_name: { values: [2, 0, 2], elements: ['click', 'tone', 'chirp'] },
        // As many texts as rows: they are no column of the table.
        side: { values: [1, 0, 255], elements: ['left', 'right', 'both'] },
        level: { values: [0, 1, 0], elements: ['0.5', '2'] },
        keys: { values: [0, 1, 1], ends: [2, 2, 3], elements: ['up', 'down'] },
      },
      isChunked,
    )
    expect(file.tables().epochs.map(({ stimulusName }) => stimulusName)).toEqual([
      'chirp',
      'click',
      'chirp',
    ])
    expect(parametersOf(file)).toEqual([
      { side: 'right', level: 0.5, keys: ['up', 'down'] },
      { side: 'left', level: 2 },
      { level: 0.5, keys: ['down'] },
    ])
    file.close()
  })

  test('named like an index are parameters where they are none', async () => {
    const file = await openTable(
      'choices',
      3,
      { ...times, image: ['a', 'b', 'c'], image_index: [5, 6, 4], trial_index: [3, 2, 1] },
      isChunked,
    )
    expect(parametersOf(file)).toEqual([
      { image: 'a', image_index: 5, trial_index: 3 },
      { image: 'b', image_index: 6, trial_index: 2 },
      { image: 'c', image_index: 4, trial_index: 1 },
    ])
    file.close()
  })

  test('without a type beside an index that fits are ragged', async () => {
    const file = await openTable(
      'epochs',
      3,
      { ...times, tags: ['a', 'b', 'c', 'd'], tags_index: [1, 3, 4] },
      isChunked,
    )
    expect(parametersOf(file)).toEqual([{ tags: ['a'] }, { tags: ['b', 'c'] }, { tags: ['d'] }])
    file.close()
  })

  test('of one row or none, and of rows that nobody asks, are read', async () => {
    const columns = { ...times, tags: { values: ['a', 'b'], ends: [1, 1, 2] }, gain: [4, 5, 6] }
    const file = await openTable('trials', 3, columns, isChunked)
    const one = { tableNumbers: Int32Array.of(0), tableRows: Int32Array.of(2) }
    const { columns: read } = file.read('presentationParameters', [one])[0].table
    expect(read.map(({ name, values }) => [name, values])).toEqual([
      ['gain', [6]],
      ['tags', [['b']]],
    ])
    const nothing = { tableNumbers: new Int32Array(0), tableRows: new Int32Array(0) }
    expect(file.read('presentationParameters', [nothing])[0].table).toEqual({
      count: 0,
      columns: [],
    })
    file.close()
  })

  test('with infinite numbers have them as texts', async () => {
    const file = await openTable(
      'trials',
      3,
      { ...times, gain: [Infinity, -Infinity, none] },
      isChunked,
    )
    expect(parametersOf(file)).toEqual([{ gain: 'Infinity' }, { gain: '-Infinity' }, {}])
    file.close()
  })

  test('that cannot be parameters are left out with a warning, and cost no other', async () => {
    const file = await openTable(
      'trials',
      3,
      {
        ...times,
        gain: [1, 2, 3],
        short: [1, 2],
        wide: { values: Array.from({ length: 300 }, (_, i) => i), shape: [3, 100] },
        broken: { values: [1, 2, 3], ends: [2, 1, 3] },
      },
      isChunked,
    )
    expect(parametersOf(file)).toEqual([{ gain: 1 }, { gain: 2 }, { gain: 3 }])
    expect(file.load('warnings').map(({ code, path }) => [code, path])).toEqual([
      ['COLUMN_LEFT_OUT', '/intervals/trials/broken'],
      ['COLUMN_LEFT_OUT', '/intervals/trials/short'],
      ['COLUMN_LEFT_OUT', '/intervals/trials/wide'],
    ])
    file.close()
  })
})

test("the AllenSDK's own tag of every presentation is not a parameter", async () => {
  const file = await openTable('gabors_presentations', 2, {
    start_time: [1, 2],
    stop_time: [2, 3],
    stimulus_name: ['gabors', 'gabors'],
    stimulus_index: [0, 0],
    tags: { values: ['stimulus_time_interval', 'stimulus_time_interval'], ends: [1, 2] },
  })
  expect(parametersOf(file)).toEqual([{}, {}])
  file.close()
})

test('a stop before its start is not known, with a warning', async () => {
  const file = await openTable('cues', 3, { start_time: [1, 5, 9], stop_time: [2, 4.5, 9] })
  expect(rowsOf(file)).toEqual([
    [1, 2, 0],
    [5, none, 1],
    [9, 9, 2],
  ])
  expect(file.load('warnings')).toEqual([
    {
      code: 'VALUES_LEFT_OUT',
      path: '/intervals/cues/stop_time',
      message:
        '1 of the 3 rows of /intervals/cues stops before it starts, so its stop is ignored; the first is row 1, counted from 0. Write the times again.',
    },
  ])
  file.close()
})

test('an invalid time that stops before it starts is left out, with a warning', async () => {
  const file = await open((h5) => {
    writeTable(h5, '/intervals/invalid_times', 2, { start_time: [4, 8], stop_time: [6, 7] })
  })
  expect(file.tables().invalidTimes).toEqual([{ startTime: 4, stopTime: 6, tags: [] }])
  expect(file.load('warnings').map(({ code, path }) => [code, path])).toEqual([
    ['ROWS_LEFT_OUT', '/intervals/invalid_times/stop_time'],
    ['VALUES_LEFT_OUT', '/intervals/invalid_times/stop_time'],
  ])
  file.close()
})

test.each([
  [[0, 3, 1], 3],
  [[0, -1, 1], -1],
  [[0, 0.5, 1], 0.5],
])('codes %j without a text are missing, with a warning', async (codes, odd) => {
  const elements = ['go', 'stop']
  const file = await openTable('cues', 3, {
    start_time: [1, 2, 3],
    stop_time: [2, 3, 4],
    side: { values: codes, elements },
    pair: { values: [...codes, ...codes], shape: [3, 2], elements },
  })
  expect(parametersOf(file)[1]).toEqual({ pair: expect.anything() })
  expect(parametersOf(file)[0]).toMatchObject({ side: 'go' })
  expect(file.load('warnings').map(({ code, path }) => [code, path])).toEqual([
    ['VALUES_LEFT_OUT', '/intervals/cues/pair'],
    ['VALUES_LEFT_OUT', '/intervals/cues/side'],
  ])
  expect(file.load('warnings')[1]?.message).toBe(
    `/intervals/cues/side holds codes such as ${odd}, but /intervals/cues/side_elements has 2 texts, for codes from 0; the values of such rows are missing. Write the codes or the texts again.`,
  )
  file.close()
})

test('invalid times without a start or a stop are left out, with a warning', async () => {
  const file = await openTable('invalid_times', 4, {
    start_time: [1, none, 3, 5],
    stop_time: [2, 2, none, 6],
    tags: { values: ['stimulus', 'a', 'b', 'probeA', 'all_probes'], ends: [1, 2, 3, 5] },
  })
  expect(file.tables().invalidTimes).toEqual([
    { startTime: 1, stopTime: 2, tags: ['stimulus'] },
    { startTime: 5, stopTime: 6, tags: ['probeA', 'all_probes'] },
  ])
  expect(file.load('warnings')).toMatchObject([
    { code: 'ROWS_LEFT_OUT', path: '/intervals/invalid_times/start_time' },
    { code: 'ROWS_LEFT_OUT', path: '/intervals/invalid_times/stop_time' },
  ])
  file.close()
})

test('invalid times whose starts cannot be read cost no presentation', async () => {
  const file = await open((h5) => {
    const start_time = { values: [1, 2, 3, 4], shape: [2, 2] }
    writeTable(h5, '/intervals/invalid_times', 2, { start_time, stop_time: [2, 4] })
    writeTable(h5, '/intervals/cues', 1, { start_time: [1], stop_time: [2] })
  })
  expect(file.tables().invalidTimes).toEqual([])
  expect(rowsOf(file)).toEqual([[1, 2, 0]])
  expect(file.load('warnings')).toMatchObject([
    { code: 'TABLE_LEFT_OUT', path: '/intervals/invalid_times' },
  ])
  file.close()
})

test('a presentation that starts within an invalid time is masked, though its stop is not known', async () => {
  const file = await open((h5) => {
    const tags = { values: ['stimulus'], ends: [1] }
    writeTable(h5, '/intervals/invalid_times', 1, { start_time: [4], stop_time: [6], tags })
    writeTable(h5, '/intervals/cues', 2, { start_time: [1, 5], stop_time: [none, none] })
  })
  expect([...file.load('presentations').masked]).toEqual([0, 1])
  file.close()
})

test('groups that are not tables of intervals are left out, with a warning', async () => {
  const file = await open((h5) => {
    h5.create_group('intervals/planned')
    writeTable(h5, '/intervals/notes', 1, { text: ['a'] })
    writeTable(h5, '/intervals/cues', 1, { start_time: [1], stop_time: [2] })
  })
  expect(rowsOf(file)).toEqual([[1, 2, 0]])
  expect(file.load('warnings')).toMatchObject([
    { code: 'TABLE_LEFT_OUT', path: '/intervals/notes' },
    { code: 'TABLE_LEFT_OUT', path: '/intervals/planned' },
  ])
  file.close()
})

test('light pulses without a start are left out, those without a stop have none', async () => {
  const path = '/processing/optotagging/optogenetic_stimulation'
  const file = await open((h5) => {
    const start_time = [1, none, 3]
    writeTable(h5, path, 3, {
      start_time,
      condition: { values: [1, 0, 0], elements: ['half', 'full'] },
      level: { values: [1, 2, 3, 4, 5, 6], shape: [3, 2] },
    })
  })
  expect(file.tables().optogeneticEpochs).toEqual([
    {
      id: 0,
      startTime: 1,
      stopTime: none,
      condition: 'full',
      level: none,
      stimulusName: null,
      duration: none,
    },
    {
      id: 2,
      startTime: 3,
      stopTime: none,
      condition: 'half',
      level: none,
      stimulusName: null,
      duration: none,
    },
  ])
  expect(file.load('warnings').map(({ code, path }) => [code, path])).toEqual([
    ['COLUMN_LEFT_OUT', `${path}/level`],
    ['ROWS_LEFT_OUT', `${path}/start_time`],
    ['COLUMN_LEFT_OUT', `${path}/stop_time`],
  ])
  file.close()
})

test('whole numbers beyond 2^53 are texts of their digits, one or several a row', async () => {
  const wide = [2n ** 54n + 1n, 2n ** 54n + 3n, 5n]
  const file = await open((h5) => {
    const table = writeTable(h5, '/intervals/cues', 3, {
      start_time: [1, 2, 3],
      stop_time: [2, 3, 4],
    })
    table.create_dataset({ name: 'code', data: BigInt64Array.from(wide), dtype: '<q' })
    const pairs = BigInt64Array.from([...wide, ...wide])
    table.create_dataset({ name: 'pair', data: pairs, shape: [3, 2], dtype: '<q' })
  })
  expect(parametersOf(file)).toEqual([
    { code: '18014398509481985', pair: ['18014398509481985', '18014398509481987'] },
    { code: '18014398509481987', pair: ['5', '18014398509481985'] },
    { code: 5, pair: ['18014398509481987', '5'] },
  ])
  file.close()
})

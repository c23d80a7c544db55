import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codedValue } from '../../../../src/domain/stimuli/coded-column.ts'
import { rowsOfPresentations } from '../../../../src/domain/stimuli/presentations.ts'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'

const folder = temporaryFolder()

const ROWS = 1000
const rows = Array.from({ length: ROWS }, (_, row) => row)

/** A thousand gratings, one a second, after one flash. */
async function openFile(name: string) {
  const path = await writeNwb(join(folder, name), {
    intervals: {
      flashes_presentations: {
        start: [-1],
        stop: [-0.5],
        name: ['flashes'],
        block: [0],
        columns: { color: ['-1.0'], size: ['[300.0, 300.0]'] },
      },
      gratings_presentations: {
        start: rows,
        stop: rows.map((row) => row + 0.5),
        name: rows.map(() => 'gratings'),
        block: rows.map(() => 1),
        columns: {
          Ori: rows.map((row) => (row % 3 === 0 ? Number.NaN : row)),
          phase: rows.map((row) => (row === 5 ? 'N/A' : `${row}.0`)),
        },
      },
    },
    edit: (file) => {
      file.create_dataset({
        name: 'intervals/gratings_presentations/position',
        data: Float64Array.from({ length: 2 * ROWS }, (_, i) => i),
        shape: [ROWS, 2],
      })
      file.create_dataset({
        name: 'intervals/gratings_presentations/tags',
        data: rows.map(() => 'stimulus_time_interval'),
      })
    },
  })
  return SessionFile.open(path)
}

test('reads the rows of a page, time and again', async () => {
  const file = await openFile('page.nwb')
  const list = file.load('presentations')
  expect(list.count).toBe(ROWS + 1)
  const ids = [1, 0, 7, 6, 1000, 500]
  for (let repeat = 0; repeat < 200; repeat++) {
    const rows = rowsOfPresentations(list, Int32Array.from(ids))
    const [{ table }] = file.read('presentationParameters', [rows])
    const { count, columns } = table
    const values = Object.fromEntries(
      columns.map((column) => [column.name, ids.map((_, row) => codedValue(column, row))]),
    )
    expect(count).toBe(6)
    expect(values).toEqual({
      color: [null, -1, null, null, null, null],
      size: [null, [300, 300], null, null, null, null],
      orientation: [null, null, null, 5, null, 499],
      phase: [0, null, 6, null, 999, 499],
      position: [[0, 1], null, [12, 13], [10, 11], [1998, 1999], [998, 999]],
    })
  }
  file.close()
})

test('finds the conditions of all rows', async () => {
  const file = await openFile('conditions.nwb')
  const conditions = file.load('stimulusConditions')
  expect(conditions.count).toBe(ROWS + 1)
  expect(conditions.stimulusNames.slice(0, 2)).toEqual(['flashes', 'gratings'])
  file.close()
})

test("takes another laboratory's trials for presentations", async () => {
  const path = await writeNwb(join(folder, 'trials.nwb'), {
    intervals: {
      trials: {
        start: [0, 2, 4, 6],
        stop: [1, 3, 5, 7],
        columns: { cue_time: [0.5, 2.5, 4.5, 6.5], side: ['left', 'right', 'right', 'left'] },
      },
    },
  })
  const file = await SessionFile.open(path)
  const list = file.load('presentations')
  expect(list.stimulusNames.values).toEqual(['trials'])
  const conditions = file.load('stimulusConditions')
  expect([...conditions.ofPresentations]).toEqual([0, 1, 1, 0])
  expect(conditions.parameters.columns.map(({ name }) => name)).toEqual(['side'])
  expect(
    file.read('presentationParameters', [list])[0].table.columns.map(({ name }) => name),
  ).toEqual(['cue_time', 'side'])
  file.close()
})

test('a file without intervals has no presentations and no conditions', async () => {
  const file = await SessionFile.open(await writeNwb(join(folder, 'none.nwb')))
  expect(file.load('presentations').count).toBe(0)
  expect(file.load('stimulusConditions')).toMatchObject({ count: 0, stimulusNames: [] })
  file.close()
})

test('leaves out tags whose index is wrong, though there are as many as rows', async () => {
  const start = [1, 2, 3, 4]
  const path = await writeNwb(join(folder, 'wrong-tags.nwb'), {
    intervals: { cues: { start, stop: start } },
    edit: (file) => {
      const data = ['rest', 'maze', 'left', 'rest']
      file.create_dataset({ name: 'intervals/cues/tags', data })
      file.create_dataset({ name: 'intervals/cues/tags_index', data: [1, 3, 4, 9], dtype: '<i' })
    },
  })
  const file = await SessionFile.open(path)
  try {
    const list = file.load('presentations')
    expect(file.read('presentationParameters', [list])[0].table.columns).toEqual([])
    expect(file.load('warnings')).toMatchObject([
      {
        code: 'COLUMN_LEFT_OUT',
        path: '/intervals/cues/tags',
        message: expect.stringContaining('tags_index ends at 9, but tags has 4 entries'),
      },
    ])
  } finally {
    file.close()
  }
})

test('leaves out a parameter that has a matrix per row', async () => {
  const path = await writeNwb(join(folder, 'matrices.nwb'), {
    intervals: { cues: { start: [1, 2], stop: [2, 3] } },
    edit: (file) => {
      const data = [1, 2, 3, 4, 5, 6, 7, 8]
      file.create_dataset({ name: 'intervals/cues/screen', data, shape: [2, 2, 2] })
    },
  })
  const file = await SessionFile.open(path)
  try {
    expect(
      file.read('presentationParameters', [file.load('presentations')])[0].table.columns,
    ).toEqual([])
    expect(file.load('warnings')).toMatchObject([
      {
        path: '/intervals/cues/screen',
        message: expect.stringContaining('has 3 dimensions, not one value per row'),
      },
    ])
  } finally {
    file.close()
  }
})

test('reads the rows of several requests into one table, one parameter of all tables', async () => {
  const path = await writeNwb(join(folder, 'several.nwb'), {
    intervals: {
      bars_presentations: {
        start: [0, 2],
        stop: [1, 3],
        columns: { Ori: [45, 90], note: ['', 'N/A'], size: ['[1, 2]', '[3, 4]'] },
      },
      gratings_presentations: {
        start: [1, 3, 4],
        stop: [2, 4, 5],
        columns: { orientation: [90, 0, Number.NaN], size: ['[3.0, 4.0]', '5', '[1, 2]'] },
      },
    },
  })
  const file = await SessionFile.open(path)
  try {
    const requests = [
      { tableNumbers: Int32Array.of(1, 0), tableRows: Int32Array.of(2, 1) },
      { tableNumbers: new Int32Array(0), tableRows: new Int32Array(0) },
      { tableNumbers: Int32Array.of(1, 0, 1), tableRows: Int32Array.of(1, 0, 0) },
    ]
    const read = file.read('presentationParameters', requests)
    expect(read.map(({ first }) => first)).toEqual([0, 2, 2])
    expect(read.map(({ table }) => table === read[0].table)).toEqual([true, true, true])
    // Read table by table, each in order of its rows.
    expect(read[0].table).toEqual({
      count: 5,
      columns: [
        { name: 'orientation', codes: Int32Array.of(-1, 1, 2, 0, 1), values: [45, 90, 0] },
        { name: 'size', codes: Int32Array.of(0, 1, 2, 0, 1), values: [[1, 2], [3, 4], 5] },
      ],
    })
  } finally {
    file.close()
  }
})

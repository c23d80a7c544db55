import { join } from 'node:path'
import type { File as H5File } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { type TestColumn, writeTable } from '../../../support/recordings/write-table.ts'

const folder = temporaryFolder()
const none = Number.NaN

type Tables = Readonly<Record<string, Readonly<Record<string, TestColumn>>>>

/** Tables of intervals of two rows each: 1 to 2 s and 3 to 4 s unless they say otherwise. */
async function read(tables: Tables, edit?: (file: H5File) => void) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    edit(h5) {
      for (const [name, columns] of Object.entries(tables)) {
        const times = { start_time: [1, 3], stop_time: [2, 4] }
        writeTable(h5, `/intervals/${name}`, 2, { ...times, ...columns })
      }
      edit?.(h5)
    },
  })
  const file = await SessionFile.open(path)
  try {
    const { epochs, invalidTimes } = file.tables()
    return {
      epochs: epochs.map(({ stimulusName, block, startTime, stopTime }) => [
        stimulusName,
        block,
        startTime,
        stopTime,
      ]),
      invalidTimes,
      presentations: file.load('presentations'),
      warnings: file.load('warnings').map(({ code, path, message }) => [code, path, message]),
    }
  } finally {
    file.close()
  }
}

describe('tables of presentations', () => {
  test.each<[string, Tables, string]>([
    ['that are named so', { flashes_presentations: {}, trials: {} }, 'flashes_presentations'],
    ['that name the stimulus', { tones: { stimulus_name: ['a', 'a'] }, trials: {} }, 'tones'],
    ['of whatever else, where there is neither', { invalid_times: {}, trials: {} }, 'trials'],
  ])('are those %s', async (_, tables, expected) => {
    const { presentations, warnings } = await read(tables)
    expect(presentations.tables).toEqual([expected])
    expect(warnings).toEqual([])
  })

  test('name each row, or all by the name of the table', async () => {
    const { presentations } = await read({
      a_presentations: { stimulus_name: ['x', 'N/A'] },
      b_presentations: {},
      c_presentations: { stimulus_name: ['', 'x'] },
    })
    const { codes, values } = presentations.stimulusNames
    const names = Array.from(codes, (code) => values[code])
    expect(names).toEqual(['x', 'b', 'spontaneous', 'spontaneous', 'b', 'x'])
  })

  test('are not served without start times, with a warning', async () => {
    const { presentations, warnings } = await read({ cues: {} }, (h5) => {
      writeTable(h5, '/intervals/notes', 1, { text: ['a'] })
      h5.create_dataset({ name: 'intervals/plan', data: [1] })
    })
    expect(presentations.tables).toEqual(['cues'])
    expect(warnings).toEqual([
      [
        'TABLE_LEFT_OUT',
        '/intervals/notes',
        '/intervals/notes is not served: it lacks the column start_time, which every table of intervals must have. Write it again with start times.',
      ],
      [
        'TABLE_LEFT_OUT',
        '/intervals/plan',
        '/intervals/plan is a dataset, or a dangling link, where a table of intervals is expected, so it is not served. If it should be a table, write it again with pynwb or MatNWB.',
      ],
    ])
  })
})

describe('epochs', () => {
  test('are cut by blocks alone where any row has one', async () => {
    const { epochs, presentations } = await read({
      a_presentations: { stimulus_name: ['x', 'x'], stimulus_block: [none, 7] },
      b_presentations: { start_time: [5, 6], stop_time: [6, 7], stimulus_name: ['y', 'z'] },
    })
    expect(epochs).toEqual([
      ['x', null, 1, 2],
      ['x', 7, 3, 4],
      ['y', null, 5, 7],
    ])
    expect([...presentations.epochIndexes]).toEqual([0, 1, 2, 2])
  })

  test('are cut by names where no row has a block', async () => {
    const { epochs, presentations } = await read({
      a_presentations: { stimulus_name: ['x', 'x'], stimulus_block: [none, none] },
      b_presentations: { start_time: [5, 6], stop_time: [6, 7], stimulus_name: ['y', 'z'] },
    })
    expect(epochs).toEqual([
      ['x', null, 1, 4],
      ['y', null, 5, 6],
      ['z', null, 6, 7],
    ])
    expect([...presentations.epochIndexes]).toEqual([0, 0, 1, 2])
  })

  test('are the rows of epochs, and each other table without blocks', async () => {
    const { epochs } = await read({
      epochs: {},
      trials: { start_time: [5, 6], stop_time: [6, 7] },
    })
    expect(epochs).toEqual([
      ['epochs', 0, 1, 2],
      ['epochs', 1, 3, 4],
      ['trials', null, 5, 7],
    ])
  })
})

describe('rows of a table are counted in its warnings', () => {
  test('that lack a start, or stop before it', async () => {
    const { presentations, warnings } = await read({
      cues: { start_time: [none, Infinity], stop_time: [2, 4] },
      rests: { start_time: [5, 7], stop_time: [4.5, 6.5] },
    })
    expect([...presentations.stopTimes]).toEqual([none, none])
    expect(warnings).toEqual([
      [
        'ROWS_LEFT_OUT',
        '/intervals/cues/start_time',
        '2 of the 2 rows of /intervals/cues have no start_time and are not served; the first is row 0, counted from 0. Write the missing times, or delete such rows.',
      ],
      [
        'VALUES_LEFT_OUT',
        '/intervals/rests/stop_time',
        '2 of the 2 rows of /intervals/rests stop before they start, so their stops are ignored; the first is row 0, counted from 0. Write the times again.',
      ],
    ])
  })

  test('of invalid times, that lack a start or only a stop', async () => {
    const { invalidTimes, warnings } = await read({}, (h5) => {
      writeTable(h5, '/intervals/invalid_times', 3, {
        start_time: [none, 3, 5],
        stop_time: [none, none, 6],
        tags: ['a', 'b', 'c'],
      })
    })
    expect(invalidTimes).toEqual([{ startTime: 5, stopTime: 6, tags: ['c'] }])
    expect(warnings).toEqual([
      [
        'ROWS_LEFT_OUT',
        '/intervals/invalid_times/start_time',
        '1 of the 3 rows of /intervals/invalid_times has no start_time and is not served; the first is row 0, counted from 0. Write the missing times, or delete such rows.',
      ],
      [
        'ROWS_LEFT_OUT',
        '/intervals/invalid_times/stop_time',
        '1 of the 3 rows of /intervals/invalid_times has no stop_time and is not served; the first is row 1, counted from 0. Write the missing times, or delete such rows.',
      ],
    ])
  })

  test('that all stop when nobody knows', async () => {
    const { presentations, warnings } = await read({}, (h5) => {
      writeTable(h5, '/intervals/rests', 1, { start_time: [5] })
    })
    expect([...presentations.stopTimes]).toEqual([none])
    expect(warnings).toEqual([
      [
        'COLUMN_LEFT_OUT',
        '/intervals/rests/stop_time',
        '/intervals/rests/stop_time is missing, so it is not known when the rows of the table stop. Write the column.',
      ],
    ])
  })
})

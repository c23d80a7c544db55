import { join } from 'node:path'
import type { Dataset } from 'h5wasm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SessionFile } from '../../../../src/nwb/session-file.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { writeTable } from '../../../support/recordings/write-table.ts'

const folder = temporaryFolder()
let file: SessionFile

beforeAll(async () => {
  const path = join(folder, 'intervals.nwb')
  await writeNwb(path, {
    edit(h5) {
      const trials = writeTable(h5, '/intervals/trials', 4, {
        start_time: [1, 2, 3, 4],
        response: ['hit', '', 'miss', 'hit'],
        position: { values: [1, 2, 3, 4, 1, 2, 3, 4], shape: [4, 2] },
        level: ['1', '"1', '1.0', 'loud'],
        timeseries: [0, 0, 0, 0],
      })
      trials.create_attribute('description', 'what the animal did')
      const response = trials.get('response') as Dataset
      response.create_attribute('description', 'of the animal')
      ;(trials.get('level') as Dataset).create_attribute('description', '')
      h5.create_group('intervals/planned')
    },
  })
  file = await SessionFile.open(path)
})
afterAll(() => file.close())

const read = (column: string, from: number, count: number, table = 'trials') =>
  file.read('intervalColumns', [{ table, column, from, count }])[0]

test('tables of intervals are listed with what describes them and their columns', () => {
  expect(file.load('intervalTables')).toEqual([
    {
      name: 'trials',
      description: 'what the animal did',
      rowCount: 4,
      columns: [
        { name: 'id', description: null, kind: 'number' },
        { name: 'level', description: null, kind: 'text' },
        { name: 'position', description: null, kind: 'list' },
        { name: 'response', description: 'of the animal', kind: 'text' },
        { name: 'start_time', description: null, kind: 'number' },
      ],
    },
  ])
})

test('columns are read from any row on, each value once', () => {
  expect(read('response', 0, 4)).toEqual({
    name: 'response',
    codes: Int32Array.of(0, -1, 1, 0),
    values: ['hit', 'miss'],
  })
  expect(read('response', 2, 2)).toEqual({
    name: 'response',
    codes: Int32Array.of(0, 1),
    values: ['miss', 'hit'],
  })
  expect(read('position', 1, 3)).toEqual({
    name: 'position',
    codes: Int32Array.of(0, 1, 0),
    values: [
      [3, 4],
      [1, 2],
    ],
  })
  expect(read('level', 0, 4)).toEqual({
    name: 'level',
    codes: Int32Array.of(0, 1, 0, 2),
    values: [1, '"1', 'loud'],
  })
})

test('several columns are read in the order in which they are wanted', () => {
  const requests = ['start_time', 'id'].map((column) => ({
    table: 'trials',
    column,
    from: 3,
    count: 1,
  }))
  expect(file.read('intervalColumns', requests).map(({ values }) => values)).toEqual([[4], [3]])
})

test.each([
  ['another column', () => read('reaction', 0, 1)],
  ['a column that refers to samples', () => read('timeseries', 0, 1)],
  ['another table', () => read('start_time', 0, 1, 'cues')],
  ['more rows', () => read('start_time', 2, 3)],
])('%s than there was means that the file changed', (_, readAnother) => {
  expect(readAnother).toThrow(expect.objectContaining({ code: 'FILE_CHANGED' }))
})

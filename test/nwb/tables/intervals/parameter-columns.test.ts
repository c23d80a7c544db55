import { join } from 'node:path'
import type { Dataset, Group } from 'h5wasm'
import { describe, expect, test } from 'vitest'
import { LocalFile, MemoryBytes } from '../../../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../../../src/hdf5/hdf5-file.ts'
import { DynamicTable } from '../../../../src/nwb/tables/dynamic-table.ts'
import {
  columnSources,
  type ParameterSource,
  parameterSources,
  unitColumnSources,
} from '../../../../src/nwb/tables/intervals/parameter-columns.ts'
import { Hdf5Writer } from '../../../../src/nwb-writing/hdf5-bytes/hdf5-writer.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { type TestColumn, writeTable } from '../../../support/recordings/write-table.ts'

const folder = temporaryFolder()

type Sources = (file: Hdf5File, table: DynamicTable) => ParameterSource[]

const ofTrials: Sources = (file, table) =>
  parameterSources(file, { name: 'trials', table, isStimulusTable: false })

const ofStimuli: Sources = (file, table) =>
  parameterSources(file, { name: 'gabors_presentations', table, isStimulusTable: true })

interface Reading {
  readonly sourcesOf?: Sources
  readonly rows?: { readonly from: number; readonly count: number }
  readonly edit?: (table: Group) => void
}

/** What each column says of all rows, or of some, and the warnings. */
async function read(
  rowCount: number,
  columns: Readonly<Record<string, TestColumn>>,
  { sourcesOf = ofTrials, rows = { from: 0, count: rowCount }, edit }: Reading = {},
) {
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    edit(h5) {
      const table = writeTable(h5, '/rows', rowCount, columns)
      edit?.(table)
    },
  })
  const file = await Hdf5File.open(new LocalFile(path))
  const found: Record<string, unknown> = {}
  const warnings = file.collectWarnings(() => {
    for (const { name, kind, read } of sourcesOf(file, new DynamicTable(file, '/rows'))) {
      const valueAt = read(rows)
      const values = Array.from({ length: rows.count }, (_, i) => valueAt(rows.from + i))
      found[name] = [kind, ...values]
    }
  })
  file.close()
  return { found, warnings: warnings.map(({ path, message }) => `${path}: ${message}`) }
}

const leftOut = (column: string, reason: string) =>
  `/rows/${column}: /rows/${column} ${reason}. It is not served. Write it again with pynwb or MatNWB.`

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('a column of several values per row', () => {
  test('is a parameter up to 64 of them, side by side', async () => {
    const { found, warnings } = await read(2, {
      most: { values: upTo(128), shape: [2, 64] },
      over: { values: upTo(130), shape: [2, 65] },
    })
    expect(found).toEqual({ most: ['list', upTo(64), upTo(128).slice(64)] })
    expect(warnings).toEqual([leftOut('over', 'holds 65 values per row, not 1 to 64')])
  })

  test('is a parameter up to 64 of them in its longest row, however many in all', async () => {
    const { found, warnings } = await read(3, {
      most: { values: upTo(130), ends: [64, 66, 130] },
      first: { values: upTo(67), ends: [65, 66, 67] },
      last: { values: upTo(67), ends: [1, 2, 67] },
    })
    expect(found).toEqual({
      most: ['list', upTo(64), [64, 65], upTo(130).slice(66)],
    })
    expect(warnings).toEqual([
      leftOut('first', 'holds 65 values per row, not 1 to 64'),
      leftOut('last', 'holds 65 values per row, not 1 to 64'),
    ])
  })

  test('may have pairs one after the other: up to 32 of them', async () => {
    const { found, warnings } = await read(2, {
      most: { values: upTo(66), shape: [33, 2], ends: [1, 33] },
      over: { values: upTo(68), shape: [34, 2], ends: [33, 34] },
    })
    expect(found).toEqual({ most: ['list', [0, 1], upTo(66).slice(2)] })
    expect(warnings).toEqual([leftOut('over', 'holds 66 values per row, not 1 to 64')])
  })

  test('has those of the rows that are wanted, also of pairs', async () => {
    const columns = {
      pairs: { values: upTo(12), shape: [6, 2], ends: [1, 3, 3, 6] },
      texts: { values: ['a', 'b', 'c', 'd', 'e'], ends: [1, 3, 3, 5] },
      sides: { values: upTo(8), shape: [4, 2] },
    }
    expect((await read(4, columns, { rows: { from: 1, count: 3 } })).found).toEqual({
      pairs: ['list', [2, 3, 4, 5], null, [6, 7, 8, 9, 10, 11]],
      texts: ['list', ['b', 'c'], null, ['d', 'e']],
      sides: ['list', [2, 3], [4, 5], [6, 7]],
    })
    expect((await read(4, columns, { rows: { from: 2, count: 1 } })).found).toEqual({
      pairs: ['list', null],
      texts: ['list', null],
      sides: ['list', [4, 5]],
    })
  })

  test('of whole numbers has texts only in rows with one beyond 2^53', async () => {
    const { found } = await read(
      2,
      {},
      {
        edit(table) {
          const data = BigInt64Array.of(5n, 7n, 5n, 2n ** 60n + 1n)
          table.create_dataset({ name: 'pair', data, shape: [2, 2], dtype: '<q' })
        },
      },
    )
    expect(found).toEqual({ pair: ['list', [5, 7], ['5', '1152921504606846977']] })
  })

  test('is left out where it has lists of lists, or a matrix per row', async () => {
    const { found, warnings } = await read(2, {
      nested: { values: [1, 2, 3], ends: [1, 2, 3] },
      nested_index_index: [1, 3],
      screens: { values: upTo(8), shape: [2, 2, 2] },
    })
    expect(found).toEqual({})
    expect(warnings).toEqual([
      leftOut('nested', 'holds lists of lists, which are not values of a row'),
      leftOut('screens', 'has 3 dimensions, not one value per row or a list of them'),
    ])
  })
})

describe('an index without a type', () => {
  const image = ['a', 'b', 'c']

  test.each<[string, (number | string)[]]>([
    ['ends before the entries', [0, 1, 2]],
    ['ends after the entries', [1, 2, 4]],
    ['runs backwards', [2, 1, 3]],
    ['starts below zero', [-1, 2, 3]],
    ['has fractions', [0.5, 2, 3]],
    ['is of texts', ['x', 'y', 'z']],
  ])('is a parameter of its own where it %s', async (_, index) => {
    const { found, warnings } = await read(3, { image, image_index: index as string[] })
    const kind = typeof index[0] === 'string' ? 'text' : 'number'
    expect(found).toEqual({ image: ['text', ...image], image_index: [kind, ...index] })
    expect(warnings).toEqual([])
  })

  test.each<[number[], unknown[]]>([
    [
      [1, 1, 3],
      [['a'], null, ['b', 'c']],
    ],
    [
      [0, 3, 3],
      [null, ['a', 'b', 'c'], null],
    ],
  ])('is one where it fits the entries: %j', async (index, rows) => {
    const { found } = await read(3, { image, image_index: index })
    expect(found).toEqual({ image: ['list', ...rows] })
  })

  test('is one where there are not as many entries as rows, be it wrong', async () => {
    const { found, warnings } = await read(2, { licks: [1, 2, 3], licks_index: [1, 9] })
    expect(found).toEqual({})
    expect(warnings).toEqual([
      '/rows/licks: /rows/licks_index ends at 9, but licks has 3 entries. It is not served. Write it again with pynwb or MatNWB.',
    ])
  })
})

test.each([
  ['VectorIndex', { image: ['list', ['a'], ['b']] }],
  ['VectorData', { image: ['text', 'a', 'b'], image_index: ['number', 1, 2] }],
])('a column that fits as an index is what its type says: %s', async (type, expected) => {
  const { found } = await read(
    2,
    { image: ['a', 'b'], image_index: [1, 2] },
    {
      edit: (table) =>
        (table.get('image_index') as Dataset).create_attribute('neurodata_type', type),
    },
  )
  expect(found).toEqual(expected)
})

test('a column named like the texts of codes is a parameter beside a column without codes', async () => {
  const { found } = await read(2, {
    mix: [3, 4],
    mix_elements: ['tin', 'lead'],
    side: { values: [1, 0], elements: ['left', 'right'] },
  })
  expect(found).toEqual({
    mix: ['number', 3, 4],
    mix_elements: ['text', 'tin', 'lead'],
    side: ['text', 'right', 'left'],
  })
})

test('a column of true and false has flags', async () => {
  const writer = await Hdf5Writer.open()
  writer.group('/rows')
  writer.dataset('/rows/id', BigInt64Array.of(0n, 1n))
  writer.dataset('/rows/isHit', { kind: 'booleans', values: Int8Array.of(1, 0) })
  const file = await Hdf5File.open(new MemoryBytes('flags.nwb', writer.finish().bytes))
  const [, isHit] = columnSources(file, new DynamicTable(file, '/rows'))
  const valueAt = isHit.read({ from: 0, count: 2 })
  expect([isHit.name, isHit.kind, valueAt(0), valueAt(1)]).toEqual(['isHit', 'flag', 1, 0])
  file.close()
})

test('a column that does not hold values is left out', async () => {
  const { found, warnings } = await read(
    2,
    { gain: [1, 2] },
    {
      edit(table) {
        const references = [table.create_reference(), table.create_reference()]
        table.create_dataset({ name: 'origin', data: references })
      },
    },
  )
  expect(found).toEqual({ gain: ['number', 1, 2] })
  expect(warnings).toEqual([
    leftOut('origin', 'holds references to other objects, which are not values of a row'),
  ])
})

describe('parameters of presentations', () => {
  test('are not their times, names and blocks, nor the index of a stimulus', async () => {
    const columns = {
      start_time: [1, 2],
      stop_time: [2, 3],
      stimulus_name: ['a', 'b'],
      stimulus_block: [0, 0],
      stimulus_index: [5, 6],
      timeseries: [7, 8],
      contrast: ['0.5', 'N/A'],
    }
    expect((await read(2, columns, { sourcesOf: ofStimuli })).found).toEqual({
      contrast: ['text', 0.5, null],
    })
    expect((await read(2, columns)).found).toEqual({
      contrast: ['text', 0.5, null],
      stimulus_index: ['number', 5, 6],
    })
  })

  test.each<[string, TestColumn, unknown]>([
    ['of one row', { values: ['stimulus_time_interval'], ends: [1] }, undefined],
    ['with another after it', { values: ['stimulus_time_interval', 'x'], ends: [2] }, undefined],
    [
      'after another',
      { values: ['x', 'stimulus_time_interval'], ends: [2] },
      ['list', ['x', 'stimulus_time_interval']],
    ],
    ['of none', { values: [], ends: [0] }, ['list', null]],
    ['of numbers', { values: [4], ends: [1] }, ['list', [4]]],
  ])("are tags, but those that begin with the AllenSDK's own: %s", async (_, tags, expected) => {
    const { found, warnings } = await read(1, { tags, gain: [2] }, { sourcesOf: ofStimuli })
    expect(found).toEqual({ gain: ['number', 2], ...(expected ? { tags: expected } : {}) })
    expect(warnings).toEqual([])
  })
})

test('columns of a table are all but those that refer to samples', async () => {
  const columns = { start_time: [1, 2], timeseries: [7, 8], tags: ['a', 'b'] }
  expect((await read(2, columns, { sourcesOf: columnSources })).found).toEqual({
    id: ['number', 0, 1],
    start_time: ['number', 1, 2],
    tags: ['text', 'a', 'b'],
  })
})

describe('columns of units', () => {
  const isLeftOut = (name: string) => name === 'electrodes' || name === 'id'
  const sourcesOf: Sources = (file, table) => unitColumnSources(file, table, isLeftOut)

  test('are not those left out, nor the indexes of these, be they wrong', async () => {
    const { found, warnings } = await read(
      2,
      { electrodes: [4, 5], electrodes_index: [9, 9], drift_index: [3, 4], label: ['7', ''] },
      { sourcesOf },
    )
    expect(found).toEqual({ drift_index: ['number', 3, 4], label: ['text', '7', null] })
    expect(warnings).toEqual([])
  })

  test('that lie in another file fail them all', async () => {
    const reading = read(
      2,
      {},
      { sourcesOf, edit: (table) => void table.create_external_link('other.nwb', '/x', 'label') },
    )
    await expect(reading).rejects.toMatchObject({ code: 'EXTERNAL_DATA_REFUSED' })
  })

  test('are warned of where they are not values of units', async () => {
    const { found, warnings } = await read(2, { layer: [1, 2, 3] }, { sourcesOf })
    expect(found).toEqual({})
    expect(warnings).toEqual([
      '/rows/layer: /rows/layer has 3 entries, but the table has 2 rows, so it is not served: a column of the units table has one value per unit, or a list of up to 64.',
    ])
  })
})

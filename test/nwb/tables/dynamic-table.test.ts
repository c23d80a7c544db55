import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LocalFile } from '../../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../../src/hdf5/hdf5-file.ts'
import { DynamicTable } from '../../../src/nwb/tables/dynamic-table.ts'
import { temporaryFolder, writeNwb } from '../../support/recordings/write-nwb.ts'
import { writeTable } from '../../support/recordings/write-table.ts'

const folder = temporaryFolder()
let file: Hdf5File
let table: DynamicTable

beforeAll(async () => {
  const path = join(folder, 'tables.nwb')
  await writeNwb(path, {
    edit: (written) => {
      writeTable(written, '/tables/rows', 3, {
        depth: [20, 40, 60],
        numeral: ['1.5', ' NaN ', 'n/a'],
        numerals: ['7', ' 12 ', '9'],
        huge: ['7', '9007199254740993', '9'],
        word: ['1', 'deep', '3'],
        pairs: { values: [1, 2, 3, 4, 5, 6], shape: [3, 2] },
        short: [1, 2],
        layer: { values: [1, 0, 1], elements: ['L2/3', 'L5'] },
        odd_layer: { values: [1, 2, 0], elements: ['L2/3', 'L5'] },
        valid: ['yes', ' F ', 'None'],
        running: [1, 0, Number.NaN],
        doubtful: ['yes', 'no', 'perhaps'],
        twofold: [0, 1, 2],
        tags: { values: ['a', 'b', 'c'], ends: [2, 2, 3] },
        regions: { values: [7, 8, 9], ends: [2, 2, 3] },
        plain_region: [4, -3, 0],
        split_region: [4, 0.5, 0],
        region_pairs: { values: [7, 70, 8, 80, 9, 90], shape: [3, 2] },
        region_words: ['a', 'b', 'c'],
        backwards: { values: [7, 8, 9], ends: [2, 1, 3] },
        past: { values: [7, 8, 9], ends: [2, 2, 4] },
        between: { values: [7, 8, 9], ends: [1.5, 2, 3] },
        left: { values: [7, 8, 9], ends: [0, 1, 2] },
      })
      written.create_group('tables/rows/inner')
      written.create_group('tables/without_ids').create_dataset({ name: 'flag', data: [1, 0] })
      written.create_group('tables/empty')
    },
  })
  file = await Hdf5File.open(new LocalFile(path))
  table = new DynamicTable(file, '/tables/rows')
})
afterAll(() => file.close())

/** What is read, and the warnings of its reading. */
function read<Value>(column: () => Value): { value: Value; warnings: string[] } {
  const values: Value[] = []
  const warnings = file.collectWarnings(() => values.push(column()))
  return { value: values[0], warnings: warnings.map(({ code, message }) => `${code} ${message}`) }
}

/** As a column that is left out is warned of. */
const leftOut = (column: string, found: string) => ({
  value: null,
  warnings: [
    `COLUMN_LEFT_OUT /tables/rows/${column} ${found}. It is not served. Write it again with pynwb or MatNWB.`,
  ],
})
const taken = <Value>(value: Value) => ({ value, warnings: [] })

describe('a table', () => {
  test('is a group with ids, one per row', () => {
    expect(table.rowCount).toBe(3)
    expect([...table.ids()]).toEqual([0, 1, 2])
    expect(table.has('depth')).toBe(true)
    expect(table.has('height')).toBe(false)
    expect(DynamicTable.at(file, '/tables/rows')?.rowCount).toBe(3)
  })

  test('without ids can have its rows counted by another column', () => {
    expect(DynamicTable.at(file, '/tables/without_ids', 'flag')?.rowCount).toBe(2)
    expect(() => new DynamicTable(file, '/tables/without_ids')).toThrow(
      '/tables/without_ids/id is missing',
    )
  })

  test('is left out where it is a group without ids, and null where it is no group', () => {
    expect(read(() => DynamicTable.at(file, '/tables/without_ids'))).toEqual({
      value: null,
      warnings: [
        'TABLE_LEFT_OUT /tables/without_ids is a group without the column id, which every NWB table must have, so it is not served. If it should be a table, write it again with pynwb or MatNWB.',
      ],
    })
    expect(read(() => DynamicTable.at(file, '/tables/rows/depth'))).toEqual(taken(null))
    expect(read(() => DynamicTable.at(file, '/tables/none'))).toEqual(taken(null))
  })
})

describe('a column of numbers', () => {
  test('has one per row, be they written as texts', () => {
    expect(read(() => table.numbers('depth'))).toEqual(taken(Float64Array.of(20, 40, 60)))
    expect(read(() => table.numbers('numeral'))).toEqual(
      taken(Float64Array.of(1.5, Number.NaN, Number.NaN)),
    )
    expect(read(() => table.numbers('height'))).toEqual(taken(null))
    expect(() => table.requiredNumbers('height')).toThrow('/tables/rows/height is missing')
  })

  test.each([
    ['word', 'holds texts such as "deep" where numbers are expected'],
    ['pairs', 'holds 2 values per row where one is expected'],
    ['short', 'has 2 entries, but the table has 3 rows'],
    ['inner', 'is a group where a column is expected'],
  ])('is left out where it is not: %s', (column, found) => {
    expect(read(() => table.numbers(column))).toEqual(leftOut(column, found))
    expect(read(() => table.exactNumbers(column))).toEqual(leftOut(column, found))
    expect(read(() => table.safeNumbers(column))).toEqual(leftOut(column, found))
    expect(() => table.assertReadable(column)).toThrow(`/tables/rows/${column} ${found}`)
  })

  test('is not rounded where its numbers are texts', () => {
    const found = 'holds texts such as "9007199254740993"; numbers beyond 2^53 must be int64'
    expect(read(() => table.exactNumbers('huge'))).toEqual(leftOut('huge', found))
    expect(read(() => table.exactNumbers('numerals'))).toEqual(taken(Float64Array.of(7, 12, 9)))
    expect(read(() => table.safeNumbers('numerals'))).toEqual(taken(Float64Array.of(7, 12, 9)))
  })

  test.each(['depth', 'numeral'])('can be checked alone: %s', (column) => {
    expect(() => table.assertReadable(column)).not.toThrow()
  })
})

describe('a column of texts', () => {
  test('has one per row', () => {
    expect(read(() => table.strings('word'))).toEqual(taken(['1', 'deep', '3']))
    expect(read(() => table.strings('height'))).toEqual(taken(null))
    expect(read(() => table.strings('inner'))).toEqual(
      leftOut('inner', 'is a group where a column is expected'),
    )
  })

  test('of codes has the texts that they stand for, none for a code without one', () => {
    expect(read(() => table.strings('layer'))).toEqual(taken(['L5', 'L2/3', 'L5']))
    expect(read(() => table.strings('odd_layer'))).toEqual({
      value: ['L5', '', 'L2/3'],
      warnings: [
        'VALUES_LEFT_OUT /tables/rows/odd_layer holds codes such as 2, but /tables/rows/odd_layer_elements has 2 texts, for codes from 0; the values of such rows are missing. Write the codes or the texts again.',
      ],
    })
  })

  test('can be read row by row', () => {
    const words = table.stringReader('word')
    expect([2, 0, 2].map((row) => words?.(row))).toEqual(['3', '1', '3'])
    const layers = table.stringReader('layer')
    expect([1, 2].map((row) => layers?.(row))).toEqual(['L2/3', 'L5'])
    expect(table.stringReader('height')).toBeNull()
    expect(read(() => table.stringReader('short'))).toEqual(
      leftOut('short', 'has 2 entries, but the table has 3 rows'),
    )
  })

  test('may have several per row, or one each', () => {
    expect(read(() => table.raggedStrings('tags'))).toEqual(taken([['a', 'b'], [], ['c']]))
    expect(read(() => table.raggedStrings('word'))).toEqual(taken([['1'], ['deep'], ['3']]))
    expect(read(() => table.raggedStrings('height'))).toEqual(taken(null))
  })
})

describe('a column of flags', () => {
  test('says yes or no, in words or numbers; where it says nothing, no', () => {
    expect(read(() => table.flags('valid'))).toEqual(taken(Uint8Array.of(1, 0, 0)))
    expect(read(() => table.flags('running'))).toEqual(taken(Uint8Array.of(1, 0, 0)))
    expect(read(() => table.flags('height'))).toEqual(taken(null))
  })

  test('that says anything else is left out', () => {
    expect(read(() => table.flags('doubtful'))).toEqual(
      leftOut('doubtful', 'holds "perhaps" where yes or no is expected'),
    )
    expect(read(() => table.flags('twofold'))).toEqual(
      leftOut('twofold', 'holds "2" where yes or no is expected'),
    )
  })
})

describe('a column of rows of another table', () => {
  test.each([
    ['regions', [7, -1, 9]],
    ['plain_region', [4, -1, 0]],
    ['region_pairs', [7, 8, 9]],
  ])('%s: the first of each row, -1 for none', (column, expected) => {
    expect(read(() => table.firstRegions(column))).toEqual(taken(Float64Array.from(expected)))
  })

  test('is left out where it does not hold whole numbers', () => {
    expect(read(() => table.firstRegions('split_region'))).toEqual(
      leftOut('split_region', 'holds 0.5 where whole numbers are expected'),
    )
    expect(read(() => table.firstRegions('short'))).toEqual(
      leftOut('short', 'has 2 entries, but the table has 3 rows'),
    )
    expect(read(() => table.firstRegions('height'))).toEqual(taken(null))
    const { value, warnings } = read(() => table.firstRegions('region_words'))
    expect(value).toBeNull()
    expect(warnings).toEqual([expect.stringMatching(/region_words holds .* numbers are expected/)])
  })
})

describe('the ends of ragged rows', () => {
  test('lie within the entries', () => {
    expect(read(() => table.ends('tags'))).toEqual(taken(Float64Array.of(2, 2, 3)))
    expect(read(() => table.ends('depth'))).toEqual(taken(null))
    expect(read(() => table.ends('height'))).toEqual(taken(null))
  })

  test.each([
    ['backwards', "says that row 1 ends at 1, before the previous row's end at 2"],
    ['past', 'ends at 4, but past has 3 entries'],
    ['between', 'says that row 0 ends at 1.5, not a whole number'],
  ])('are an error where they do not: %s', (column, found) => {
    expect(() => table.ends(column)).toThrow(`/tables/rows/${column}_index ${found}`)
  })

  test('may leave entries that belong to no row', () => {
    expect(read(() => table.ends('left'))).toEqual({
      value: Float64Array.of(0, 1, 2),
      warnings: [
        'VALUES_LEFT_OUT /tables/rows/left has 3 entries, but /tables/rows/left_index ends at 2; the remaining entries belong to no row and are not served. Write the index again to have them served.',
      ],
    })
  })

  test('of numbers are those of one number per entry', () => {
    expect(table.entryEnds('regions')).toEqual(Float64Array.of(2, 2, 3))
    expect(table.entryEnds('depth')).toBeNull()
    expect(table.entryEnds('height')).toBeNull()
    expect(() => table.entryEnds('tags')).toThrow('/tables/rows/tags holds')
    expect(() => table.entryEnds('pairs')).toThrow('/tables/rows/pairs holds 2 values per row')
    expect(() => table.assertNumbers('height')).toThrow('/tables/rows/height is missing')
  })
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LocalFile } from '../../../../src/byte-sources/byte-source.ts'
import { Hdf5File } from '../../../../src/hdf5/hdf5-file.ts'
import { DynamicTable } from '../../../../src/nwb/tables/dynamic-table.ts'
import {
  type WaveformColumn,
  waveformColumn,
} from '../../../../src/nwb/tables/units/waveform-column.ts'
import { temporaryFolder, writeNwb } from '../../../support/recordings/write-nwb.ts'
import { writeTable } from '../../../support/recordings/write-table.ts'

const folder = temporaryFolder()
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

/** Use the column of a table of three units: numbers from 0 on, of some shape. */
async function withColumn<Value>(
  shape: readonly number[],
  ends: readonly number[] | null,
  use: (column: WaveformColumn | null) => Value,
): Promise<Value> {
  const values = upTo(shape.reduce((product, length) => product * length))
  const column = { values, shape, ...(ends ? { ends } : {}) }
  const path = await writeNwb(join(folder, `${crypto.randomUUID()}.nwb`), {
    edit: (h5) => void writeTable(h5, '/rows', 3, { waveform_mean: column }),
  })
  const file = await Hdf5File.open(new LocalFile(path))
  try {
    return use(waveformColumn(new DynamicTable(file, '/rows')))
  } finally {
    file.close()
  }
}

const rowsOf = (column: WaveformColumn | null, unit: number, rows: number[]) => [
  ...(column?.read(unit, Uint32Array.from(rows)) ?? []),
]

test('ragged waveforms have a row of samples per channel of each unit', async () => {
  await withColumn([7, 2], [3, 3, 7], (column) => {
    expect(column?.stored).toEqual({ rowCounts: Float64Array.of(3, 0, 4), sampleCount: 2 })
    expect(rowsOf(column, 0, [0, 1, 2])).toEqual([0, 1, 2, 3, 4, 5])
    expect(rowsOf(column, 2, [3, 0, 1])).toEqual([12, 13, 6, 7, 8, 9])
    expect(rowsOf(column, 2, [0, 2, 2])).toEqual([6, 7, 10, 11, 10, 11])
    expect(rowsOf(column, 2, [])).toEqual([])
  })
})

test('waveforms of one channel have a row of samples per unit', async () => {
  await withColumn([3, 4], null, (column) => {
    expect(column?.stored).toEqual({ rowCounts: Float64Array.of(1, 1, 1), sampleCount: 4 })
    expect(rowsOf(column, 2, [0])).toEqual([8, 9, 10, 11])
    expect(rowsOf(column, 2, [])).toEqual([])
  })
})

test('waveforms of some channels side by side have the channels that are wanted', async () => {
  await withColumn([3, 2, 3], null, (column) => {
    expect(column?.stored).toEqual({ rowCounts: Float64Array.of(3, 3, 3), sampleCount: 2 })
    expect(rowsOf(column, 1, [2, 0])).toEqual([8, 11, 6, 9])
  })
})

test.each<[string, number[], number[] | null]>([
  ['one number per unit', [3], null],
  ['ragged numbers', [4], [1, 2, 4]],
  ['ragged matrices', [4, 2, 2], [1, 2, 4]],
  ['matrices of matrices', [3, 2, 2, 2], null],
  ['more rows than units', [4, 2], null],
  ['fewer rows than units', [2, 2, 2], null],
])('waveforms of another shape are none: %s', async (_, shape, ends) => {
  expect(await withColumn(shape, ends, (column) => column)).toBeNull()
})

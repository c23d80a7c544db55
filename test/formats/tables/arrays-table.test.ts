import { describe, expect, test } from 'vitest'
import { alongDimension, type LabelledArrays } from '../../../src/formats/labelled-arrays.ts'
import { arraysTable } from '../../../src/formats/tables/arrays-table.ts'
import { cellAt } from '../../../src/formats/tables/table.ts'

/** Columns with their types, and all rows. */
async function written(arrays: LabelledArrays) {
  const { columns, rowCount, chunks } = arraysTable(arrays)
  const rows: unknown[][] = []
  const lengths: number[] = []
  for await (const chunk of chunks()) {
    const length = chunk[0]?.length ?? 0
    lengths.push(length)
    for (let row = 0; row < length; row++) rows.push(chunk.map((cells) => cellAt(cells, row)))
  }
  return { columns: columns.map(({ name, type }) => [name, type]), rowCount, rows, lengths }
}

describe('one array of several dimensions', () => {
  const counts = { name: 'counts', dims: ['bin', 'unit'], shape: [2, 3] }
  const main = { ...counts, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
  const unitIds = alongDimension('unit', 'unit_ids', BigInt64Array.of(11n, 12n, 13n))
  const starts = alongDimension('bin', 'bin_start', Float64Array.of(0.5, 1), { column: 'start' })

  test('has a column for each entry of the last, named by its first coordinate', async () => {
    const areas = alongDimension('unit', 'areas', ['CA1', 'VISp', 'LGd'])
    expect(
      await written({ main, coordinates: [starts, unitIds, areas], attributes: {} }),
    ).toMatchObject({
      columns: [
        ['start', 'float'],
        ['11', 'integer'],
        ['12', 'integer'],
        ['13', 'integer'],
      ],
      rowCount: 2,
      rows: [
        [0.5, 1, 2, 3],
        [1, 4, 5, 6],
      ],
    })
  })

  test('has numbered columns where there is no coordinate along it', async () => {
    const single = { name: 'start', dims: [], shape: [], data: Float64Array.of(7) }
    const both = { name: 'mask', dims: ['bin', 'unit'], shape: [2, 3], data: new Uint8Array(6) }
    const { columns } = await written({ main, coordinates: [single, both], attributes: {} })
    expect(columns.map(([name]) => name)).toEqual(['0', '1', '2'])
  })

  test('has a row for each index of the others, with what lies along them', async () => {
    const trials = alongDimension('trial', 'trial_ids', Uint16Array.of(7, 8))
    const bins = alongDimension('bin', 'bins', ['early', 'late'])
    const cube = {
      ...{ name: 'counts', dims: ['trial', 'bin', 'unit'], shape: [2, 2, 1] },
      data: Uint16Array.of(1, 2, 3, 4),
    }
    const named = alongDimension('unit', 'unit_ids', Float64Array.of(11))
    expect(
      await written({ main: cube, coordinates: [trials, bins, named], attributes: {} }),
    ).toMatchObject({
      columns: [
        ['trial_ids', 'integer'],
        ['bins', 'text'],
        ['11', 'integer'],
      ],
      rowCount: 4,
      rows: [
        [7, 'early', 1],
        [7, 'late', 2],
        [8, 'early', 3],
        [8, 'late', 4],
      ],
    })
  })

  test('may come piece by piece', async () => {
    async function* cells() {
      yield Float32Array.of(0, 1, 2, 3)
      yield Float32Array.of(4, 5)
    }
    const streamed = { name: 'data', dims: ['time', 'channel'], shape: [3, 2], cells: cells() }
    const times = alongDimension('time', 'times', Float64Array.of(0.1, 0.2, 0.3))
    expect(
      await written({
        main: { ...streamed, dtype: 'float32' },
        coordinates: [times],
        attributes: {},
      }),
    ).toMatchObject({
      columns: [
        ['times', 'float'],
        ['0', 'float'],
        ['1', 'float'],
      ],
      rows: [
        [0.1, 0, 1],
        [0.2, 2, 3],
        [0.3, 4, 5],
      ],
      lengths: [2, 1],
    })
  })

  test('of whole numbers stays so when it comes piece by piece', async () => {
    async function* cells() {
      yield Uint16Array.of(9)
    }
    const streamed = { name: 'data', dims: ['time'], shape: [1], cells: cells() }
    for (const dtype of ['uint16', 'int32'] as const) {
      const { columns } = arraysTable({
        main: { ...streamed, dtype },
        coordinates: [],
        attributes: {},
      })
      expect(columns).toEqual([{ name: 'data', type: 'integer' }])
    }
  })

  test('is written some rows at a time, each beside its own labels', async () => {
    const rowCount = 10_000
    const data = Uint32Array.from({ length: rowCount }, (_, row) => row)
    const long = { name: 'counts', dims: ['bin', 'unit'], shape: [rowCount, 1], data }
    const labels = alongDimension('bin', 'bins', Float64Array.from(data))
    const { rows, lengths } = await written({ main: long, coordinates: [labels], attributes: {} })
    expect(lengths).toEqual([4096, 4096, 1808])
    expect(rows).toHaveLength(rowCount)
    expect(rows.every(([label, count], row) => label === row && count === row)).toBe(true)
  })
})

describe('arrays beside each other', () => {
  test('are columns, with a row for each cell', async () => {
    const shape = [2, 2]
    const dims = ['group', 'unit']
    expect(
      await written({
        main: { name: 'means', dims, shape, data: Float64Array.of(1, 2, 3, Number.NaN) },
        beside: [
          { name: 'errors', dims, shape, data: Float64Array.of(0.1, 0.2, 0.3, 0.4), column: 'sem' },
          alongDimension('group', 'sizes', BigUint64Array.of(5n, 2n ** 64n - 1n)),
          alongDimension('elsewhere', 'others', Uint8Array.of(1)),
        ],
        coordinates: [alongDimension('unit', 'unit_ids', BigInt64Array.of(11n, 12n))],
        attributes: {},
      }),
    ).toMatchObject({
      columns: [
        ['unit_ids', 'integer'],
        ['means', 'float'],
        ['sem', 'float'],
        ['sizes', 'unsigned'],
      ],
      rowCount: 4,
      rows: [
        [11n, 1, 0.1, 5n],
        [12n, 2, 0.2, 5n],
        [11n, 3, 0.3, 2n ** 64n - 1n],
        [12n, null, 0.4, 2n ** 64n - 1n],
      ],
    })
  })

  test('of one dimension are, too, without any other', async () => {
    const main = { ...alongDimension('event', 'times', Float64Array.of(1, 2)), column: 'time' }
    expect(await written({ main, coordinates: [], attributes: {} })).toMatchObject({
      columns: [['time', 'float']],
      rows: [[1], [2]],
    })
  })
})

import { describe, expect, test } from 'vitest'
import {
  cellAt,
  inChunks,
  rowsAtATime,
  tableOf,
  wholeColumn,
} from '../../../src/formats/tables/table.ts'

async function all<Item>(items: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a column of whole numbers', () => {
  test('is of float64 where that holds all of them', () => {
    expect(wholeColumn('id', [3, null, undefined, -1])).toEqual({
      name: 'id',
      type: 'integer',
      cells: Float64Array.of(3, Number.NaN, Number.NaN, -1),
    })
  })

  test('is of bigints where one is, unsigned where one is beyond int64', () => {
    const largest = 2n ** 63n - 1n
    expect(wholeColumn('id', [1, largest, null, undefined])).toEqual({
      name: 'id',
      type: 'integer',
      cells: [1n, largest, null, null],
    })
    expect(wholeColumn('id', [null, largest + 1n]).type).toBe('unsigned')
  })
})

test('a missing cell is null', () => {
  const cells = Float64Array.of(0, Number.NaN)
  expect([0, 1, 2].map((row) => cellAt(cells, row))).toEqual([0, null, null])
  expect([0, 1, 2, 3].map((row) => cellAt(['', null, 5n], row))).toEqual(['', null, 5n, null])
})

describe('a table in memory', () => {
  test('has as many rows as its columns, and their names', async () => {
    const table = tableOf([
      { name: 'a', type: 'float', cells: Float64Array.of(1, 2) },
      { name: 'b', type: 'text', cells: ['x', null] },
    ])
    expect(table.rowCount).toBe(2)
    expect(table.columns).toEqual([
      { name: 'a', type: 'float' },
      { name: 'b', type: 'text' },
    ])
    expect(await all(table.chunks())).toEqual([[Float64Array.of(1, 2), ['x', null]]])
    expect(tableOf([]).rowCount).toBe(0)
  })

  test('comes some rows at a time', async () => {
    const cells = Float64Array.from({ length: 10_000 }, (_, row) => row)
    const chunks = await all(inChunks([cells, cells]))
    expect(chunks.map(([first]) => first?.length)).toEqual([4096, 4096, 1808])
    expect(chunks[1]?.[1]?.[0]).toBe(4096)
    expect(await all(inChunks([new Float64Array(0)]))).toEqual([])
  })

  test('is written by about 8192 cells, and a row at least', () => {
    expect([0, 1, 3, 8192, 10_000].map(rowsAtATime)).toEqual([8192, 8192, 2730, 1, 1])
  })
})

import { expect, test } from 'vitest'
import { inChunks, rowsAtATime, tableOf, wholeColumn } from '../../../src/formats/tables/table.ts'

test('columns come some rows at a time, and others get their turn in between', async () => {
  const order: string[] = []
  setImmediate(() => order.push('other'))
  const long = Float64Array.from({ length: 10_000 }, (_, row) => row)
  for await (const [cells] of inChunks([long])) order.push(`${cells[0]} and ${cells.length}`)
  // 8,192 cells at a time.
  expect(order).toEqual(['0 and 8192', 'other', '8192 and 1808'])
})

test('no column has no rows', async () => {
  expect(tableOf([])).toMatchObject({ columns: [], rowCount: 0 })
  expect(await inChunks([]).next()).toEqual({ done: true, value: undefined })
})

test.each([
  [0, 8192],
  [1, 8192],
  [3, 2730],
  [8192, 1],
  [8193, 1],
])('of %d columns, %d rows are written at once', (columns, rows) => {
  expect(rowsAtATime(columns)).toBe(rows)
})

test.each([
  [[1, null, undefined], 'integer', Float64Array.of(1, Number.NaN, Number.NaN)],
  [[1, 2n ** 63n - 1n, null], 'integer', [1n, 2n ** 63n - 1n, null]],
  [[1, 2n ** 63n, undefined], 'unsigned', [1n, 2n ** 63n, null]],
])('whole numbers %o are %s', (values, type, cells) => {
  expect(wholeColumn('x', values)).toEqual({ name: 'x', type, cells })
})

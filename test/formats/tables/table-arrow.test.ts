import { tableFromIPC } from '@uwdata/flechette'
import { expect, test } from 'vitest'
import { tableOf, wholeColumn } from '../../../src/formats/tables/table.ts'
import { encodeTableArrow } from '../../../src/formats/tables/table-arrow.ts'

test('a table as Arrow has whole numbers of 64 bits, null where a cell is missing', async () => {
  const largest = 2n ** 64n - 1n
  const parts = await encodeTableArrow(
    tableOf([
      wholeColumn('id', [3, null, -1]),
      wholeColumn('serial', [largest, null, 7]),
      { name: 'depth', type: 'float', cells: Float64Array.of(0.5, Number.NaN, -2) },
      { name: 'area', type: 'text', cells: ['VISp', null, ''] },
    ]),
    [
      ['session', '1'],
      ['rows', 3],
    ],
  )
  const table = tableFromIPC(Buffer.concat(parts), { useBigInt: true })
  expect(Object.fromEntries(table.schema.metadata ?? [])).toEqual({ session: '1', rows: '3' })
  expect(table.schema.fields.map(({ name, type }) => [name, type])).toMatchObject([
    ['id', { bitWidth: 64, signed: true }],
    ['serial', { bitWidth: 64, signed: false }],
    ['depth', { precision: 2 }],
    ['area', {}],
  ])
  expect(table.toArray()).toEqual([
    { id: 3n, serial: largest, depth: 0.5, area: 'VISp' },
    { id: null, serial: null, depth: null, area: null },
    { id: -1n, serial: 7n, depth: -2, area: '' },
  ])
})

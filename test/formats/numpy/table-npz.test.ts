import { expect, test } from 'vitest'
import { vector } from '../../../src/formats/numpy/npy.ts'
import { decodeNpz } from '../../../src/formats/numpy/read-npz.ts'
import { encodeTableNpz } from '../../../src/formats/numpy/table-npz.ts'
import type { Table } from '../../../src/formats/tables/table.ts'

const arraysOf = async (table: Table) => decodeNpz(Buffer.concat(await encodeTableNpz(table)))

test('each column is an array of its type, over all chunks', async () => {
  const big = 2n ** 62n
  const chunks = [
    [Float64Array.of(1, 2), Float64Array.of(0.5, Number.NaN), ['x', null], [1n, big], [1n, null]],
    [Float64Array.of(3), Float64Array.of(2), ['y'], [3n], [big]],
  ]
  const arrays = await arraysOf({
    columns: [
      { name: 'whole', type: 'integer' },
      { name: 'real', type: 'float' },
      { name: 'text', type: 'text' },
      { name: 'wide', type: 'integer' },
      { name: 'gaps', type: 'integer' },
    ],
    rowCount: 3,
    chunks: () => chunks,
  })
  expect([...arrays]).toEqual([
    ['whole', vector(BigInt64Array.of(1n, 2n, 3n))],
    ['real', vector(Float64Array.of(0.5, Number.NaN, 2))],
    ['text', vector(['x', '', 'y'])],
    ['wide', vector(BigInt64Array.of(1n, big, 3n))],
    // Float64 would round the last.
    ['gaps', vector(['1', '', String(big)])],
  ])
})

test('a column beyond int64 is unsigned; whole numbers with a gap are float64', async () => {
  const arrays = await arraysOf({
    columns: [
      { name: 'unsigned', type: 'unsigned' },
      { name: 'gap', type: 'integer' },
      { name: 'whole floats', type: 'float' },
    ],
    rowCount: 2,
    chunks: () => [[[1n, 2n ** 64n - 1n], Float64Array.of(1, Number.NaN), Float64Array.of(1, 2)]],
  })
  expect([...arrays.values()]).toEqual([
    vector(BigUint64Array.of(1n, 2n ** 64n - 1n)),
    vector(Float64Array.of(1, Number.NaN)),
    vector(Float64Array.of(1, 2)),
  ])
})

test('a table of more cells than fit into memory is refused before it is read', async () => {
  const table = (rowCount: number): Table => ({
    columns: [
      { name: 'a', type: 'text' },
      { name: 'b', type: 'text' },
    ],
    rowCount,
    chunks: () => [],
  })
  await expect(encodeTableNpz(table(125_000_001))).rejects.toThrow('125000001 rows of 2 columns')
  await expect(encodeTableNpz(table(125_000_000))).resolves.toBeDefined()
})

import { expect, test } from 'vitest'
import { UnexpectedResponseError } from '../../src/client/errors.ts'
import { decodeTable } from '../../src/client/table.ts'
import { npzParts } from '../../src/formats/matrices/matrix-file.ts'
import type { NdArray } from '../../src/formats/numpy/npy.ts'

const decode = (members: Record<string, NdArray>) =>
  decodeTable(Buffer.concat(npzParts(Object.entries(members))))

const ids = { shape: [2], data: Uint8Array.of(7, 8) }

test('a table has its columns in order, of as many rows each', () => {
  const areas = { shape: [2], data: ['VISp', ''] }
  const { rowCount, columns } = decode({ id: ids, area: areas })
  expect(rowCount).toBe(2)
  expect([...columns]).toEqual([
    ['id', Uint8Array.of(7, 8)],
    ['area', ['VISp', '']],
  ])
})

test('a table may have no rows, and no columns', () => {
  expect(decode({ id: { shape: [0], data: new Uint8Array(0) } }).rowCount).toBe(0)
  expect(decode({})).toEqual({ rowCount: 0, columns: new Map() })
})

test.each<[string, Record<string, NdArray>]>([
  ['of different lengths', { id: ids, more: { shape: [3], data: Uint8Array.of(1, 2, 3) } }],
  ['of two dimensions', { id: ids, more: { shape: [2, 1], data: Uint8Array.of(1, 2) } }],
  ['without a dimension', { one: { shape: [], data: Uint8Array.of(1) } }],
])('arrays %s are not a table', (_, members) => {
  expect(() => decode(members)).toThrow(UnexpectedResponseError)
})

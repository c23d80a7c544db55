import { expect, test } from 'vitest'
import {
  sortProjectUnits,
  sortUnits,
  type UnitOrder,
} from '../../../src/domain/units/sort-units.ts'
import { memoryTables } from '../../support/memory/memory-session.ts'

const tables = memoryTables({
  units: [
    { id: 5, area: 'VISp', spikes: [1], metrics: { snr: 2 } },
    { id: 4, area: null, spikes: [], metrics: { snr: Number.NaN } },
    { id: 9, area: 'LGd', spikes: [1, 2], metrics: { snr: 3 } },
    { id: 1, area: 'VISp', spikes: [1], metrics: { snr: 1 } },
  ],
})

const sorted = (...orders: UnitOrder[]) =>
  Array.from(sortUnits(tables, Uint32Array.of(0, 1, 2, 3), orders), (row) => tables.units.ids[row])

test.each([
  ['id', [1, 4, 5, 9], [9, 5, 4, 1]],
  ['snr', [1, 5, 9, 4], [9, 5, 1, 4]],
  ['area', [9, 5, 1, 4], [5, 1, 9, 4]],
  ['spikeCount', [4, 5, 1, 9], [9, 5, 1, 4]],
  ['verticalPosition', [5, 4, 9, 1], [1, 9, 4, 5]],
  ['channel', [1, 4, 5, 9], [9, 5, 4, 1]],
  ['probe', [5, 4, 9, 1], [5, 4, 9, 1]],
] as const)('by %s, a missing value last', (by, up, down) => {
  expect(sorted({ by, direction: 'ascending' })).toEqual(up)
  expect(sorted({ by, direction: 'descending' })).toEqual(down)
})

test('by one key, then by another', () => {
  const byArea = { by: 'area', direction: 'ascending' } as const
  expect(sorted(byArea, { by: 'id', direction: 'ascending' })).toEqual([9, 1, 5, 4])
})

test('only the rows given, which may be a part', () => {
  const rows = sortUnits(tables, Uint32Array.of(3, 0), [{ by: 'snr', direction: 'descending' }])
  expect(rows).toEqual(Uint32Array.of(0, 3))
})

test('by ids beyond 2^53, to the last digit, also among those of a session whose ids are smaller', () => {
  const ids = BigInt64Array.of(9007199254740993n, 9007199254740992n, 4n, -9007199254740993n)
  const wide = { ...tables, units: { ...tables.units, ids } }
  const byId = { by: 'id', direction: 'ascending' } as const
  expect(sortUnits(wide, Uint32Array.of(0, 1, 2, 3), [byId])).toEqual(Uint32Array.of(3, 2, 1, 0))
  // 4 is an id of both sessions: ties keep their order.
  const units = [wide, tables].flatMap((one) => [0, 1, 2, 3].map((row) => ({ tables: one, row })))
  const sortedIds = sortProjectUnits(units, [byId]).map(
    ({ tables: one, row }) => one.units.ids[row],
  )
  const most = [9007199254740992n, 9007199254740993n]
  expect(sortedIds).toEqual([-9007199254740993n, 1, 4n, 4, 5, 9, ...most])
})

test('the same id of different types ties', () => {
  const wide = { ...tables, units: { ...tables.units, ids: BigInt64Array.of(5n, 4n, 9n, 1n) } }
  const units = [tables, wide, tables].map((one) => ({ tables: one, row: 0 }))
  const order = sortProjectUnits(units, [{ by: 'id', direction: 'ascending' }])
  expect(order.map(({ tables: one }) => one.units.ids[0])).toEqual([5, 5n, 5])
})

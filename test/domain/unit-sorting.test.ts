import { expect, test } from 'vitest'
import { sortUnits, type UnitOrder } from '../../src/domain/unit-sorting.ts'
import { memoryTables } from '../support/memory-session.ts'

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

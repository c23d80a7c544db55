import { expect, test } from 'vitest'
import { unitIds } from '../../../../src/graphql/fields/lists/global-ids.ts'
import { memoryTables } from '../../../support/memory/memory-session.ts'

test('rows that share an id are told apart by how many come before', () => {
  const tables = memoryTables({
    units: [5, 7, 8, 7, 7].map((id) => ({ id, area: 'VISp', spikes: [] })),
  })
  expect([0, 1, 2, 3].map((before) => unitIds.rowOf(tables, '7', before))).toEqual([1, 3, 4, -1])
  expect([0, 1].map((before) => unitIds.rowOf(tables, '8', before))).toEqual([2, -1])
  expect(unitIds.rowOf(tables, '6', 0)).toBe(-1)
})

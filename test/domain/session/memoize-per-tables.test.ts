import { expect, test } from 'vitest'
import { rememberPerTables } from '../../../src/domain/session/memoize-per-tables.ts'
import type { SessionTables } from '../../../src/domain/session/session-tables.ts'

test('computes once for each tables, whatever comes out', () => {
  const asked: SessionTables[] = []
  const findNothing = rememberPerTables((tables) => {
    asked.push(tables)
    return asked.length > 1 ? 'second' : undefined
  })
  const one = {} as SessionTables
  const other = {} as SessionTables
  expect([findNothing(one), findNothing(one), findNothing(other), findNothing(one)]).toEqual([
    undefined,
    undefined,
    'second',
    undefined,
  ])
  expect(asked).toHaveLength(2)
})

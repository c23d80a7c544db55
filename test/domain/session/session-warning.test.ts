import { expect, test } from 'vitest'
import { WarningCollector } from '../../../src/domain/session/session-warning.ts'

test('each thing is warned of once, in order of paths and codes, whatever was read first', () => {
  const warnings = new WarningCollector()
  const ofTable = { code: 'TABLE_LEFT_OUT', path: '/units', message: 'first' } as const
  const ofColumn = { code: 'COLUMN_LEFT_OUT', path: '/units', message: 'second' } as const
  const ofFile = { code: 'TABLE_LEFT_OUT', path: null, message: 'third' } as const
  for (const warning of [ofTable, ofColumn, { ...ofTable, message: 'again' }, ofFile]) {
    warnings.add(warning)
  }
  expect(warnings.sorted()).toEqual([ofFile, ofColumn, ofTable])
})

test.each(['cab', 'acb', 'bca', 'abc'])('paths added as %s are in order', (paths) => {
  const warnings = new WarningCollector()
  for (const path of paths) warnings.add({ code: 'TABLE_LEFT_OUT', path, message: '' })
  expect(warnings.sorted().map(({ path }) => path)).toEqual(['a', 'b', 'c'])
})

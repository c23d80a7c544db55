import { expect, test } from 'vitest'
import { SessionNotAvailableError } from '../../../src/errors.ts'
import { Query } from '../../../src/graphql/resolvers/query.ts'
import { Session } from '../../../src/graphql/resolvers/session.ts'
import { MeanWaveform } from '../../../src/graphql/resolvers/units/mean-waveform.ts'
import { UnitColumn } from '../../../src/graphql/resolvers/units/unit-column.ts'
import { Budget } from '../../../src/request/budget.ts'

type Resolve = (model: unknown, args: unknown, context: unknown) => unknown

test.each([
  ['number', [3, -1, 2], -1, 3],
  ['number', [4, '9007199254740993', 'Infinity'], 4, 9_007_199_254_740_992],
  ['number', ['Infinity'], null, null],
  ['number', [], null, null],
  ['flag', [0, 1], 0, 1],
  ['text', ['1', '2'], null, null],
  ['list', [[1]], null, null],
])('a column of the kind %s that holds %j is from %s to %s', (kind, values, least, most) => {
  expect((UnitColumn.minimum as Resolve)({ kind, values }, {}, {})).toBe(least)
  expect((UnitColumn.maximum as Resolve)({ kind, values }, {}, {})).toBe(most)
})

test('a row of a waveform has the id of its channel, or none', () => {
  const budget = new Budget({ maxCells: 0, maxValues: 10 })
  const waveform = {
    tables: { channels: { ids: [700, 701] } },
    rows: { channelRows: Int32Array.of(0, -1, 1) },
  }
  expect((MeanWaveform.channelIds as Resolve)(waveform, {}, { budget })).toEqual([
    '700',
    null,
    '701',
  ])
  expect(budget.values).toBe(3)
})

test('probes are in order of their names, equal ones in that of the file', async () => {
  const tables = { probes: ['c', 'a', 'b', 'a'].map((name) => ({ name })) }
  const loaders = { tables: async () => tables }
  const probes = (await (Session.probes as Resolve)({}, {}, { loaders })) as { row: number }[]
  expect(probes.map(({ row }) => row)).toEqual([1, 3, 2, 0])
})

test('what the sessions have is there once, in order, and nothing where none says it', async () => {
  const facets = (genotype: string | null, sex: string | null, ageInDays: number | null) => ({
    facets: { sessionType: null, genotype, sex, ageInDays, recordedAcronyms: [] },
  })
  const sessions = [
    facets('wt', 'M', 120),
    facets('Sst', 'F', 98),
    facets(null, 'M', 120),
    facets('wt', null, null),
  ]
  const context = { loaders: { sessions: async () => sessions } }
  const ask = (field: unknown) => (field as Resolve)({}, {}, context)
  expect(await ask(Query.genotypes)).toEqual(['Sst', 'wt'])
  expect(await ask(Query.sexes)).toEqual(['F', 'M'])
  expect(await ask(Query.ages)).toEqual([98, 120])
  expect(await ask(Query.sessionTypes)).toEqual([])
})

test('areas of a session that is neither listed nor there are refused', () => {
  const areas = (session: object) => () =>
    (Session.areas as Resolve)(
      { id: '7', ...session },
      { acronyms: null, units: {} },
      { selections: { isDefault: () => true }, budget: new Budget({ maxCells: 0, maxValues: 9 }) },
    )
  expect(areas({ unitCount: null, available: false })).toThrow(/7/)
  expect(areas({ unitCount: null, available: false })).toThrow(SessionNotAvailableError)
})

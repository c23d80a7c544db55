import { expect, test } from 'vitest'
import type { SessionFilter } from '../../../src/graphql/generated.ts'
import { areaSummaries } from '../../../src/graphql/selections/area-summaries.ts'
import { selectSessions } from '../../../src/graphql/selections/select-sessions.ts'
import type { CatalogSession } from '../../../src/sessions/session-catalog.ts'

const area = (acronym: string, unitCount: number) => ({
  acronym,
  unitCount,
  passingUnitCount: unitCount - 1,
  channelCount: 10 * unitCount,
})

const session = (id: string, ageInDays: number | null, areas: readonly [string, number][]) =>
  ({
    id,
    available: id !== '3',
    recordedAreas: areas.map(([acronym, unitCount]) => area(acronym, unitCount)),
    facets: {
      sessionType: 'brain_observatory_1.1',
      genotype: id === '1' ? 'wt' : null,
      sex: id === '2' ? 'F' : 'M',
      ageInDays,
      recordedAcronyms: areas.map(([acronym]) => acronym),
    },
  }) as unknown as CatalogSession

const sessions = [
  session('1', 100, [
    ['VISp', 3],
    ['CA1', 2],
  ]),
  session('2', 120, [['VISp', 5]]),
  session('3', null, [['DG', 1]]),
]

test.each<[SessionFilter, string]>([
  [{}, '123'],
  [{ ids: ['3', '1'] }, '13'],
  [{ ids: [] }, ''],
  [{ sessionTypes: ['functional_connectivity'] }, ''],
  [{ genotypes: ['wt'] }, '1'],
  [{ sexes: ['F'] }, '2'],
  [{ available: false }, '3'],
  [{ available: true }, '12'],
  [{ areas: [] }, '123'],
  [{ areas: ['VISp'] }, '12'],
  [{ areas: ['VISp', 'CA1'] }, '1'],
  [{ ageInDaysMin: 100 }, '12'],
  [{ ageInDaysMin: 101 }, '2'],
  [{ ageInDaysMax: 120 }, '12'],
  [{ ageInDaysMax: 119 }, '1'],
  [{ ageInDaysMin: 101, ageInDaysMax: 119 }, ''],
  [{ ageInDaysMin: 0 }, '12'],
])('of the sessions, those with %j', (where, ids) => {
  expect(
    selectSessions(sessions, where)
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids)
})

test('an area that nobody knows is refused', () => {
  expect(() => selectSessions(sessions, { areas: ['nowhere'] })).toThrow('No area "nowhere"')
})

test('areas are summed over their sessions, in order of their acronyms', async () => {
  const summaries = await areaSummaries(sessions)
  expect(summaries.map(({ alias, name, ...counts }) => counts)).toEqual([
    { ...area('CA1', 2), sessionCount: 1, sessionIds: ['1'] },
    { ...area('DG', 1), sessionCount: 1, sessionIds: ['3'] },
    {
      acronym: 'VISp',
      unitCount: 8,
      passingUnitCount: 6,
      channelCount: 80,
      sessionCount: 2,
      sessionIds: ['1', '2'],
    },
  ])
})

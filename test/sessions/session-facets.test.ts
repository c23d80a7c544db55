import { expect, test } from 'vitest'
import type { CatalogSession } from '../../src/sessions/session-catalog.ts'
import { acronymsNamed, facetsOf, recordedAcronyms } from '../../src/sessions/session-facets.ts'

const session = (...acronyms: string[]) =>
  ({
    metadata: { sessionType: 'a', subject: { genotype: 'wt', sex: 'F', ageInDays: 90 } },
    recordedAreas: acronyms.map((acronym) => ({ acronym })),
  }) as unknown as CatalogSession

test('facets are those that are known, or what the session says', () => {
  const facets = { ...{ sessionType: 'a', genotype: 'wt', sex: 'F', ageInDays: 90 } }
  expect(facetsOf(session('VISp'))).toEqual({ ...facets, recordedAcronyms: ['VISp'] })
  const bare = { metadata: { sessionType: null, subject: null }, recordedAreas: null }
  const unknown = { sessionType: null, genotype: null, sex: null, ageInDays: null }
  expect(facetsOf(bare as CatalogSession)).toEqual({ ...unknown, recordedAcronyms: [] })
  const known = { ...unknown, sex: 'M', recordedAcronyms: [] }
  expect(facetsOf({ ...session(), facets: known })).toBe(known)
})

test('areas that some sessions recorded are in order, each once, and kept with their list', () => {
  const sessions = [session('VISp', 'CA1'), session('CA1', 'APN')]
  expect(recordedAcronyms(sessions)).toEqual(['APN', 'CA1', 'VISp'])
  expect(recordedAcronyms(sessions)).toBe(recordedAcronyms(sessions))
})

test('an area is named by its acronym or its alias', () => {
  const known = ['VISp', 'VISl', 'CA1']
  expect(['VISp', 'V1', 'CA1', 'CA3'].map((name) => acronymsNamed(name, known))).toEqual([
    ['VISp'],
    ['VISp'],
    ['CA1'],
    [],
  ])
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advice, breakingChanges } from './breaking-changes.ts'

const released = readFileSync(new URL('released.graphql', import.meta.url), 'utf8')
const current = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')

test('schema.graphql breaks no program that was written for the last release', async () => {
  expect(advice(await breakingChanges(released, current))).toBe('')
})

/** A schema that others wrote programs for. */
const small = `
  type Query {
    "Ids of the units."
    units(first: Int, where: Filter): [Unit!]!
    rates: [Float!]!
  }
  type Unit { id: ID! snr: Float! }
  input Filter { areas: [String!] }
  enum EdgeRule { NUMPY ALLENSDK }
`

/** The schema with one of its parts changed. */
function edited(part: string, change: string, schema = small): string {
  expect(schema).toContain(part)
  return schema.replace(part, change)
}

describe('breaks', () => {
  test.each([
    ['a field that is gone', 'snr: Float!', '', "Field 'snr' was removed from object type 'Unit'"],
    [
      'a field of another type',
      'rates: [Float!]!',
      'rates: [Int!]!',
      "Field 'Query.rates' changed type from '[Float!]!' to '[Int!]!'",
    ],
    [
      'a field that may be null now',
      'snr: Float!',
      'snr: Float',
      "Field 'Unit.snr' changed type from 'Float!' to 'Float'",
    ],
    [
      'an argument that is gone',
      'first: Int, ',
      '',
      "Argument 'first: Int' was removed from field 'Query.units'",
    ],
    [
      'a condition that must be given',
      'areas: [String!]',
      'areas: [String!]!',
      "Input field 'Filter.areas' changed type from '[String!]' to '[String!]!'",
    ],
    [
      'an enum value that is gone',
      ' ALLENSDK',
      '',
      "Enum value 'ALLENSDK' was removed from enum 'EdgeRule'",
    ],
  ])('%s', async (_, part, change, message) => {
    const changes = await breakingChanges(small, edited(part, change))
    expect(changes).toEqual([message])
    expect(advice(changes)).toContain(`  - ${message}\nKeep the old way beside the new one`)
  })
})

describe('does not break', () => {
  test('what is added or described otherwise', async () => {
    const more = edited('id: ID!', 'id: ID! firingRate: Float')
    expect(await breakingChanges(small, more)).toEqual([])
    expect(await breakingChanges(small, edited('of the units', 'of units'))).toEqual([])
  })

  test('what was deprecated a release before it goes', async () => {
    const deprecated = edited('snr: Float!', 'snr: Float! @deprecated(reason: "Use quality.")')
    expect(await breakingChanges(small, deprecated)).toEqual([])
    expect(await breakingChanges(deprecated, edited('snr: Float!', ''))).toEqual([])
  })
})

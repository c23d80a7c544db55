import { describe, expect, test } from 'vitest'
import { principalBy } from '../../../src/http/auth/claims.ts'

const limits = { requestsPerMinute: 60, cellsPerMinute: null }
const grant = { scopes: ['read'], sessions: ['*'], places: ['*'], ...limits } as const
const grantFor = (claim: string | null, value: string) => ({ ...grant, claim, value })

const isGranted = (claim: unknown, value: string) =>
  principalBy({ groups: claim }, 'key', 'name', [grantFor('groups', value)]).grants.length === 1

describe('a grant to whom a claim says something of', () => {
  test.each([
    ['lab', 'lab'],
    ['lab', 'l*'],
    [['guests', 'lab'], 'lab'],
    ['guests lab', 'lab'],
    ['guests lab', 'guests lab'],
    [7, '7'],
  ])('holds for the claim %o, where it wants %s', (claim, value) => {
    expect(isGranted(claim, value)).toBe(true)
  })

  test.each([
    ['laboratory', 'lab'],
    [['guests lab'], 'lab'],
    [[], '*'],
    [undefined, '*'],
    [null, '*'],
  ])('does not hold for the claim %o, where it wants %s', (claim, value) => {
    expect(isGranted(claim, value)).toBe(false)
  })

  test('holds for everyone where it wants no claim', () => {
    expect(principalBy({}, 'key', 'name', [grantFor(null, '')]).grants).toHaveLength(1)
  })
})

test('limits are the highest of the grants that hold, and none where one has none', () => {
  const limitsOf = (...limits: (number | null)[]) =>
    principalBy(
      {},
      'key',
      'name',
      limits.map((requestsPerMinute) => ({ ...grantFor(null, ''), requestsPerMinute })),
    ).limits.requestsPerMinute
  expect([limitsOf(60, 100, 5), limitsOf(60, null), limitsOf()]).toEqual([100, null, null])
})

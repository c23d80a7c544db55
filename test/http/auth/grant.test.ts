import { describe, expect, test } from 'vitest'
import { allows, type Grant, hasScope, seesAll } from '../../../src/http/auth/grant.ts'

const all: Grant = { scopes: ['read'], sessions: ['*'], places: ['*'] }
const principal = (...grants: Grant[]) => ({
  key: 'key',
  name: 'name',
  grants,
  limits: { requestsPerMinute: null, cellsPerMinute: null },
})

describe('someone sees all', () => {
  test('by one grant of every session and every place', () => {
    expect(seesAll(principal(all), 'read')).toBe(true)
    expect(seesAll(principal({ ...all, sessions: ['7'] }, all), 'read')).toBe(true)
  })

  test.each([
    ['another scope', { ...all, scopes: ['export'] }],
    ['some sessions', { ...all, sessions: ['7*'] }],
    ['some places', { ...all, places: ['lab'] }],
  ] satisfies [string, Grant][])('not by one of %s', (_what, grant) => {
    expect(seesAll(principal(grant), 'read')).toBe(false)
  })

  test('not by two grants that only have it together', () => {
    const parts = [
      { ...all, sessions: ['7'] },
      { ...all, places: ['lab'] },
    ]
    expect(seesAll(principal(...parts), 'read')).toBe(false)
  })
})

test('a scope is had by any of the grants', () => {
  const both = principal({ ...all, scopes: ['export'] }, all)
  expect([hasScope(both, 'read'), hasScope(both, 'metrics')]).toEqual([true, false])
})

test('a grant is of sessions with an id and in a place that match', () => {
  const grant: Grant = { ...all, sessions: ['7*'], places: ['lab'] }
  expect(allows(grant, { id: '71', place: 'lab' })).toBe(true)
  expect(allows(grant, { id: '81', place: 'lab' })).toBe(false)
  expect(allows(grant, { id: '71', place: 'elsewhere' })).toBe(false)
  expect(allows(grant, { id: '71', place: null })).toBe(false)
  expect(allows(all, { id: '71', place: null })).toBe(true)
})

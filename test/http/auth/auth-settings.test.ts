import { describe, expect, test } from 'vitest'
import { parseAuthSettings } from '../../../src/http/auth/auth-settings.ts'

const token = { id: 'a', name: 'n', sha256: 'h', created: '2026-01-01', scopes: ['read'] }

const parse = (json: unknown) => parseAuthSettings(JSON.stringify(json))

describe('the file of --auth', () => {
  test('an empty one knows nobody', () => {
    expect(parse({})).toEqual({
      tokens: [],
      issuers: [],
      proxy: null,
      limits: { requestsPerMinute: null, cellsPerMinute: null },
    })
  })

  test('limits of the file hold for all that have none of their own', () => {
    const { tokens } = parse({
      requestsPerMinute: 60,
      tokens: [token, { ...token, requestsPerMinute: 5 }, { ...token, requestsPerMinute: null }],
    })
    expect(tokens.map(({ requestsPerMinute }) => requestsPerMinute)).toEqual([60, 5, null])
  })

  test('a token without globs sees all', () => {
    expect(parse({ tokens: [token] }).tokens[0]).toMatchObject({ sessions: ['*'], places: ['*'] })
  })

  test.each([
    ['[]', 'the file must be an object'],
    ['{', 'it is not JSON: '],
    [
      { tokens: [{ ...token, scopes: ['write'] }] },
      'tokens[0].scopes must be a list of read, export, metrics',
    ],
    [{ tokens: [{ ...token, session: ['1'] }] }, 'tokens[0].session is unknown'],
    [{ tokens: [{ ...token, sessions: '1' }] }, 'tokens[0].sessions must be a list of texts'],
    [
      { tokens: [{ ...token, expires: 'soon' }] },
      'tokens[0].expires must be a date such as 2027-01-31T00:00:00Z',
    ],
    [
      { tokens: [{ ...token, cellsPerMinute: 0 }] },
      'tokens[0].cellsPerMinute must be a whole number greater than 0, or null',
    ],
    [{ oidc: [{ issuer: 'https://i', grants: [] }] }, 'oidc[0].audience must be a text'],
    [{ proxy: { grants: [] } }, 'proxy.trusted must be a list of texts'],
    [{ token: [] }, 'token is unknown'],
  ])('%j is refused: %s', (json, message) => {
    const text = typeof json === 'string' ? json : JSON.stringify(json)
    expect(() => parseAuthSettings(text)).toThrow(message)
  })
})

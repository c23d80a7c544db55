import { describe, expect, test } from 'vitest'
import { parseAuthSettings } from '../../../src/http/auth/auth-settings.ts'

const token = { id: 'a', name: 'n', sha256: 'h', created: '2026-01-01', scopes: ['read'] }

const issuer = { issuer: 'https://i', audience: 'a' }

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
    [{ tokens: [{ ...token, name: '' }] }, 'tokens[0].name must be a text'],
    [{ tokens: [token, { ...token, id: 7 }] }, 'tokens[1].id must be a text'],
    [{ tokens: [{ ...token, places: ['a', 7] }] }, 'tokens[0].places must be a list of texts'],
    [{ tokens: token }, 'tokens must be a list'],
    [{ tokens: [null] }, 'tokens[0] must be an object'],
    [{ oidc: [[]] }, 'oidc[0] must be an object'],
    [{ proxy: [] }, 'proxy must be an object'],
    [{ requestsPerMinute: 1.5 }, 'requestsPerMinute must be a whole number greater than 0'],
    [{ requestsPerMinute: '60' }, 'requestsPerMinute must be a whole number greater than 0'],
    [{ cellsPerMinute: -1 }, 'cellsPerMinute must be a whole number greater than 0'],
    [{ oidc: [{ ...issuer, keys: '' }] }, 'oidc[0].keys is unknown'],
    [{ oidc: [{ ...issuer, grants: [{ scopes: ['read'], group: 'lab' }] }] }, '.group is unknown'],
    [{ proxy: { trusted: [], grants: [], header: 'x' } }, 'proxy.header is unknown'],
  ])('%j is refused: %s', (json, message) => {
    const text = typeof json === 'string' ? json : JSON.stringify(json)
    expect(() => parseAuthSettings(text)).toThrow(message)
  })
})

test('grants of issuers and proxies have what is not said from the file', () => {
  const grants = [
    { scopes: ['read'] },
    { claim: 'groups', value: 'lab', scopes: ['export'], sessions: ['7*'], cellsPerMinute: 1 },
  ]
  const read = [
    {
      claim: null,
      value: '*',
      scopes: ['read'],
      sessions: ['*'],
      places: ['*'],
      requestsPerMinute: 60,
      cellsPerMinute: null,
    },
    {
      claim: 'groups',
      value: 'lab',
      scopes: ['export'],
      sessions: ['7*'],
      places: ['*'],
      requestsPerMinute: 60,
      cellsPerMinute: 1,
    },
  ]
  const { issuers, proxy, limits } = parse({
    requestsPerMinute: 60,
    oidc: [
      { ...issuer, grants },
      { ...issuer, jwks: 'https://i/keys' },
    ],
    proxy: { trusted: ['loopback'], emailHeader: 'X-Mail', grants },
  })
  expect(limits).toEqual({ requestsPerMinute: 60, cellsPerMinute: null })
  expect(issuers).toEqual([
    { ...issuer, jwks: null, grants: read },
    { ...issuer, jwks: 'https://i/keys', grants: [] },
  ])
  expect(proxy).toEqual({
    trusted: ['loopback'],
    userHeader: 'x-forwarded-user',
    emailHeader: 'x-mail',
    groupsHeader: 'x-forwarded-groups',
    grants: read,
  })
  expect(parse({ proxy: null }).proxy).toBeNull()
})

test('a token may end on a day, or never', () => {
  const ends = ['2027-01-31', null].map((expires) => ({ ...token, expires }))
  expect(parse({ tokens: [...ends, token] }).tokens.map(({ expires }) => expires)).toEqual([
    '2027-01-31',
    null,
    null,
  ])
})

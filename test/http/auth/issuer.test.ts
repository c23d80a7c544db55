import { describe, expect, test } from 'vitest'
import { forgetting, smallSession } from '../../graphql/execute.ts'
import { MemoryReader } from '../../support/memory/memory-session.ts'
import { AuthorizedServer, bearer } from '../../support/servers/authorized-server.ts'
import { IssuerServer } from '../../support/servers/issuer-server.ts'

const issuer = new IssuerServer()
const grants = [
  { claim: 'groups', value: 'lab', scopes: ['read'] },
  { claim: 'email', value: '*@course.example', scopes: ['read'], sessions: ['none'] },
  { claim: 'scope', value: 'spikeql:metrics', scopes: ['metrics'] },
]
const server = new AuthorizedServer({
  catalog: () => forgetting(new MemoryReader(smallSession)),
  file: () => ({ oidc: [{ issuer: issuer.url, audience: 'spikeql', grants }] }),
})
// Nothing listens there.
const silent = new AuthorizedServer({
  catalog: () => forgetting(new MemoryReader(smallSession)),
  file: () => ({
    oidc: [{ issuer: issuer.url, audience: 'spikeql', jwks: 'http://127.0.0.1:1/keys', grants }],
  }),
})

async function counted(token: string) {
  const response = await server.query('{ sessions { totalCount } }', bearer(token))
  const { data, errors } = (await response.json()) as {
    data?: { sessions: { totalCount: number } }
    errors?: { extensions: { code: string } }[]
  }
  return [response.status, data?.sessions.totalCount ?? errors?.[0]?.extensions.code]
}

describe('a token of an issuer', () => {
  test('lets in whom a grant names by a claim', async () => {
    expect(await counted(await issuer.sign({ groups: ['other', 'lab'] }))).toEqual([200, 1])
    expect(await counted(await issuer.sign({ groups: ['lab'] }))).toEqual([200, 1])
    expect(issuer.keysFetched).toBe(1)
  })

  test('shows only the sessions of the grants that match', async () => {
    expect(await counted(await issuer.sign({ email: 'a@course.example' }))).toEqual([200, 0])
  })

  test('has the scopes of its claim `scope`', async () => {
    const token = await issuer.sign({ scope: 'openid spikeql:metrics' })
    expect((await server.get('/metrics', bearer(token))).status).toBe(200)
    expect(await counted(token)).toEqual([403, 'FORBIDDEN'])
  })

  test('of someone whom no grant names may do nothing', async () => {
    expect(await counted(await issuer.sign({ groups: ['others'] }))).toEqual([403, 'FORBIDDEN'])
  })

  const past = Math.floor(Date.now() / 1000) - 60
  test.each([
    ['for someone else', { aud: 'another' }, false],
    ['that has expired', { exp: past }, false],
    ['that is not valid yet', { nbf: past + 3600 }, false],
    ['without an end', { exp: undefined }, false],
    ['of an issuer that is not known', { iss: 'https://another.example' }, false],
    ['that someone else has signed', {}, true],
  ])('%s is refused', async (_, claims, byAnother) => {
    const token = await issuer.sign({ groups: ['lab'], ...claims }, { byAnother })
    expect(await counted(token)).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('that is not signed at all is refused', async () => {
    const [, payload] = (await issuer.sign({ groups: ['lab'] })).split('.')
    const head = Buffer.from('{"alg":"none"}').toString('base64url')
    expect(await counted(`${head}.${payload}.`)).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('whose issuer does not answer may be tried again', async () => {
    const token = await issuer.sign({ groups: ['lab'] })
    const response = await silent.query('{ sessions { totalCount } }', bearer(token))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect(errors[0]?.extensions.code).toBe('AUTH_UNAVAILABLE')
  })
})

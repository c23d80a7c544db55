import { describe, expect, test } from 'vitest'
import { IssuerKeys } from '../../../src/http/auth/issuer-keys.ts'
import { IssuerUnreachableError } from '../../../src/http/auth/issuer-unreachable-error.ts'
import { IssuerServer } from '../../support/servers/issuer-server.ts'

const issuer = new IssuerServer()
const settings = (jwks: string | null = null) => ({
  ...{ issuer: issuer.url, audience: 'spikeql', jwks },
  grants: [],
})

describe('a token of an issuer', () => {
  test.each([
    [{ preferred_username: 'ann', email: 'ann@lab.example' }, 'ann'],
    [{ email: 'ann@lab.example' }, 'ann@lab.example'],
    [{}, 'u-1'],
  ])('with the claims %j is that of %s', async (claims, name) => {
    const token = await issuer.sign(claims)
    expect(await new IssuerKeys().principalOf(token, [settings()])).toMatchObject({
      name,
      key: `oidc:${issuer.url}:u-1`,
    })
  })

  test('is nothing to other issuers, nor is what is not a token', async () => {
    const keys = new IssuerKeys()
    const other = { ...settings(), issuer: 'https://another.example' }
    expect(await keys.principalOf(await issuer.sign(), [other])).toBeNull()
    expect(await keys.principalOf('Basic', [settings()])).toBeNull()
    expect(await keys.principalOf(await issuer.sign(), [other, settings()])).not.toBeNull()
  })

  test('may come some seconds too early or late, as clocks differ', async () => {
    const now = Math.floor(Date.now() / 1000)
    const keys = new IssuerKeys()
    const found = async (claims: object) =>
      (await keys.principalOf(await issuer.sign({ ...claims }), [settings()])) !== null
    expect(await found({ exp: now - 5 })).toBe(true)
    expect(await found({ exp: now - 15 })).toBe(false)
    expect(await found({ nbf: now + 5 })).toBe(true)
    expect(await found({ sub: undefined })).toBe(false)
  })
})

describe('the keys of an issuer', () => {
  test('are fetched once, for all of its tokens', async () => {
    const keys = new IssuerKeys()
    const one = settings()
    const before = issuer.keysFetched
    await keys.principalOf(await issuer.sign(), [one])
    await keys.principalOf(await issuer.sign(), [one])
    expect(issuer.keysFetched - before).toBe(1)
  })

  test('are looked for again where they could not be found', async () => {
    const keys = new IssuerKeys()
    const token = await issuer.sign({ iss: `${issuer.url}/` })
    // Its configuration names another: one without a slash.
    const wrong = { ...settings(), issuer: `${issuer.url}/` }
    await expect(keys.principalOf(token, [wrong])).rejects.toThrow(IssuerUnreachableError)
    const told = { ...wrong, jwks: `${issuer.url}/keys` }
    expect(await keys.principalOf(token, [told])).not.toBeNull()
    const nowhere = settings('http://127.0.0.1:1/keys')
    await expect(keys.principalOf(await issuer.sign(), [nowhere])).rejects.toThrow(
      IssuerUnreachableError,
    )
  })
})

import type { FastifyRequest } from 'fastify'
import { type TrustedAddresses, trustedAddresses } from '../proxy/trusted-addresses.ts'
import { isSecret, partsOfToken } from './api-token.ts'
import type { AuthFile } from './auth-file.ts'
import type { AuthSettings, ProxySettings, StoredToken } from './auth-settings.ts'
import { principalBy } from './claims.ts'
import type { Principal } from './grant.ts'
import { IssuerKeys } from './issuer-keys.ts'
import { tokenInCookie } from './token-cookie.ts'

/** Someone who is known, or why nobody is. */
export type Identification =
  | { readonly principal: Principal }
  | { readonly principal: null; readonly reason: 'none given' | 'not valid' }

/** Finds out who sends a request: by a token of ours, one of an issuer, or a proxy's headers. */
export class Authenticator {
  readonly #file: AuthFile
  readonly #issuers = new IssuerKeys()
  readonly #trusted = new WeakMap<ProxySettings, TrustedAddresses>()

  constructor(file: AuthFile) {
    this.#file = file
  }

  /** @throws IssuerUnreachableError */
  async identify(request: FastifyRequest): Promise<Identification> {
    const settings = await this.#file.settings()
    const text = bearerToken(request) ?? tokenInCookie(request.headers.cookie)
    if (text !== null) {
      const principal = await this.#byToken(text, settings)
      return principal ? { principal } : { principal, reason: 'not valid' }
    }
    const principal = settings.proxy && this.#byProxy(request, settings.proxy)
    return principal ? { principal } : { principal: null, reason: 'none given' }
  }

  /** Null: it is not valid, or not any more. */
  async principalOf(text: string): Promise<Principal | null> {
    return this.#byToken(text, await this.#file.settings())
  }

  async #byToken(text: string, { tokens, issuers }: AuthSettings): Promise<Principal | null> {
    const parts = partsOfToken(text)
    if (!parts) return this.#issuers.principalOf(text, issuers)
    const token = tokens.find(({ id }) => id === parts.id)
    const isRight = isSecret(parts.secret, token?.sha256 ?? nobodysHash)
    return token && isRight && !hasExpired(token) ? principalOfToken(token) : null
  }

  #byProxy({ raw, headers }: FastifyRequest, proxy: ProxySettings): Principal | null {
    const trusted = this.#trusted.get(proxy) ?? trustedAddresses(proxy.trusted)
    this.#trusted.set(proxy, trusted)
    if (!trusted.has(raw.socket.remoteAddress)) return null
    const user = textOf(headers[proxy.userHeader])
    const email = textOf(headers[proxy.emailHeader])
    const name = user || email
    if (name === '') return null
    const groups = textOf(headers[proxy.groupsHeader])
      .split(',')
      .map((group) => group.trim())
    return principalBy({ user, email, groups }, `proxy:${name}`, email || name, proxy.grants)
  }
}

const nobodysHash = '0'.repeat(64)

function principalOfToken({ id, name, scopes, sessions, places, ...limits }: StoredToken) {
  const { requestsPerMinute, cellsPerMinute } = limits
  return {
    key: `token:${id}`,
    name,
    grants: [{ scopes, sessions, places }],
    limits: { requestsPerMinute, cellsPerMinute },
  }
}

export function hasExpired({ expires }: Pick<StoredToken, 'expires'>, now = Date.now()): boolean {
  return expires !== null && Date.parse(expires) <= now
}

function bearerToken({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null
  // Anything else is a wrong token, and not as if there were none.
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1] ?? ''
}

function textOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header.join(',') : header) ?? ''
}

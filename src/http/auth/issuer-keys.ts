import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import type { IssuerSettings } from './auth-settings.ts'
import { principalBy } from './claims.ts'
import type { Principal } from './grant.ts'
import { IssuerUnreachableError } from './issuer-unreachable-error.ts'

/** Signatures that need no shared secret. */
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'RS384', 'RS512', 'EdDSA', 'Ed25519']

/** Seconds that the clocks of issuer and server may differ. */
const CLOCK_TOLERANCE = 10

const DISCOVERY_TIMEOUT_MS = 5000

/** Verifies the tokens of issuers (JWT, as OpenID Connect has them). */
export class IssuerKeys {
  /** by the settings, which are other objects when the file has changed */
  readonly #keys = new WeakMap<IssuerSettings, Promise<JWTVerifyGetKey>>()

  /**
   * Null: it is not a valid token of one of these issuers.
   *
   * @throws IssuerUnreachableError
   */
  async principalOf(text: string, issuers: readonly IssuerSettings[]): Promise<Principal | null> {
    const named = issuerNamed(text)
    const issuer = issuers.find((candidate) => candidate.issuer === named)
    if (!issuer) return null
    const payload = await this.#verify(text, issuer)
    if (!payload) return null
    const { sub = '', email, preferred_username: userName } = payload
    const name = String(userName ?? email ?? sub)
    return principalBy(payload, `oidc:${issuer.issuer}:${sub}`, name, issuer.grants)
  }

  async #verify(text: string, settings: IssuerSettings): Promise<JWTPayload | null> {
    const { issuer, audience } = settings
    const keys = await this.#keysOf(settings)
    try {
      const options = { issuer, audience, algorithms, clockTolerance: CLOCK_TOLERANCE }
      // One without an end could never be withdrawn.
      const { payload } = await jwtVerify(text, keys, {
        ...options,
        requiredClaims: ['exp', 'sub'],
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
        throw new IssuerUnreachableError('keys', { cause: error })
      }
      return null
    }
  }

  #keysOf(issuer: IssuerSettings): Promise<JWTVerifyGetKey> {
    const known = this.#keys.get(issuer)
    if (known) return known
    const keys = openKeys(issuer)
    this.#keys.set(issuer, keys)
    // An issuer that cannot be reached is tried again the next time.
    keys.catch(() => this.#keys.delete(issuer))
    return keys
  }
}

function issuerNamed(text: string): string | undefined {
  try {
    return decodeJwt(text).iss
  } catch {
    return undefined
  }
}

async function openKeys({ issuer, jwks }: IssuerSettings): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(new URL(jwks ?? (await discover(issuer))))
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest */
async function discover(issuer: string): Promise<string> {
  try {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
    })
    const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }
    if (found.issuer === issuer && typeof found.jwks_uri === 'string') return found.jwks_uri
    throw new Error(`${issuer} has no usable OpenID configuration`)
  } catch (cause) {
    throw new IssuerUnreachableError('discovery', { cause })
  }
}

import { InvalidArgumentError } from '../../errors.ts'
import { type Grant, type RateLimits, type Scope, scopes } from './grant.ts'

/** A token as the file has it. */
export interface StoredToken extends Grant, RateLimits {
  readonly id: string
  readonly name: string
  readonly sha256: string
  /** ISO 8601 */
  readonly created: string
  /** ISO 8601; null: never */
  readonly expires: string | null
}

/** What those may do of whom an issuer or a proxy says something. */
export interface ClaimGrant extends Grant, RateLimits {
  /** such as `groups`; null: everyone whom the issuer or proxy knows */
  readonly claim: string | null
  /** glob that the claim, or one of its entries, must match */
  readonly value: string
}

export interface IssuerSettings {
  readonly issuer: string
  readonly audience: string
  /** address of its keys; null: as its /.well-known/openid-configuration says */
  readonly jwks: string | null
  readonly grants: readonly ClaimGrant[]
}

export interface ProxySettings {
  /** addresses, or networks such as 10.0.0.0/8, of proxies whose headers are believed */
  readonly trusted: readonly string[]
  readonly userHeader: string
  readonly emailHeader: string
  readonly groupsHeader: string
  /** by the claims `user`, `email` and `groups` */
  readonly grants: readonly ClaimGrant[]
}

/** The whole file that `--auth` names. */
export interface AuthSettings {
  readonly tokens: readonly StoredToken[]
  readonly issuers: readonly IssuerSettings[]
  readonly proxy: ProxySettings | null
  readonly limits: RateLimits
}

type Json = Readonly<Record<string, unknown>>

/**
 * Reads the file's text.
 *
 * @throws InvalidArgumentError, which says where it is wrong
 */
export function parseAuthSettings(text: string): AuthSettings {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new InvalidArgumentError(`it is not JSON: ${(error as Error).message}`)
  }
  const file = new Reading(asObject(json, 'the file'), '')
  const limits = limitsIn(file)
  const settings = {
    limits,
    tokens: file.objects('tokens').map((token) => tokenIn(token, limits)),
    issuers: file.objects('oidc').map((issuer) => issuerIn(issuer, limits)),
    proxy: file.has('proxy') ? proxyIn(file.object('proxy'), limits) : null,
  }
  file.assertAllRead()
  return settings
}

function tokenIn(json: Reading, limits: RateLimits): StoredToken {
  const token = {
    id: json.text('id'),
    name: json.text('name'),
    sha256: json.text('sha256'),
    created: json.text('created'),
    expires: json.has('expires') ? json.date('expires') : null,
    ...grantIn(json),
    ...limitsIn(json, limits),
  }
  json.assertAllRead()
  return token
}

function issuerIn(json: Reading, limits: RateLimits): IssuerSettings {
  const issuer = {
    issuer: json.text('issuer'),
    audience: json.text('audience'),
    jwks: json.has('jwks') ? json.text('jwks') : null,
    grants: json.objects('grants').map((grant) => claimGrantIn(grant, limits)),
  }
  json.assertAllRead()
  return issuer
}

function proxyIn(json: Reading, limits: RateLimits): ProxySettings {
  const header = (name: string, byDefault: string) =>
    (json.has(name) ? json.text(name) : byDefault).toLowerCase()
  const proxy = {
    trusted: json.texts('trusted'),
    userHeader: header('userHeader', 'x-forwarded-user'),
    emailHeader: header('emailHeader', 'x-forwarded-email'),
    groupsHeader: header('groupsHeader', 'x-forwarded-groups'),
    grants: json.objects('grants').map((grant) => claimGrantIn(grant, limits)),
  }
  json.assertAllRead()
  return proxy
}

function claimGrantIn(json: Reading, limits: RateLimits): ClaimGrant {
  const grant = {
    claim: json.has('claim') ? json.text('claim') : null,
    value: json.has('value') ? json.text('value') : '*',
    ...grantIn(json),
    ...limitsIn(json, limits),
  }
  json.assertAllRead()
  return grant
}

function grantIn(json: Reading): Grant {
  return {
    scopes: json.texts('scopes').map((scope) => json.scope(scope)),
    sessions: json.has('sessions') ? json.texts('sessions') : ['*'],
    places: json.has('places') ? json.texts('places') : ['*'],
  }
}

const unlimited: RateLimits = { requestsPerMinute: null, cellsPerMinute: null }

function limitsIn(json: Reading, byDefault = unlimited): RateLimits {
  return {
    requestsPerMinute: json.limit('requestsPerMinute', byDefault.requestsPerMinute),
    cellsPerMinute: json.limit('cellsPerMinute', byDefault.cellsPerMinute),
  }
}

/** An object of which every member is to be understood: a misspelled limit is no limit. */
class Reading {
  readonly #json: Json
  readonly #path: string
  readonly #unread: Set<string>

  constructor(json: Json, path: string) {
    this.#json = json
    this.#path = path
    this.#unread = new Set(Object.keys(json))
  }

  has(name: string): boolean {
    return this.#take(name) !== undefined && this.#json[name] !== null
  }

  text(name: string): string {
    const value = this.#take(name)
    if (typeof value === 'string' && value !== '') return value
    throw this.#mistake(name, 'a text')
  }

  date(name: string): string {
    const text = this.text(name)
    if (!Number.isNaN(Date.parse(text))) return text
    throw this.#mistake(name, 'a date such as 2027-01-31T00:00:00Z')
  }

  texts(name: string): readonly string[] {
    const value = this.#take(name)
    if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value
    throw this.#mistake(name, 'a list of texts')
  }

  object(name: string): Reading {
    const path = `${this.#path}${name}`
    return new Reading(asObject(this.#take(name), path), `${path}.`)
  }

  /** None where there is no such member. */
  objects(name: string): readonly Reading[] {
    const value = this.#take(name) ?? []
    if (!Array.isArray(value)) throw this.#mistake(name, 'a list')
    return value.map((entry, i) => {
      const path = `${this.#path}${name}[${i}]`
      return new Reading(asObject(entry, path), `${path}.`)
    })
  }

  limit(name: string, byDefault: number | null): number | null {
    const value = this.#take(name)
    if (value === undefined) return byDefault
    if (value === null || (Number.isSafeInteger(value) && Number(value) > 0)) {
      return value as number | null
    }
    throw this.#mistake(name, 'a whole number greater than 0, or null')
  }

  scope(text: string): Scope {
    const scope = scopes.find((candidate) => candidate === text)
    if (scope) return scope
    throw this.#mistake('scopes', `a list of ${scopes.join(', ')}`)
  }

  assertAllRead(): void {
    const [unknown] = this.#unread
    if (unknown === undefined) return
    throw new InvalidArgumentError(`${this.#path}${unknown} is unknown`)
  }

  #take(name: string): unknown {
    this.#unread.delete(name)
    return this.#json[name]
  }

  #mistake(name: string, expected: string): InvalidArgumentError {
    return new InvalidArgumentError(`${this.#path}${name} must be ${expected}`)
  }
}

function asObject(value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  throw new InvalidArgumentError(`${path} must be an object`)
}

import type { CatalogSession } from '../../sessions/session-catalog.ts'

export const scopes = ['read', 'export', 'metrics'] as const

/**
 * What may be done: `read`: queries; `export`: files at the addresses of `href`; `metrics`:
 * /metrics, which says nothing of recordings.
 */
export type Scope = (typeof scopes)[number]

/** What someone may do with some of the sessions. */
export interface Grant {
  readonly scopes: readonly Scope[]
  /** globs of ids; `*` is all */
  readonly sessions: readonly string[]
  /** globs of names of places, as `places { name }` has them; `*` is all */
  readonly places: readonly string[]
}

/** Null: unlimited. */
export interface RateLimits {
  readonly requestsPerMinute: number | null
  readonly cellsPerMinute: number | null
}

/** Whoever sent a request. */
export interface Principal {
  /** unique; for limits and the log */
  readonly key: string
  /** for people */
  readonly name: string
  readonly grants: readonly Grant[]
  readonly limits: RateLimits
}

export function hasScope({ grants }: Principal, scope: Scope): boolean {
  return grants.some((grant) => grant.scopes.includes(scope))
}

/** Whether someone may do something with every session, and know all that the server serves. */
export function seesAll({ grants }: Principal, scope: Scope): boolean {
  return grants.some(
    (grant) =>
      grant.scopes.includes(scope) && grant.sessions.includes('*') && grant.places.includes('*'),
  )
}

export function allows(
  { sessions, places }: Grant,
  { id, place }: Pick<CatalogSession, 'id' | 'place'>,
): boolean {
  return matchesAny(sessions, id) && matchesAny(places, place ?? '')
}

/** @param globs `*` stands for any text, `?` for one character */
export function matchesAny(globs: readonly string[], text: string): boolean {
  return globs.some((glob) => expressionOf(glob).test(text))
}

const expressions = new Map<string, RegExp>()

/** Each compiled once; they come from the operator, and are few. */
function expressionOf(glob: string): RegExp {
  const known = expressions.get(glob)
  if (known) return known
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  const expression = new RegExp(`^${pattern}$`, 'su')
  expressions.set(glob, expression)
  return expression
}

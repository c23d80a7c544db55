import type { ClaimGrant } from './auth-settings.ts'
import { matchesAny, type Principal, type RateLimits } from './grant.ts'

/** What an issuer or a proxy says of someone. */
export type Claims = Readonly<Record<string, unknown>>

/** What someone may do of whom this is said: all that any matching grant allows. */
export function principalBy(
  claims: Claims,
  key: string,
  name: string,
  all: readonly ClaimGrant[],
): Principal {
  const grants = all.filter(
    ({ claim, value }) =>
      claim === null || entriesOf(claims[claim]).some((entry) => matchesAny([value], entry)),
  )
  const limits = {
    requestsPerMinute: highest(grants, 'requestsPerMinute'),
    cellsPerMinute: highest(grants, 'cellsPerMinute'),
  }
  return { key, name, grants, limits }
}

/** A list, a text, or texts with spaces between them, as `scope` has them. */
function entriesOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String)
  if (claim === undefined || claim === null) return []
  const text = String(claim)
  return [text, ...text.split(' ')]
}

function highest(grants: readonly RateLimits[], name: keyof RateLimits): number | null {
  const limits = grants.map((grant) => grant[name])
  return limits.includes(null) || limits.length === 0 ? null : Math.max(...limits.map(Number))
}

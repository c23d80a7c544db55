import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimitedError } from '../../errors.ts'
import type { SessionCatalog } from '../../sessions/session-catalog.ts'
import type { Authenticator, Identification } from './authenticator.ts'
import { hasScope, type Principal, type Scope, seesAll } from './grant.ts'
import { IssuerUnreachableError } from './issuer-unreachable-error.ts'
import type { RateLimits } from './rate-limits.ts'
import { VisibleSessions } from './visible-sessions.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** who sent it; null: anyone may, or nobody is known */
    principal: Principal | null
  }
  interface FastifyContextConfig {
    /** that whoever sends the request needs; left out: none */
    scope?: Scope
    /** of a browser, which is shown where to sign in */
    isPage?: boolean
    /** whether it does not count as a request of whoever sends it */
    isFree?: boolean
  }
}

/** Who may use a server. */
export interface ServerAuth {
  readonly authenticator: Authenticator
  readonly limits: RateLimits
}

/** Lets requests to routes with a scope pass only of those who have it. */
export function addAccess(app: FastifyInstance, auth: ServerAuth | null): void {
  app.decorateRequest('principal', null)
  if (!auth) return
  app.addHook('onRequest', async (request, reply) => {
    const { scope, isPage = false, isFree = false } = request.routeOptions.config
    if (!scope && !isPage) return
    const found = await identify(request, auth)
    if (!found) return refuseForNow(reply)
    request.principal = found.principal
    if (isPage) return found.principal || !wantsPage(request) ? undefined : toLogin(request, reply)
    if (!found.principal) return refuseUnknown(reply, found.reason)
    if (scope && !hasScope(found.principal, scope)) return refuseScope(reply, scope)
    if (isFree) return
    try {
      await auth.limits.takeRequest(found.principal)
    } catch (error) {
      if (!(error instanceof RateLimitedError)) throw error
      return refuse(reply.code(429).headers(retryAfter(error)), error.code, error.message)
    }
  })
}

async function identify(
  request: FastifyRequest,
  { authenticator }: ServerAuth,
): Promise<Identification | null> {
  try {
    return await authenticator.identify(request)
  } catch (error) {
    if (!(error instanceof IssuerUnreachableError)) throw error
    request.log.error({ err: error }, 'the issuer of tokens cannot be reached')
    return null
  }
}

/** The sessions that a request may see. */
export function visibleTo(
  { principal }: FastifyRequest,
  scope: Scope,
  catalog: SessionCatalog,
): SessionCatalog {
  if (!principal || seesAll(principal, scope)) return catalog
  return new VisibleSessions(
    catalog,
    principal.grants.filter((grant) => grant.scopes.includes(scope)),
  )
}

export function retryAfter({ retryAfterSeconds }: RateLimitedError): Record<string, number> {
  return retryAfterSeconds === null ? {} : { 'retry-after': retryAfterSeconds }
}

const wantsPage = ({ headers }: FastifyRequest) => /text\/html/i.test(headers.accept ?? '')

/** Relative, and so right under any prefix. */
function toLogin({ routeOptions }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.redirect(`login?to=${encodeURIComponent(routeOptions.url?.slice(1) ?? '')}`)
}

function refuseUnknown(reply: FastifyReply, reason: 'none given' | 'not valid'): FastifyReply {
  const isInvalid = reason === 'not valid'
  const challenge = `Bearer realm="SpikeQL"${isInvalid ? ', error="invalid_token"' : ''}`
  const message = isInvalid
    ? 'This token is invalid, expired or revoked. Ask the operator for another, or sign in again at /login.'
    : 'This server needs a token. Send one as "Authorization: Bearer TOKEN", or sign in at /login with a browser.'
  return refuse(reply.code(401).header('www-authenticate', challenge), 'UNAUTHENTICATED', message)
}

function refuseScope(reply: FastifyReply, scope: Scope): FastifyReply {
  const challenge = `Bearer realm="SpikeQL", error="insufficient_scope", scope="${scope}"`
  return refuse(
    reply.code(403).header('www-authenticate', challenge),
    'FORBIDDEN',
    `This token does not have the scope "${scope}". Ask the operator for one that has.`,
  )
}

function refuseForNow(reply: FastifyReply): FastifyReply {
  return refuse(
    reply.code(503).header('retry-after', 5),
    'AUTH_UNAVAILABLE',
    'Tokens cannot be verified now, because their issuer does not respond. Try again in a few seconds.',
  )
}

function refuse(reply: FastifyReply, code: string, message: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions: { code } }] })
}

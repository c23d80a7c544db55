import type { FastifyInstance } from 'fastify'
import { UserError } from '../../errors.ts'
import type { SessionCatalog } from '../../sessions/session-catalog.ts'
import { withoutBasePath } from '../proxy/base-path.ts'
import { visibleTo } from './access.ts'

const arrayPath = /^\/arrays\/[^/?]+\/([^/?]+)\//

/**
 * /auth/check, for a cache in front of the server (nginx's `auth_request`): whether the
 * sender of the request may have the file that `X-Original-URI` names. 204: yes; 401 or 403: send
 * the request to the server itself, which says why.
 */
export function addCheckRoute(app: FastifyInstance, catalog: SessionCatalog): void {
  const config = { scope: 'export', isFree: true } as const
  app.get('/auth/check', { config }, async (request, reply) => {
    const id = sessionIn(withoutBasePath(String(request.headers['x-original-uri'] ?? ''), request))
    if (id === null) return reply.code(403).send()
    try {
      await visibleTo(request, 'export', catalog).session(id)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return reply.code(403).send()
    }
    return reply.code(204).header('cache-control', 'no-store').send()
  })
}

function sessionIn(path: string): string | null {
  const [, id] = arrayPath.exec(path) ?? []
  try {
    return id === undefined ? null : decodeURIComponent(id)
  } catch {
    return null
  }
}

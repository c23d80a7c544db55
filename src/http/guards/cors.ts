import type { FastifyInstance } from 'fastify'

/** What pages may read of an answer beside its body. */
const exposedHeaders =
  'retry-after, etag, content-disposition, content-length, content-range, accept-ranges'

/**
 * Lets pages of these origins ask; `*` is all pages. None, and browsers let
 * only pages of this server ask.
 */
export function addCors(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return
  const isAllowed = (origin: string) => origins.includes('*') || origins.includes(origin)
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    reply.header('vary', 'Origin')
    if (headers.origin === undefined || !isAllowed(headers.origin)) return
    reply.header('access-control-allow-origin', headers.origin)
    reply.header('access-control-expose-headers', exposedHeaders)
    if (method !== 'OPTIONS' || !headers['access-control-request-method']) return
    return reply
      .header('access-control-allow-methods', 'GET, HEAD, POST')
      .header(
        'access-control-allow-headers',
        'content-type, apollo-require-preflight, if-none-match, if-range, range',
      )
      .header('access-control-max-age', '600')
      .code(204)
      .send()
  })
}

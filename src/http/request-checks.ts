import type { FastifyInstance } from 'fastify'

/** A name, an IPv4 or a bracketed IPv6 address, and perhaps a port. */
const wellFormedHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i

/** Refuses a malformed Host header, and says to browsers that an answer is only what it says it is. */
export function addRequestChecks(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    if (headers.host !== undefined && !wellFormedHost.test(headers.host)) {
      return reply.code(400).send({
        errors: [
          {
            message: 'The Host header is malformed. Send the name or address of this server.',
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      })
    }
  })
}

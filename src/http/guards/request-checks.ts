import type { FastifyInstance, FastifyReply } from 'fastify'
import { isLoopback } from './loopback.ts'

/** A name, an IPv4 or a bracketed IPv6 address, and perhaps a port. */
const wellFormedHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i

/**
 * Refuses a Host header that is malformed, or that names another server, and says to browsers that
 * a response is only what it says it is.
 *
 * A server on loopback that knows no users trusts whoever reaches it: a web page must not reach it
 * through a name of its own that it has pointed at 127.0.0.1 (DNS rebinding).
 *
 * @param trustsEveryone whether it listens on loopback, and knows no users
 * @param allowedHosts names that a proxy before the server is known by
 */
export function addRequestChecks(
  app: FastifyInstance,
  trustsEveryone: boolean,
  allowedHosts: readonly string[],
): void {
  app.addHook('onRequest', ({ headers }, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    if (headers.host === undefined) return done()
    const [, name = ''] = wellFormedHost.exec(headers.host) ?? []
    if (name === '') {
      refuse(
        reply.code(400),
        'BAD_REQUEST',
        'The Host header is malformed. Send the name or address of this server.',
      )
    } else if (trustsEveryone && !isLoopback(name) && !allowedHosts.includes(name.toLowerCase())) {
      refuse(
        reply.code(403),
        'HOST_NOT_ALLOWED',
        'This server only accepts requests to its own machine. Use localhost, or have the operator start it with --allowed-host.',
      )
    } else {
      done()
    }
  })
}

function refuse(reply: FastifyReply, code: string, message: string): void {
  reply.send({ errors: [{ message, extensions: { code } }] })
}

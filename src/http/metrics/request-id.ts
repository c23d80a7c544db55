import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

const wellFormedId = /^[\w.:/+=-]{1,128}$/

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const traceparent = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(-|$)/

/** The id that a proxy or a client gave to a request in `x-request-id`; else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && wellFormedId.test(given) ? given : randomUUID()
}

/** The trace that a request is part of, as its `traceparent` says; null: of none. */
export function traceIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  const { traceparent: text } = headers
  return typeof text === 'string' ? (traceparent.exec(text)?.[1] ?? null) : null
}

/** Every response says in `x-request-id` under which id it is in the log. */
export function addRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
}

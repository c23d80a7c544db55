import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

/** What pages may read of a response beside its body. */
const exposedHeaders = [
  'retry-after',
  'x-request-id',
  'etag',
  'content-disposition',
  'content-length',
  'content-range',
  'accept-ranges',
]

/** What pages may send: for GraphQL clients, conditional requests, proxies and tracing. */
const allowedHeaders = [
  'content-type',
  'authorization',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'if-none-match',
  'if-range',
  'range',
  'traceparent',
  'tracestate',
  'x-request-id',
  'x-spikeql-cost',
]

/**
 * Lets pages of these origins send requests; `*` is all pages. With none, browsers allow only pages
 * of this server. Hooks that are added once this has resolved run after the check, so that a page
 * can read their refusals.
 */
export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders,
    exposedHeaders,
    maxAge: 600,
    // Else an OPTIONS request without an Origin is refused in plain text, unlike all other errors.
    strictPreflight: false,
  })
}

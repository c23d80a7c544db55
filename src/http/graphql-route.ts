import { Readable } from 'node:stream'
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestAbortedError, ServerBusyError, type UserError } from '../errors.ts'
import { piecesOf } from '../graphql/answer-text.ts'
import type { GraphQLContext } from '../graphql/context.ts'
import { inBlocks } from '../wire/blocks.ts'
import { acceptsBrotli, varyByEncoding, withBrotli } from './brotli.ts'
import type { Gate } from './gate.ts'
import type { HttpContext } from './http-context.ts'
import { statusOfRefusal } from './http-status.ts'
import { isSafeGet } from './preflight.ts'
import { RequestSignal } from './request-signal.ts'

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<HttpContext>
  readonly gate: Gate
  readonly timeoutSeconds: number
  readonly createContext: (signal: AbortSignal) => GraphQLContext
}

/** Characters; a shorter answer fits into one packet as it is. */
const WORTH_COMPRESSING = 1400

/** /graphql: GraphQL over HTTP. What other methods answer, Apollo knows. */
export function addGraphQLRoute(app: FastifyInstance, options: GraphQLRouteOptions): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    exposeHeadRoute: false,
    handler: (request, reply) => answer(request, reply, options),
  })
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { apollo, gate, timeoutSeconds, createContext }: GraphQLRouteOptions,
): Promise<FastifyReply> {
  using work = new RequestSignal(reply, timeoutSeconds)
  const { signal } = work
  try {
    const response = await gate.run(signal, () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: apolloHeaders(request),
          search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
          body: request.body,
        },
        context: async () => ({ ...createContext(signal), request }),
      }),
    )
    return send(request, reply, response)
  } catch (error) {
    if (error instanceof ServerBusyError) return refuse(reply.header('retry-after', '1'), error)
    if (error instanceof RequestAbortedError) return refuse(reply, error)
    throw error
  }
}

function apolloHeaders(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  if (isSafeGet(request)) headers.set('apollo-require-preflight', 'true')
  return headers
}

/** An answer with matrices is written while it is sent, as fast as the client takes it. */
function send(
  { headers: { accept, 'accept-encoding': encoding } }: FastifyRequest,
  reply: FastifyReply,
  { status = 200, headers, body }: HTTPGraphQLResponse,
): FastifyReply {
  // @defer and @stream, the only ones in chunks, are not in the schema.
  if (body.kind !== 'complete') throw new Error('an answer in chunks')
  for (const [name, value] of headers) reply.header(name, value)
  reply.code(status === 400 ? statusOfRefusal(body.string, accept) : status)
  varyByEncoding(reply)
  const pieces = piecesOf(body.string)
  const isCompressed =
    acceptsBrotli(encoding) && (pieces !== null || body.string.length >= WORTH_COMPRESSING)
  if (!pieces && !isCompressed) return reply.send(body.string)
  const written = Readable.from(inBlocks(pieces ?? [body.string]), { objectMode: false })
  return reply.send(isCompressed ? withBrotli(reply, written) : written)
}

function refuse(reply: FastifyReply, { message, code }: UserError): FastifyReply {
  return reply.code(503).send({ errors: [{ message, extensions: { code } }] })
}

import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimitedError, UserError } from '../../errors.ts'
import { inBlocks } from '../../formats/blocks.ts'
import type { GraphQLContext } from '../../graphql/context.ts'
import { piecesOf, type ResponsePieces } from '../../graphql/response-text.ts'
import { MAX_VALUES } from '../../graphql/server/limits.ts'
import { retryAfter } from '../auth/access.ts'
import { encodingFor, varyByEncoding, withEncoding } from '../content-encoding.ts'
import { politeBody } from '../guards/polite-body.ts'
import { type Lanes, RequestWork, type WorkContext } from '../guards/request-work.ts'
import { isKept } from './conditional-get.ts'
import { isSafeGet } from './csrf.ts'
import type { HttpContext } from './http-context.ts'
import { statusOfRefusal } from './http-status.ts'

export interface GraphQLRouteOptions {
  readonly apollo: ApolloServer<HttpContext>
  readonly lanes: Lanes
  readonly createContext: (request: FastifyRequest, work: WorkContext) => GraphQLContext
}

/** Values in lists that are made next to all else; ten thousand take some 10 ms, and 2 MB. */
const LIGHT_VALUES = 20_000

/** The longest lists that a response may hold. */
const LISTS_BYTES = 200 * MAX_VALUES

/** Characters; a shorter answer fits into one packet as it is. */
const WORTH_COMPRESSING = 1400

/** /graphql: GraphQL over HTTP. What other methods answer, Apollo knows. */
export function addGraphQLRoute(app: FastifyInstance, options: GraphQLRouteOptions): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    config: { scope: 'read' },
    exposeHeadRoute: false,
    handler: (request, reply) => respond(request, reply, options),
  })
}

async function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  options: GraphQLRouteOptions,
): Promise<FastifyReply> {
  using work = new RequestWork(options.lanes, request, reply)
  try {
    const made = await work.run(describedRequest(request), async () => {
      const { signal, reserve, chargeCells } = work
      const light = { signal, reserve, chargeCells, lightValues: LIGHT_VALUES }
      const { hasHeavyLists, ...response } = await execute(request, light, options)
      if (!hasHeavyLists) return response
      await reserve(LISTS_BYTES)
      const beside = (bytes: number) => reserve(LISTS_BYTES + bytes)
      return execute(request, { signal, reserve: beside, chargeCells }, options)
    })
    if (!made.pieces) work.hold(made.text.length)
    return send(request, reply, made, options.lanes)
  } catch (error) {
    if (error instanceof UserError) return refuse(reply, error, options.lanes)
    throw error
  }
}

/**
 * The query's text, or its hash where it was sent before; its variables may make it heavier or
 * lighter, but seldom do.
 */
function describedRequest({ method, url, body }: FastifyRequest): string {
  if (method === 'GET') return url
  const { query, extensions } = (body ?? {}) as {
    readonly query?: unknown
    readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } }
  }
  return String(query ?? extensions?.persistedQuery?.sha256Hash ?? '')
}

interface PreparedResponse {
  readonly head: HTTPGraphQLResponse
  readonly text: string
  /** of a response that is written while it is sent; null: the text is all */
  readonly pieces: ResponsePieces | null
}

async function execute(
  request: FastifyRequest,
  work: WorkContext,
  { apollo, createContext }: GraphQLRouteOptions,
): Promise<PreparedResponse & { readonly hasHeavyLists: boolean }> {
  const context = createContext(request, work)
  const head = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers: apolloHeaders(request),
      search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
      body: request.body,
    },
    context: async () => ({ ...context, request }),
  })
  // @defer and @stream, the only ones in chunks, are not in the schema.
  if (head.body.kind !== 'complete') throw new Error('an answer in chunks')
  const text = head.body.string
  return { head, text, pieces: piecesOf(text), hasHeavyLists: context.budget.hasHeavyLists }
}

function apolloHeaders(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  if (isSafeGet(request)) headers.set('apollo-require-preflight', 'true')
  return headers
}

/** A response with matrices is written while it is sent, as fast as the client takes it. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { head: { status = 200, headers }, text, pieces }: PreparedResponse,
  { writing }: Lanes,
): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value)
  reply.code(status === 400 ? statusOfRefusal(text, request.headers.accept) : status)
  varyByEncoding(reply)
  if (isKept(request, reply, text, pieces)) {
    return reply.code(304).removeHeader('content-length').send()
  }
  const isWorthIt = pieces !== null || text.length >= WORTH_COMPRESSING
  const encoding = isWorthIt ? encodingFor(request, 'text') : null
  if (!pieces && !encoding) return reply.send(text)
  const written = politeBody(inBlocks(pieces ?? [text]), writing)
  return reply.send(encoding ? withEncoding(reply, written, encoding) : written)
}

function refuse(reply: FastifyReply, error: UserError, lanes: Lanes): FastifyReply {
  const { message, code } = error
  if (code === 'SERVER_BUSY') reply.header('retry-after', lanes.retryAdvice.next())
  if (error instanceof RateLimitedError) reply.code(429).headers(retryAfter(error))
  else reply.code(503)
  return reply.send({ errors: [{ message, extensions: { code } }] })
}

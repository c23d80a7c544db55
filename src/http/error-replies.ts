import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ServerClosingError } from '../errors.ts'

/**
 * Responses of routes that fail or do not exist: JSON as GraphQL gives errors, with the cure, and
 * without details of the server. Messages of errors are in src/errors.ts.
 */
export function addErrorReplies(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]
    return reply
      .code(404)
      .send(
        errorBody(
          `Nothing at ${request.method} ${path}. The API is at POST /graphql, its schema at /schema.graphql; /health/live and /health/ready report the server's state.`,
          'NOT_FOUND',
        ),
      )
  })

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500) {
      return reply.code(status).send(errorBody(error.message, 'BAD_REQUEST'))
    }
    if (status === 503) {
      const { message, code } = new ServerClosingError()
      return reply.code(503).send(errorBody(message, code))
    }
    request.log.error({ err: error }, 'a request failed with an internal error')
    return reply.code(500).send(errorBody('Internal error.', 'INTERNAL_SERVER_ERROR'))
  })
}

/**
 * Answer to an address that Fastify cannot take apart, and leads to no route and its hooks. Without
 * it Fastify sends the address back.
 */
export function refuseAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 400
  const message =
    status === 414
      ? 'A part of the address is too long.'
      : 'The address cannot be read: it contains a % without a valid URL encoding after it.'
  reply
    .code(status)
    .header('x-content-type-options', 'nosniff')
    .send(errorBody(message, 'BAD_REQUEST'))
}

/** What cannot be taken for a request at all: no route sees it. */
export function refuseRequest(error: ParserError, socket: Socket): void {
  // Its client has gone already.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const [status, message] = parserRefusals.get(error.code ?? '') ?? [
    '400 Bad Request',
    'This is not an HTTP/1.1 request.',
  ]
  const body = JSON.stringify(errorBody(message, 'BAD_REQUEST'))
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

interface ParserError extends Error {
  readonly code?: string
}

const parserRefusals = new Map<string, readonly [status: string, message: string]>([
  [
    'HPE_HEADER_OVERFLOW',
    [
      '431 Request Header Fields Too Large',
      'The headers of the request are longer than 16 KB. Send long queries and variables in the body of a POST.',
    ],
  ],
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    ['408 Request Timeout', 'The request did not arrive completely in time. Send it again.'],
  ],
])

function errorBody(message: string, code: string) {
  return { errors: [{ message, extensions: { code } }] }
}

import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, type Registry } from 'prom-client'
import type { HttpContext } from '../graphql/http-context.ts'
import { BoundedLabels } from './bounded-labels.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** how many errors of each code its response has; null: none */
    errorCodes: Readonly<Record<string, number>> | null
  }
}

interface ErrorResponse {
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } | undefined }[]
}

/** Notes which errors each response has; {@link errorsOfOperation} notes those of GraphQL. */
export function noteErrors(app: FastifyInstance): void {
  app.decorateRequest('errorCodes', null)
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    noteErrorsOf(request, payload as ErrorResponse)
    done(null, payload)
  })
}

function noteErrorsOf(request: FastifyRequest, { errors = [] }: ErrorResponse): void {
  if (errors.length === 0) {
    request.errorCodes = null
    return
  }
  const counts: Record<string, number> = {}
  for (const { extensions } of errors) {
    const code = String(extensions?.code ?? 'UNKNOWN')
    counts[code] = (counts[code] ?? 0) + 1
  }
  request.errorCodes = counts
}

const ofEveryRequest: GraphQLRequestListener<HttpContext> = {
  async willSendResponse({ contextValue: { request }, response: { body } }) {
    // A request whose lists turn out to be large is executed twice: the last response counts.
    if (body.kind === 'single') noteErrorsOf(request, body.singleResult)
  },
}

/** Notes which errors the response to an operation has, also where its status is 200. */
export const errorsOfOperation: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => ofEveryRequest,
}

/** Counts responses with errors: a failed query has status 200, as GraphQL wants it. */
export function countErrors(app: FastifyInstance, registry: Registry): void {
  const counter = new Counter({
    name: 'spikeql_errors_total',
    help: 'Responses with errors, by route, GraphQL operation and error code; one per code.',
    labelNames: ['route', 'operation', 'code'],
    registers: [registry],
  })
  const operations = new BoundedLabels()
  const codes = new BoundedLabels()
  app.addHook('onResponse', (request, { statusCode }, done) => {
    const { errorCodes, operationName } = request
    const found = errorCodes ? Object.keys(errorCodes) : statusCode >= 400 ? [`${statusCode}`] : []
    for (const code of found) {
      counter.inc({
        route: request.routeOptions.url ?? 'none',
        operation: operationName ? operations.labelOf(operationName) : 'none',
        code: codes.labelOf(code),
      })
    }
    done()
  })
}

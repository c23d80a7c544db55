import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import type { HttpContext } from '../graphql/http-context.ts'
import { traceIdOf } from './request-id.ts'

declare module 'fastify' {
  interface FastifyRequest {
    operationName: string | null
  }
}

/** A name can be as long as the body. */
const MAX_NAME_LENGTH = 100

/**
 * One line per request: what, how it ended, its errors by code, how long it took. Never the query:
 * it may be long, and it is not ours.
 */
export function addRequestLog(app: FastifyInstance): void {
  app.decorateRequest('operationName', null)
  app.addHook('onResponse', (request, reply, done) => {
    const { errorCodes, operationName, principal } = request
    const traceId = traceIdOf(request)
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(10 * reply.elapsedTime) / 10,
        ...(operationName && { operationName }),
        ...(principal && { user: principal.name }),
        ...(errorCodes && { errors: errorCodes }),
        ...(traceId && { traceId }),
      },
      'request',
    )
    done()
  })
}

const ofEveryRequest: GraphQLRequestListener<HttpContext> = {
  async didResolveOperation({ operationName, contextValue }) {
    contextValue.request.operationName = operationName?.slice(0, MAX_NAME_LENGTH) ?? null
  },
}

/** Reports to the log which operation of the document was requested. */
export const nameOfOperation: ApolloServerPlugin<HttpContext> = {
  requestDidStart: async () => ofEveryRequest,
}

import type { ApolloServerPlugin } from '@apollo/server'
import type { HttpContext } from './http-context.ts'

const requestErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
])

/**
 * GraphQL over HTTP asks that a client which accepts only `application/json` gets 200 with a well-formed answer, even where the
 * answer is that the query cannot be understood; other clients get 400.
 */
export const statusOfJsonAnswers: ApolloServerPlugin<HttpContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const { http, body } = response
        const accept = request.http?.headers.get('accept') ?? ''
        if (http.status !== 400 || accept.includes('application/graphql-response+json')) return
        const errors = (body.kind === 'single' && body.singleResult.errors) || []
        if (errors.every((error) => requestErrors.has(String(error.extensions?.code)))) {
          http.status = 200
        }
      },
    }
  },
}

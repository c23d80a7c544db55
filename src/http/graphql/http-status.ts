import type { GraphQLFormattedError } from 'graphql'

const requestErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
])

interface Refusal {
  readonly errors?: readonly GraphQLFormattedError[]
}

/**
 * Status of a response that Apollo gives 400. GraphQL over HTTP demands that a client which accepts
 * only `application/json` gets 200 with a well-formed response, even where that says that the
 * query cannot be understood; other clients get 400. A request that names no operation of its
 * document is not well-formed.
 *
 * @param accept the header of the request
 */
export function statusOfRefusal(json: string, accept = ''): 200 | 400 {
  if (accept.includes('application/graphql-response+json')) return 400
  const { errors = [] } = JSON.parse(json) as Refusal
  return errors.every(({ extensions }) => requestErrors.has(String(extensions?.code))) ? 200 : 400
}

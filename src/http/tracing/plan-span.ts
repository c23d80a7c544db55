import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import { tracer } from '../../tracing.ts'
import type { HttpContext } from '../graphql/http-context.ts'

/** A span `plan`: an operation is parsed, validated, and held against the limits. */
export const planOfOperation: ApolloServerPlugin<HttpContext> = {
  async requestDidStart(): Promise<GraphQLRequestListener<HttpContext>> {
    const span = tracer.startSpan('plan')
    const end = async () => span.end()
    // An operation that is refused is not executed; a span that has ended stays so.
    return { executionDidStart: end, didEncounterErrors: end }
  },
}

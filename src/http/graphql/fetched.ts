import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { HttpContext } from './http-context.ts'

const ofRequestsThatWantIt: GraphQLRequestListener<HttpContext> = {
  async willSendResponse({ contextValue: { loaders }, response: { body } }) {
    if (body.kind !== 'single') return
    const result = body.singleResult
    result.extensions = { ...result.extensions, fetched: loaders.fetches.counts }
  },
}

/**
 * Says in `extensions.fetched` what was fetched of remote recordings for a response, where the
 * request has `"extensions": { "fetched": true }`.
 */
export const fetched: ApolloServerPlugin<HttpContext> = {
  async requestDidStart({ request: { extensions } }) {
    return extensions?.fetched === true ? ofRequestsThatWantIt : undefined
  },
}

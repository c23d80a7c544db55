import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server'
import type { HttpContext } from './http-context.ts'

const ofRequestsThatWantIt: GraphQLRequestListener<HttpContext> = {
  async willSendResponse({ contextValue: { budget, loaders }, response: { body } }) {
    if (body.kind !== 'single') return
    const result = body.singleResult
    const { cells, values } = budget
    result.extensions = { ...result.extensions, cost: { cells, values, ...loaders.reads.counts } }
  },
}

/**
 * Says in `extensions.cost` what a response took, where the request has
 * `"extensions": { "cost": true }` or the header `x-spikeql-cost: true`.
 */
export const cost: ApolloServerPlugin<HttpContext> = {
  async requestDidStart({ request: { extensions, http } }) {
    const isWanted = extensions?.cost === true || http?.headers.get('x-spikeql-cost') === 'true'
    return isWanted ? ofRequestsThatWantIt : undefined
  },
}

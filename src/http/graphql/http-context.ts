import type { FastifyRequest } from 'fastify'
import type { GraphQLContext } from '../../graphql/context.ts'

/** The context of a query that came over HTTP. */
export interface HttpContext extends GraphQLContext {
  readonly request: FastifyRequest
}

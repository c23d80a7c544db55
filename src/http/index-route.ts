import type { FastifyInstance } from 'fastify'

/** /: what this is, for whoever looks with a browser or curl. */
export function addIndexRoute(app: FastifyInstance, version: string): void {
  app.get('/', async () => ({
    name: 'SpikeQL',
    version,
    description: 'A GraphQL data API for neural recordings in NWB files.',
    graphql: '/graphql',
    health: ['/health/live', '/health/ready'],
    example: {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: { query: '{ sessions { totalCount nodes { id sessionType recordedAreas } } }' },
    },
  }))
}

/** What / returns to programs: what this is, and where to send queries. */
export const serverIndex = (version: string) => ({
  name: 'SpikeQL',
  version,
  description: 'A GraphQL data API for neural recordings in NWB files.',
  graphql: '/graphql',
  schema: '/schema.graphql',
  health: ['/health/live', '/health/ready'],
  example: {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: { query: '{ sessions { totalCount nodes { id sessionType recordedAreas } } }' },
  },
})

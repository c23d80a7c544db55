import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { schemaText } from '../graphql/schema.ts'

/** /schema.graphql: the schema as it is written, for other people's code generators. */
export function addSchemaRoute(app: FastifyInstance): void {
  const etag = `"${createHash('sha256').update(schemaText).digest('base64url')}"`
  app.get('/schema.graphql', async ({ headers }, reply) => {
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (namesTag(headers['if-none-match'], etag)) return reply.code(304).send()
    // As plain text a browser shows it.
    return reply.type('text/plain; charset=utf-8').send(schemaText)
  })
}

/** Whether If-None-Match names the tag, among others or as one that a proxy weakened. */
function namesTag(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}

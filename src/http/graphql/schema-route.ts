import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { schemaText } from '../../graphql/schema.ts'
import { isAmong } from '../arrays/entity-tag.ts'

/**
 * /schema.graphql: the schema as it is written, for other people's code generators.
 *
 * @param added to it, in GraphQL's language
 */
export function addSchemaRoute(app: FastifyInstance, added: readonly string[]): void {
  const text = [schemaText, ...added].join('\n')
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  app.get('/schema.graphql', async ({ headers }, reply) => {
    reply.header('etag', etag).header('cache-control', 'no-cache')
    if (isAmong(etag, headers['if-none-match'])) return reply.code(304).send()
    // As plain text a browser shows it.
    return reply.type('text/plain; charset=utf-8').send(text)
  })
}

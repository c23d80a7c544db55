import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { varyByEncoding } from '../content-encoding.ts'

export interface PagesOptions {
  /** of the built pages */
  readonly folder: string
  /** what / answers to programs */
  readonly index: object
}

const shared = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"

/**
 * Whatever the pages load comes from here: they work where there is no internet, and nothing of a
 * recording can leave through them. Pictures may be data: a figure is one before it is a PNG.
 */
const explorerPolicy = `default-src 'self'; img-src 'self' data:; ${shared}`

/**
 * GraphiQL's editor starts its workers from blobs, writes its own
 * styles, and has its icons in them.
 */
const graphiqlPolicy =
  "default-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; " +
  shared

/** /: the explorer; /graphiql; and /assets: what the two load. */
export function addPages(app: FastifyInstance, { folder, index }: PagesOptions): void {
  app.register(async (pages) => {
    // Also for scripts: a worker obeys the policy that its own came with.
    pages.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', explorerPolicy)
      varyByEncoding(reply)
    })
    await pages.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      index: false,
      // Their names change with their contents.
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    })

    const send = (reply: FastifyReply, file: string) =>
      reply.header('cache-control', 'no-cache').sendFile(file, folder, { cacheControl: false })

    pages.get('/', { config: { isPage: true } }, (request, reply) => {
      const vary = reply.getHeader('vary')
      reply.header('vary', vary ? `${vary}, Accept` : 'Accept')
      const isBrowser = /text\/html/i.test(request.headers.accept ?? '')
      return isBrowser ? send(reply, 'index.html') : reply.send({ ...index, graphiql: '/graphiql' })
    })

    pages.get('/graphiql', { config: { isPage: true } }, (request, reply) => {
      // Addresses in the page are relative to it.
      const [path = '', search] = request.url.split('?')
      if (path.endsWith('/')) return reply.redirect(`../graphiql${search ? `?${search}` : ''}`)
      return send(reply.header('content-security-policy', graphiqlPolicy), 'graphiql.html')
    })
  })
}

// spikeql/server: the server in somebody else's program.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { DEFAULT_RESCAN_SECONDS } from '../catalog/folder/rescan-pauses.ts'
import { OpenCatalog } from '../cli/open/open-catalog.ts'
import { version } from '../cli/version.ts'
import { InvalidArgumentError } from '../errors.ts'
import { federation } from '../graphql/federation.ts'
import { schemaText } from '../graphql/schema.ts'
import type { SchemaExtension } from '../graphql/schema-extension.ts'
import type { HttpContext } from '../http/graphql/http-context.ts'
import { createApp, type ServerOptions } from '../http/server.ts'
import { packageRoot } from '../package-root.ts'
import type { SessionCatalog } from '../sessions/session-catalog.ts'
import { accessFor } from './access-for.ts'

export type { ExtensionResolver, SchemaExtension } from '../graphql/schema-extension.ts'
export type { HttpContext } from '../http/graphql/http-context.ts'
export type { CatalogSession, SessionCatalog } from '../sessions/session-catalog.ts'
export type { SessionReader } from '../sessions/session-reader.ts'

/** Options of {@link createServer}; what is left out is as for `spikeql serve`. */
export interface CreateServerOptions
  extends Pick<
    ServerOptions,
    | 'maxCells'
    | 'requestTimeoutSeconds'
    | 'maxConcurrency'
    | 'maxQueue'
    | 'responseMemoryBytes'
    | 'sendTimeoutSeconds'
    | 'fileCacheBytes'
    | 'corsOrigins'
    | 'trustedProxies'
    | 'metrics'
    | 'logger'
  > {
  /** folders, files and addresses that sessions are in; or give a `catalog` */
  readonly places?: readonly string[] | undefined
  /** sessions from anywhere else; its owner closes it */
  readonly catalog?: SessionCatalog | undefined
  /** folder for what was read before, so that known recordings are not opened again */
  readonly cacheFolder?: string | undefined
  /** seconds between looks for changed files; 0: never. 5 when left out. */
  readonly rescanSeconds?: number | undefined
  /** that read recordings; as many as there are cores, at most 4, when left out */
  readonly threads?: number | undefined
  /** under which the surrounding server has it: `/neural`; empty for its root, the default */
  readonly basePath?: string | undefined
  /** whether the explorer and GraphiQL are served; they are when left out */
  readonly pages?: boolean | undefined
  /** plugins of Apollo Server */
  readonly plugins?: readonly ApolloServerPlugin<HttpContext>[] | undefined
  /** types and fields that are added to the schema */
  readonly extensions?: readonly SchemaExtension[] | undefined
  /** whether it is a subgraph of Apollo Federation 2, with keys; it is not when left out */
  readonly federation?: boolean | undefined
}

/** A server that listens nowhere by itself. */
export interface EmbeddedServer {
  /** its sessions */
  readonly catalog: SessionCatalog

  /**
   * Answers a request of a `node:http` server, or of a framework that hands Node's request and
   * response on, such as Express. The body must not have been read.
   *
   * @example
   * import { createServer as createHttpServer } from 'node:http'
   * import { createServer } from 'spikeql/server'
   *
   * const spikeql = await createServer({ places: ['sample-data'], basePath: '/neural' })
   * const http = createHttpServer((request, response) => {
   *   if (request.url?.startsWith('/neural')) return spikeql.handler(request, response)
   *   response.end('something else')
   * })
   * http.listen(0, '127.0.0.1', () => http.close())
   * await spikeql.close()
   */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void

  /**
   * Registers its routes, below `basePath`, in a Fastify server, and closes it with that.
   *
   * @example
   * import Fastify from 'fastify'
   * import { createServer } from 'spikeql/server'
   *
   * const app = Fastify()
   * const spikeql = await createServer({ places: ['sample-data'], basePath: '/neural' })
   * await app.register(spikeql.fastifyPlugin)
   * const answer = await app.inject('/neural/schema.graphql')
   * console.log(answer.statusCode) // 200
   * await app.close()
   */
  readonly fastifyPlugin: FastifyPluginAsync

  /** Finish what runs, and free its threads. Safe to call again. */
  close(): Promise<void>
}

/**
 * A SpikeQL server to be mounted in another one. It has all routes of `spikeql serve`: `/graphql`,
 * `/arrays`, `/schema.graphql`, `/health`, `/metrics`, and the pages. Who may reach it, and under
 * which Host names, is for the surrounding server to say.
 *
 * @throws InvalidArgumentError for places that are not there, and extensions that do not fit
 *
 * @example
 * import { createServer } from 'spikeql/server'
 *
 * const spikeql = await createServer({
 *   places: ['sample-data'],
 *   extensions: [
 *     {
 *       typeDefs: 'extend type Session { notes: [String!]! }',
 *       resolvers: { Session: { notes: ({ id }) => [`Looked at ${id} on Monday.`] } },
 *     },
 *   ],
 * })
 * console.log((await spikeql.catalog.sessions()).length)
 * await spikeql.close()
 */
export async function createServer(options: CreateServerOptions): Promise<EmbeddedServer> {
  const { basePath = '', extensions = [], pages = true } = options
  assertBasePath(basePath)
  const texts = [schemaText, ...extensions.map(({ typeDefs }) => typeDefs)]
  const sessions = await openSessions(options)
  try {
    const { app, stopGraphQL } = await createApp({
      ...options,
      catalog: sessions.catalog,
      // Of no address in particular: the surrounding server listens.
      host: '0.0.0.0',
      version,
      pagesFolder: pages ? fileURLToPath(new URL('dist/web', packageRoot)) : undefined,
      extensions: options.federation ? [...extensions, federation(texts)] : extensions,
    })
    await app.ready()
    const handler = (request: IncomingMessage, response: ServerResponse): void =>
      app.routing(request, response)
    let closing: Promise<void> | undefined
    const close = async () => {
      await app.close()
      await stopGraphQL()
      await sessions.close()
    }
    return {
      catalog: sessions.catalog,
      handler,
      fastifyPlugin: pluginOf(handler, basePath, () => (closing ??= close())),
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await sessions.close()
    throw error
  }
}

interface OpenSessions {
  readonly catalog: SessionCatalog
  readonly close: () => Promise<void>
}

async function openSessions(options: CreateServerOptions): Promise<OpenSessions> {
  const {
    catalog,
    places,
    cacheFolder = null,
    rescanSeconds = DEFAULT_RESCAN_SECONDS,
    threads,
  } = options
  if ((catalog === undefined) === (places === undefined)) {
    throw new InvalidArgumentError('createServer needs either places or a catalog.')
  }
  if (catalog) return { catalog, close: async () => {} }
  const open = await OpenCatalog.open(places ?? [], await accessFor(cacheFolder), {
    rescanSeconds,
    threads,
    looksApart: true,
  })
  try {
    await open.assertPlacesExist()
  } catch (error) {
    await open.close()
    throw error
  }
  return { catalog: open.catalog, close: () => open.close() }
}

function pluginOf(
  handler: EmbeddedServer['handler'],
  basePath: string,
  close: () => Promise<void>,
): FastifyPluginAsync {
  return async (outer) => {
    if (outer.prefix !== '') {
      throw new InvalidArgumentError(
        `Give createServer the basePath "${outer.prefix}" instead of a prefix: addresses in its responses begin with it.`,
      )
    }
    outer.addHook('onClose', close)
    // Bodies are read where they are understood.
    outer.removeAllContentTypeParsers()
    outer.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const mount = (request: FastifyRequest, reply: FastifyReply) => {
      reply.hijack()
      handler(request.raw, reply.raw)
    }
    if (basePath !== '') outer.all(basePath, mount)
    outer.all(`${basePath}/*`, mount)
  }
}

function assertBasePath(basePath: string): void {
  if (basePath === '' || /^(\/[\w.~-]+)+$/.test(basePath)) return
  throw new InvalidArgumentError(
    `basePath must begin with a slash and end without one, as "/neural"; got "${basePath}".`,
  )
}

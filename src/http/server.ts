import type { ApolloServerPlugin } from '@apollo/server'
import fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { createContext } from '../graphql/context.ts'
import type { SchemaExtension } from '../graphql/schema-extension.ts'
import { createApolloServer } from '../graphql/server/apollo-server.ts'
import type { SessionCatalog } from '../sessions/session-catalog.ts'
import { addArrayRoute } from './arrays/array-route.ts'
import { FileCache } from './arrays/file-cache.ts'
import { addAccess, type ServerAuth, visibleTo } from './auth/access.ts'
import { addCheckRoute } from './auth/check-route.ts'
import type { Scope } from './auth/grant.ts'
import { addLoginRoutes } from './auth/login-routes.ts'
import { addErrorReplies, refuseAddress, refuseRequest } from './error-replies.ts'
import { cost } from './graphql/cost.ts'
import { fetched } from './graphql/fetched.ts'
import { addGraphQLRoute } from './graphql/graphql-route.ts'
import type { HttpContext } from './graphql/http-context.ts'
import { addSchemaRoute } from './graphql/schema-route.ts'
import { unreadPlaces } from './graphql/unread-places.ts'
import { addCors } from './guards/cors.ts'
import { DEFAULT_DRAIN_SECONDS, Drain, type Drained } from './guards/drain.ts'
import { HeavyLane } from './guards/heavy-lane.ts'
import { HeavyQueries } from './guards/heavy-queries.ts'
import { LightLane } from './guards/light-lane.ts'
import { isLoopback } from './guards/loopback.ts'
import { addRequestChecks } from './guards/request-checks.ts'
import type { Lanes, WorkContext } from './guards/request-work.ts'
import { RetryAdvice } from './guards/retry-advice.ts'
import { Turns } from './guards/turns.ts'
import { addHealthRoutes } from './health-routes.ts'
import { addMetrics, type ReaderStatistics } from './metrics/metrics.ts'
import { errorsOfOperation, noteErrors } from './metrics/request-errors.ts'
import { addRequestIds, requestIdOf } from './metrics/request-id.ts'
import { addRequestLog, nameOfOperation } from './metrics/request-log.ts'
import { UnhandledRejections } from './metrics/unhandled-rejections.ts'
import { addPages } from './pages/pages.ts'
import { serverIndex } from './pages/server-index.ts'
import { addBasePath, stripPath } from './proxy/base-path.ts'
import { trustedAddresses } from './proxy/trusted-addresses.ts'
import { planOfOperation } from './tracing/plan-span.ts'
import { addRequestSpans } from './tracing/request-spans.ts'

export interface ServerOptions {
  readonly catalog: SessionCatalog
  readonly host: string
  /** 0: any that is free */
  readonly port: number
  /** of SpikeQL */
  readonly version: string
  /** of the built explorer and GraphiQL; without it there are none */
  readonly pagesFolder?: string | undefined
  /** bins x units, over all windows of one request; see limits.ts */
  readonly maxCells?: number | undefined
  /** after which a request is given up */
  readonly requestTimeoutSeconds?: number | undefined
  /** seconds that closing lets requests in, while /health/ready answers 503 */
  readonly drainDelaySeconds?: number | undefined
  /** seconds that closing then waits for what runs, before it cuts it off */
  readonly drainSeconds?: number | undefined
  /** requests that count or read at once; others are not held up by them */
  readonly maxConcurrency?: number | undefined
  /** requests that wait beyond those; the next is answered 503 */
  readonly maxQueue?: number | undefined
  /** that all responses that are made or sent may take together, about */
  readonly responseMemoryBytes?: number | undefined
  /** after which a client that takes nothing of its response is cut off */
  readonly sendTimeoutSeconds?: number | undefined
  /** that finished files of arrays may take in memory; 0: none are kept */
  readonly fileCacheBytes?: number | undefined
  /** allowed CORS origins; `*` for any. None when left out. */
  readonly corsOrigins?: readonly string[] | undefined
  /**
   * names in the Host header, beside those of loopback, that a server on
   * loopback answers to; lower case
   */
  readonly allowedHosts?: readonly string[] | undefined
  /** whether to serve /metrics (Prometheus); true when left out */
  readonly metrics?: boolean | undefined
  /** of Apollo Server, after its own */
  readonly plugins?: readonly ApolloServerPlugin<HttpContext>[] | undefined
  /** what others add to the schema */
  readonly extensions?: readonly SchemaExtension[] | undefined
  /** what the threads that read recordings do, for /metrics */
  readonly readerStatistics?: (() => ReaderStatistics) | undefined
  /** who may use it; everyone, when left out */
  readonly auth?: ServerAuth | undefined
  /** path that clients know it under, as `/spikeql`, whether a proxy takes it away or not */
  readonly basePath?: string | undefined
  /**
   * addresses and networks of proxies, whose `X-Forwarded-For`, `-Proto`, `-Host` and `-Prefix` are
   * believed
   */
  readonly trustedProxies?: readonly string[] | undefined
  /** pino's options, or false for none */
  readonly logger?: FastifyServerOptions['logger'] | undefined
  /**
   * whether an unhandled rejection anywhere in the process is logged and counted, instead of
   * ending it; it is not when left out
   */
  readonly survivesRejections?: boolean | undefined
  /** settles when recordings can be read; by default, when the catalog answers */
  readonly canServe?: (() => Promise<unknown>) | undefined
}

export interface RunningServer {
  /** without a slash at its end: http://127.0.0.1:4000 */
  readonly url: string
  /** Announce the end, let no one in, finish what runs, then stop. */
  close(): Promise<Drained>
  /** Stop at once, if it has not been closed; for when the start of the program fails. */
  stop(): Promise<void>
}

interface ServerApp {
  readonly app: FastifyInstance
  readonly drain: Drain
  readonly stopGraphQL: () => Promise<void>
}

/** Queries are small; long lists of ids come as variables. */
const MAX_BODY_BYTES = 1024 * 1024

/** The notebook's dataset of three sessions. */
const DEFAULT_FILE_CACHE_BYTES = 32 * 2 ** 20

/** Of a machine with 1 GB, beside what the server takes without them. */
const DEFAULT_ANSWER_MEMORY_BYTES = 256 * 2 ** 20

/** Requests that are resolved at once, and that wait for it: short work, at most. */
const LIGHT_PLACES = 8
const LIGHT_QUEUE = 2000
const LIGHT_PER_TURN = 2

/** How long a client may take to send its request. */
const RECEIVE_TIMEOUT_MS = 30_000

/** Serve a catalog over HTTP. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, drain, stopGraphQL } = await createApp(options)
  try {
    const url = await app.listen({ host: options.host, port: options.port })
    return {
      url,
      async stop() {
        if (drain.hasBegun) return
        await drain.close(app, { delaySeconds: 0, patienceSeconds: 0 })
        await stopGraphQL()
      },
      async close() {
        const drained = await drain.close(app, {
          delaySeconds: options.drainDelaySeconds ?? 0,
          patienceSeconds: options.drainSeconds ?? DEFAULT_DRAIN_SECONDS,
        })
        await stopGraphQL()
        return drained
      },
    }
  } catch (error) {
    await app.close()
    await stopGraphQL()
    throw error
  }
}

/** All routes, before anything listens. */
export async function createApp(options: Omit<ServerOptions, 'port'>): Promise<ServerApp> {
  const drain = new Drain()
  const { auth = null, basePath = '', trustedProxies = [] } = options
  const trusted = trustedAddresses(trustedProxies)
  const isPublic = auth === null
  const app = fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    requestTimeout: RECEIVE_TIMEOUT_MS,
    genReqId: requestIdOf,
    trustProxy: (address) => trusted.has(address),
    rewriteUrl: ({ url = '/' }) => stripPath(url, basePath),
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseRequest,
    // Compilers of JSON schemas, which no route has, take 50 ms to load.
    schemaController: {
      compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas },
    },
  })
  drain.addTo(app)
  addBasePath(app, basePath, trusted)
  addRequestSpans(app)
  addRequestIds(app)
  noteErrors(app)
  addRequestLog(app)
  addRequestChecks(app, isPublic && isLoopback(options.host), options.allowedHosts ?? [])
  await addCors(app, options.corsOrigins ?? [])
  addErrorReplies(app)
  addAccess(app, auth)
  if (auth) {
    addLoginRoutes(app, auth)
    addCheckRoute(app, options.catalog)
  }
  const index = serverIndex(options.version)
  if (options.pagesFolder) addPages(app, { folder: options.pagesFolder, index })
  else app.get('/', async () => index)
  addSchemaRoute(
    app,
    (options.extensions ?? []).map(({ typeDefs }) => typeDefs),
  )
  addHealthRoutes(app, {
    canServe: options.canServe ?? (() => options.catalog.sessions()),
    places: () => options.catalog.places(),
    isClosing: () => drain.hasBegun,
    isPublic,
  })
  return { app, drain, stopGraphQL: await addGraphQL(app, options) }
}

function noSchemas(): never {
  throw new Error('A route has a schema; see schemaController.')
}

/** Returns what stops it. */
async function addGraphQL(
  app: FastifyInstance,
  {
    catalog,
    version,
    maxCells,
    requestTimeoutSeconds = 60,
    maxConcurrency = 16,
    maxQueue = 256,
    responseMemoryBytes = DEFAULT_ANSWER_MEMORY_BYTES,
    sendTimeoutSeconds = 30,
    fileCacheBytes = DEFAULT_FILE_CACHE_BYTES,
    metrics = true,
    readerStatistics,
    survivesRejections = false,
    auth,
    plugins = [],
    extensions,
  }: Omit<ServerOptions, 'port'>,
): Promise<() => Promise<void>> {
  const apollo = createApolloServer<HttpContext>({
    logger: app.log,
    plugins: [
      planOfOperation,
      nameOfOperation,
      errorsOfOperation,
      unreadPlaces,
      fetched,
      cost,
      ...plugins,
    ],
    extensions,
  })
  await apollo.start()
  const lanes: Lanes = {
    light: new LightLane(LIGHT_PLACES, LIGHT_QUEUE, LIGHT_PER_TURN),
    approach: new LightLane(LIGHT_PLACES, LIGHT_QUEUE),
    knownHeavy: new HeavyQueries(),
    heavy: new HeavyLane({
      places: maxConcurrency,
      queueLength: maxQueue,
      maxBytes: responseMemoryBytes,
    }),
    writing: new Turns(),
    retryAdvice: new RetryAdvice(maxQueue),
    timeoutSeconds: requestTimeoutSeconds,
    sendTimeoutSeconds,
    ...(auth && { takeCells: (principal, cells) => auth.limits.takeCells(principal, cells) }),
  }
  const contextFor = (scope: Scope) => (request: FastifyRequest, work: WorkContext) => {
    const { basePath } = request
    const visible = visibleTo(request, scope, catalog)
    return createContext({ catalog: visible, version, maxCells, basePath, ...work })
  }
  const files = new FileCache(fileCacheBytes)
  const rejections = survivesRejections ? new UnhandledRejections(app.log) : null
  if (metrics) {
    const readers = readerStatistics ?? null
    addMetrics(app, { lanes, files, readers, rejections })
  }
  addGraphQLRoute(app, { apollo, lanes, createContext: contextFor('read') })
  const isPublic = !auth
  addArrayRoute(app, { lanes, createContext: contextFor('export'), files, version, isPublic })
  return async () => {
    await apollo.stop()
    rejections?.stop()
    auth?.limits.close()
  }
}

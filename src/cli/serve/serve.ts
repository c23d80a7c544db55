import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Command, Option } from 'commander'
import { DEFAULT_RESCAN_SECONDS } from '../../catalog/folder/rescan-pauses.ts'
import { amount } from '../../formats/amounts.ts'
import type { ServerAuth } from '../../http/auth/access.ts'
import { DEFAULT_DRAIN_SECONDS } from '../../http/guards/drain.ts'
import { isLoopback } from '../../http/guards/loopback.ts'
import type { RunningServer } from '../../http/server.ts'
import { packageRoot } from '../../package-root.ts'
import { type Access, accessOf } from '../open/access.ts'
import type { OpenCatalog } from '../open/open-catalog.ts'
import { collected, pathPrefix, seconds, wholeNumber } from '../options.ts'
import { DEFAULT_FOLDER } from '../sample/default-folder.ts'
import { CommandError } from '../terminal/command-error.ts'
import { withoutBidi } from '../terminal/printable.ts'
import { reportError } from '../terminal/report-error.ts'
import { version } from '../version.ts'
import type { AuthOptions } from './open-auth.ts'
import { changeLines, firstLookText, startText } from './serve-texts.ts'
import { killOwnProcess, stopSignal } from './stop-signal.ts'

interface ServeOptions extends AuthOptions {
  readonly port: number
  readonly maxCells?: number
  readonly rescanSeconds: number
  readonly threads?: number
  readonly cacheMb: number
  readonly lookTimeout?: number
  readonly download?: string
  readonly requestTimeout?: number
  readonly maxConcurrency?: number
  readonly maxQueue?: number
  readonly responseMemoryMb?: number
  readonly sendTimeout?: number
  readonly drainDelay: number
  readonly drainTimeout: number
  readonly corsOrigin?: string[]
  readonly allowedHost?: string[]
  readonly trustProxy?: string[]
  readonly basePath?: string
  readonly metrics: boolean
  readonly logLevel: string
}

/** A local disk says in a millisecond what is there, and a network disk in some. */
const PLACES_SECONDS = 2

/**
 * For which the text at the start, and first requests, wait for all sessions:
 * some hundred on a local disk.
 */
const FIRST_LOOK_SECONDS = 2

/** For which threads may end what they do. */
const CLOSE_SECONDS = 2

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** `spikeql serve`: answer GraphQL queries. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .summary('serve recordings as a GraphQL API')
    .description(
      'Serve NWB recordings as a GraphQL API. Files added, replaced or removed later are picked up automatically.',
    )
    .argument(
      '[path...]',
      `folders and files (default: ${DEFAULT_FOLDER}, where sample sessions are written first if there is nothing in it)`,
    )
    .option(
      '--port <number>',
      'port to listen on; 0 for any free port',
      wholeNumber(0, 65_535),
      4000,
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--auth <file>',
      'require tokens: a file from spikeql token create, which may also name OpenID issuers and proxies (docs/securing.md)',
    )
    .option('--no-auth', 'serve everyone without tokens, even on an address that is not loopback')
    .addOption(
      new Option(
        '--redis <address>',
        'count requests against the limits of tokens in Redis, for all replicas together',
      ).env('SPIKEQL_REDIS_URL'),
    )
    .option(
      '--max-cells <number>',
      'maximum number of cells per request, that is, bins x units, samples x channels or spikes (default: 50000000)',
      wholeNumber(1),
    )
    .option(
      '--rescan-seconds <seconds>',
      'how often to check for changed files; 0 for never',
      seconds(0),
      DEFAULT_RESCAN_SECONDS,
    )
    .option(
      '--threads <number>',
      'reader threads (default: one per core, at most 4)',
      wholeNumber(1, 64),
    )
    .option(
      '--look-timeout <seconds>',
      'time limit for the first scan of a file, after which it is refused for now (default: 5)',
      seconds(0.1),
    )
    .option(
      '--cache-mb <megabytes>',
      'memory for caching counted matrices and their files, half for each; 0 for no cache',
      wholeNumber(0, 1_000_000),
      64,
    )
    .option(
      '--download <folder>',
      'download remote recordings to this folder, in the background, once their data are read',
    )
    .option('--request-timeout <seconds>', 'time limit per request (default: 60)', seconds(0.1))
    .option(
      '--max-concurrency <number>',
      'how many heavy requests (which read or count much data) run at once (default: 16); light ones do not wait for them',
      wholeNumber(1, 1000),
    )
    .option(
      '--max-queue <number>',
      'how many more may wait before others get 503 (default: 256)',
      wholeNumber(0, 100_000),
    )
    .option(
      '--response-memory-mb <megabytes>',
      'memory for all responses being built or sent; requests wait until enough is free (default: 256)',
      wholeNumber(1, 1_000_000),
    )
    .option(
      '--send-timeout <seconds>',
      'disconnect a client that reads nothing of its response for so long, or less than 16 KB/s on average (default: 30)',
      seconds(0.1),
    )
    .option(
      '--drain-delay <seconds>',
      'after SIGTERM: how long to keep accepting requests while /health/ready returns 503, so that a load balancer notices',
      seconds(0),
      1,
    )
    .option(
      '--drain-timeout <seconds>',
      'after that: how long running requests may take to finish before they are aborted and the exit status is 1',
      seconds(0),
      DEFAULT_DRAIN_SECONDS,
    )
    .option(
      '--cors-origin <origin>',
      'origin whose pages may send requests (CORS), * for any; repeat it for several',
      collected,
    )
    .option(
      '--allowed-host <name>',
      'extra Host name to accept on loopback (behind a reverse proxy); repeat it for several',
      collected,
    )
    .option(
      '--trust-proxy <network>',
      'address or network of a reverse proxy whose X-Forwarded-For, -Proto and -Prefix are trusted, loopback for this machine; repeat it for several',
      collected,
    )
    .option(
      '--base-path <path>',
      'path under which clients reach the server, such as /spikeql, whether or not a proxy strips it',
      pathPrefix,
    )
    .option('--no-metrics', 'disable /metrics (Prometheus)')
    .addOption(
      new Option(
        '--log-level <level>',
        'log level, as JSON lines on stderr; info logs one line per request',
      )
        .choices(logLevels)
        .default('info'),
    )
    .addHelpText(
      'after',
      `
Examples:
  spikeql serve
  spikeql serve ecephys_cache_dir more/session_1.nwb --port 8080
  spikeql serve recordings --cors-origin https://lab.example`,
    )
    .action(async (paths: string[], options: ServeOptions, command: Command) =>
      serve(paths, options, await accessOf(command)),
    )
}

async function serve(paths: string[], options: ServeOptions, access: Access): Promise<void> {
  const { assertAuthIsChosen, openAuth } = await import('./open-auth.ts')
  assertAuthIsChosen(options)
  const auth = await openAuth(options)
  let open: OpenCatalog | null = null
  let server: RunningServer | null = null
  const stopping = stopSignal(() => open?.isHeldUp ?? false)
  const { rescanSeconds, threads, cacheMb, lookTimeout } = options
  let isStarted = false
  const { OpenCatalog } = await import('../open/open-catalog.ts')
  const places = paths.length > 0 ? paths : await sampleFolder(options)
  const { download } = options
  if (download !== undefined) await assertAnyIsRemote(places)
  open = await OpenCatalog.open(places, access, {
    rescanSeconds,
    threads,
    longestLook: lookTimeout,
    patienceSeconds: FIRST_LOOK_SECONDS,
    looksApart: true,
    matrixCacheBytes: 2 ** 19 * cacheMb,
    keeping:
      download === undefined
        ? undefined
        : { folder: download, report: (line) => console.error(line) },
    onChange: (change) => {
      // What is found until then is reported in the text at the start.
      if (isStarted) for (const line of changeLines(change)) console.error(line)
    },
  })
  try {
    const { catalog } = open
    // A place that is not there is reported before anything is served; a disk that does
    // not answer is not waited for.
    await atMost(PLACES_SECONDS, open.assertPlacesExist())
    const firstLook = catalog.complete()
    // By then the threads have nothing else to do.
    firstLook.then(() => open?.warmUp()).catch(() => {})
    firstLook.then(() => open?.tabulate()).catch(() => {})
    server = await listen(open, options, auth)
    await atMost(FIRST_LOOK_SECONDS, firstLook)
    if (!options.auth && !isLoopback(options.host)) {
      console.error(
        `warning: anyone who can reach ${options.host} can read these recordings (--no-auth).`,
      )
    }
    const [sessions, refused] = await Promise.all([catalog.sessions(), catalog.refused()])
    const statuses = catalog.places()
    isStarted = true
    console.log(
      startText(server.url + (options.basePath ?? ''), {
        sessions,
        refused,
        places: statuses,
        needsToken: auth !== undefined,
      }),
    )
    if (statuses.some(({ state }) => state === 'READING')) {
      firstLook.then(() => console.error(firstLookText(catalog.places()))).catch(() => {})
    }
    const signal = await stopping
    const { drainDelay, drainTimeout } = options
    console.error(
      `${signal}: reporting not ready; no new requests after ${drainDelay} s, then up to ${drainTimeout} s for running ones. Send it again to stop immediately.`,
    )
    const { cutRequests } = await server.close()
    if (cutRequests > 0) {
      throw new CommandError(
        `${amount(cutRequests, 'request')} did not finish in ${drainTimeout} s and ${cutRequests === 1 ? 'was' : 'were'} aborted. Allow more time with --drain-timeout.`,
      )
    }
    console.error('Stopped; all requests were completed.')
  } catch (error) {
    // Reported here, where the process may not come to its usual end.
    if (open.isHeldUp) reportError(error)
    throw error
  } finally {
    await atMost(CLOSE_SECONDS, Promise.all([server?.stop(), open.close()]))
    if (open.isHeldUp) killOwnProcess()
  }
}

/** Wait for something, but not for longer than some seconds. */
async function atMost(seconds: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  const tooLong = setTimeout(1000 * seconds, undefined, { signal: waiting.signal })
  tooLong.catch(() => {})
  try {
    await Promise.race([work, tooLong])
  } finally {
    waiting.abort()
  }
}

async function listen(open: OpenCatalog, options: ServeOptions, auth: ServerAuth | undefined) {
  // As it loads, graphql-js decides by this whether to run development checks, at a quarter
  // of the time of a light query.
  process.env.NODE_ENV ??= 'production'
  // Only here: GraphQL and HTTP take half a second to load, which
  // `spikeql --help` need not wait for.
  const { startServer } = await import('../../http/server.ts')
  const {
    host,
    port,
    maxCells,
    cacheMb,
    metrics,
    requestTimeout,
    maxConcurrency,
    maxQueue,
    responseMemoryMb,
    sendTimeout,
    drainDelay,
    drainTimeout,
    corsOrigin,
    allowedHost,
    trustProxy,
    basePath,
    logLevel,
  } = options
  try {
    return await startServer({
      catalog: open.catalog,
      readerStatistics: () => open.statistics,
      host,
      port,
      version,
      pagesFolder: fileURLToPath(new URL('dist/web', packageRoot)),
      maxCells,
      metrics,
      survivesRejections: true,
      fileCacheBytes: 2 ** 19 * cacheMb,
      requestTimeoutSeconds: requestTimeout,
      maxConcurrency,
      maxQueue,
      responseMemoryBytes: responseMemoryMb && 2 ** 20 * responseMemoryMb,
      sendTimeoutSeconds: sendTimeout,
      drainDelaySeconds: drainDelay,
      drainSeconds: drainTimeout,
      corsOrigins: corsOrigin,
      allowedHosts: allowedHost?.map((name) => name.toLowerCase()),
      auth,
      trustedProxies: trustProxy,
      basePath,
      logger: logLevel === 'silent' ? false : { level: logLevel, stream: logStream },
    })
  } catch (error) {
    throw listenError(error, options)
  }
}

/** @throws CommandError when the address cannot be listened on */
async function assertCanListen(options: ServeOptions): Promise<void> {
  const { host, port } = options
  const { createServer } = await import('node:net')
  const attempt = createServer()
  try {
    await once(attempt.listen({ host, port }), 'listening')
  } catch (error) {
    throw listenError(error, options)
  }
  attempt.close()
  await once(attempt, 'close')
}

function listenError(error: unknown, { host, port }: ServeOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new CommandError(
      `Port ${port} is in use. Choose another with --port, such as --port ${port + 1}, or --port 0 for any free port.`,
    )
  }
  if (code === 'EACCES') {
    return new CommandError(`Port ${port} is not permitted. Choose one above 1023 with --port.`)
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CommandError(`${host} is not an address of this machine. Choose one with --host.`)
  }
  return error
}

/** @throws CommandError where there is nothing that --download could keep */
async function assertAnyIsRemote(places: readonly string[]): Promise<void> {
  const { isRemote } = await import('../../byte-sources/remote/parse-address.ts')
  if (places.some(isRemote)) return
  throw new CommandError(
    '--download keeps remote recordings. Name an address, such as allen://visual-coding.',
  )
}

async function sampleFolder(options: ServeOptions): Promise<string[]> {
  if (!holdsFiles(DEFAULT_FOLDER)) {
    // Before a hundred megabytes are written for a server that cannot start.
    await assertCanListen(options)
    const { writeSamples } = await import('../sample/write-samples.ts')
    await writeSamples(DEFAULT_FOLDER)
    console.error(`No path given: wrote sample sessions to ${DEFAULT_FOLDER}.`)
  }
  return [DEFAULT_FOLDER]
}

/**
 * Whether a folder has more in it than what a writing that was killed left behind. What is there
 * but cannot be listed is reported when it is served.
 */
function holdsFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => !name.startsWith('.'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** Names of files stand in the log, too. */
const logStream = { write: (line: string) => process.stderr.write(withoutBidi(line)) }

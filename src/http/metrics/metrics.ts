import type { FastifyInstance } from 'fastify'
import { Histogram, Registry } from 'prom-client'
import type { Lanes } from '../guards/request-work.ts'
import { watchProcess } from './process-metrics.ts'
import { addCounter, addGauge, type Sample } from './pulled-metrics.ts'
import { countErrors } from './request-errors.ts'

/** How full a cache is, and how often it could help. */
export interface CacheStatistics {
  readonly entries: number
  readonly bytes: number
  readonly hits: number
  readonly misses: number
}

/** What was fetched of remote recordings. */
export interface FetchStatistics {
  readonly requests: number
  readonly bytes: number
  readonly waits: number
  readonly retries: number
  readonly cachedBytes: number
}

/** What the threads that read recordings do. */
export interface ReaderStatistics {
  readonly threads: number
  readonly running: number
  readonly waiting: number
  readonly bytesRead: number
  /** null: no recording is remote */
  readonly fetched: FetchStatistics | null
  /** by name */
  readonly caches: Readonly<Record<string, CacheStatistics>>
}

export interface MetricsSources {
  readonly lanes: Lanes
  /** null: unknown */
  readonly readers: (() => ReaderStatistics) | null
  readonly files: { readonly statistics: CacheStatistics }
  /** null: they end the process */
  readonly rejections: { readonly count: number } | null
}

/** Seconds; from a response out of memory to one that reads a whole session over a network disk. */
const DURATION_BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60]

/**
 * /metrics: what the server does, in the text that Prometheus reads: numbers, and nothing of the
 * recordings.
 */
export function addMetrics(app: FastifyInstance, sources: MetricsSources): void {
  const registry = new Registry()
  const ofProcess = watchProcess(registry)
  app.addHook('onClose', async () => ofProcess.stop())
  countRequests(app, registry)
  countErrors(app, registry)
  watchLanes(registry, sources.lanes)
  watchReaders(registry, sources)
  const { rejections } = sources
  if (rejections) {
    addCounter(
      registry,
      'spikeql_unhandled_rejections_total',
      'Unhandled promise rejections; each is logged.',
      () => [[{}, rejections.count]],
    )
  }
  app.get('/metrics', { config: { scope: 'metrics' } }, async (_request, reply) => {
    reply.type(registry.contentType).header('cache-control', 'no-store')
    return registry.metrics()
  })
}

function countRequests(app: FastifyInstance, registry: Registry): void {
  const durations = new Histogram({
    name: 'spikeql_http_request_duration_seconds',
    help: 'Duration of requests until fully sent, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  })
  const known = new Map<string, Histogram.Internal<string>>()
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const key = `${method} ${reply.statusCode} ${route}`
    let ofKind = known.get(key)
    if (!ofKind) {
      ofKind = durations.labels({ method, route, status: reply.statusCode })
      known.set(key, ofKind)
    }
    ofKind.observe(reply.elapsedTime / 1000)
    done()
  })
}

function watchLanes(registry: Registry, { light, approach, heavy, retryAdvice }: Lanes): void {
  const gauge = (name: string, help: string, value: () => number) =>
    addGauge(registry, name, help, () => [[{}, value()]])
  gauge('spikeql_operations_running', 'Requests running.', () => {
    return light.running + approach.running + heavy.running
  })
  gauge('spikeql_operations_waiting', 'Requests waiting in the queue.', () => {
    return light.waiting + approach.waiting + heavy.waiting
  })
  gauge(
    'spikeql_heavy_operations_running',
    'Requests that read or count much data, running.',
    () => {
      return heavy.running
    },
  )
  gauge(
    'spikeql_heavy_operations_waiting',
    'Requests that read or count much data, waiting.',
    () => {
      return heavy.waiting
    },
  )
  gauge(
    'spikeql_response_bytes',
    'Approximate memory of responses being built or sent, in bytes.',
    () => heavy.bytes,
  )
  addCounter(
    registry,
    'spikeql_operations_refused_total',
    'Requests refused with SERVER_BUSY.',
    () => [[{}, retryAdvice.refused]],
  )
}

function watchReaders(registry: Registry, { readers, files }: MetricsSources): void {
  const caches = () => Object.entries({ ...readers?.().caches, files: files.statistics })
  const eachCache = (value: keyof CacheStatistics) => () =>
    caches().map(([cache, statistics]): Sample => [{ cache }, statistics[value]])
  addGauge(registry, 'spikeql_cache_entries', 'Entries in the cache.', eachCache('entries'))
  addGauge(
    registry,
    'spikeql_cache_bytes',
    'Approximate size of the cache, in bytes.',
    eachCache('bytes'),
  )
  addCounter(registry, 'spikeql_cache_hits_total', 'Cache hits.', eachCache('hits'))
  addCounter(registry, 'spikeql_cache_misses_total', 'Cache misses.', eachCache('misses'))
  if (!readers) return
  addGauge(registry, 'spikeql_reader_threads', 'Reader threads.', () => [[{}, readers().threads]])
  addGauge(
    registry,
    'spikeql_reader_requests_running',
    'Requests running in reader threads.',
    () => [[{}, readers().running]],
  )
  addGauge(
    registry,
    'spikeql_reader_requests_waiting',
    'Requests waiting for a reader thread.',
    () => [[{}, readers().waiting]],
  )
  addCounter(registry, 'spikeql_recording_bytes_read_total', 'Bytes read from recordings.', () => [
    [{}, readers().bytesRead],
  ])
  watchFetches(registry, () => readers().fetched)
}

function watchFetches(registry: Registry, fetched: () => FetchStatistics | null): void {
  if (!fetched()) return
  const counter = (name: string, help: string, value: keyof FetchStatistics) =>
    addCounter(registry, name, help, () => [[{}, fetched()?.[value] ?? 0]])
  counter('spikeql_fetch_requests_total', 'Requests to servers of remote recordings.', 'requests')
  counter('spikeql_fetch_retries_total', 'Of these, retries.', 'retries')
  counter('spikeql_fetch_bytes_total', 'Bytes fetched from servers of remote recordings.', 'bytes')
  counter(
    'spikeql_fetch_cached_bytes_total',
    'Bytes of remote recordings that were read from memory or disk instead.',
    'cachedBytes',
  )
  counter('spikeql_fetch_waits_total', 'Times that a reader waited for a server.', 'waits')
}

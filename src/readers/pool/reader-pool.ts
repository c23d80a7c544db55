import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { type Disk, sharedDisk, type WatchedPlace } from '../../byte-sources/disk/disk.ts'
import type { FetchAccess } from '../../byte-sources/fetcher/fetch-messages.ts'
import type { RecordingIdentity } from '../../byte-sources/recording-identity.ts'
import { fileLocation, type RecordingLocation } from '../../byte-sources/recording-location.ts'
import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteIdentity } from '../../byte-sources/remote/remote-identity.ts'
import { identityAt } from '../../byte-sources/source-identity.ts'
import type { CacheStatistics } from '../../cache/cache-statistics.ts'
import { LoadCache } from '../../cache/load-cache.ts'
import { ResponseCache } from '../../cache/response-cache.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import type { FetchCounts } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError, ServerBusyError } from '../../errors.ts'
import type { SpikeLayout } from '../../nwb/spikes/sources/spike-layout.ts'
import type { RequestedBy } from '../../sessions/session-reader.ts'
import type { BatchName, BatchRequest } from '../../sessions/session-requests.ts'
import { inSpan } from '../../tracing.ts'
import { IndexedFiles } from '../indexed-files.ts'
import type { RemoteProbeFile } from '../probes/probe-files.ts'
import {
  type FileContentName,
  type FileReader,
  type FileResponse,
  type FileTask,
  type ReaderOutcome,
  type ReaderTask,
  type ReaderWorkerData,
  responseOf,
} from '../reader-protocol.ts'
import { sharedFlag } from '../shared-flag.ts'
import type { WarmUpTask } from '../thread/warm-up.ts'
import { PooledReader, type ReaderCaches } from './pooled-reader.ts'
import { addThreadSpans } from './reader-spans.ts'
import { ThreadsLoading } from './threads-loading.ts'
import { Watchdog } from './watchdog.ts'

/**
 * Reading is bound by memory and disk: more threads than this gain
 * nothing, and each costs some 40 MB.
 */
const MOST_THREADS = 4

/**
 * A reader's large arrays lie outside of V8's heap; a small young
 * generation keeps 10 MB a thread free.
 */
const YOUNG_GENERATION_MB = 4

/**
 * Requests are limited where they come in; this many requests only wait when something is wrong.
 */
const LONGEST_QUEUE = 1024

export interface ReaderPoolOptions {
  /** the built reader-worker.js */
  readonly workerFile: URL
  readonly threads?: number | undefined
  /** that finished matrices may take; 0: none are kept */
  readonly matrixCacheBytes?: number | undefined
  /** seconds after which a thread that does not come back is replaced; see {@link Watchdog} */
  readonly longestRequest?: number | undefined
  /**
   * the same where only the structure of a file is read, which takes a
   * healthy one a fraction of a second
   */
  readonly longestLook?: number | undefined
  /**
   * threads of their own for first looks at files: damaged files that keep them busy keep no
   * client waiting. 0, when left out: the others look, too
   */
  readonly lookThreads?: number | undefined
  /** where the files are; the one that all share when left out */
  readonly disk?: Disk | undefined
  /** of what was read before; none when left out */
  readonly index?: StoredIndex | undefined
  /** see IndexUse */
  readonly claims?: boolean | undefined
  /** how remote recordings are fetched; null, when left out: not at all */
  readonly remote?: RemoteAccess | null | undefined
}

/** How remote recordings are reached. */
export interface RemoteAccess {
  /** for threads, which wait for what is fetched */
  readonly access: FetchAccess
  /** of all requests so far; left out: nobody counts */
  readonly counts?: FetchCounts
  /** bytes that one request may fetch */
  readonly mostBytes?: number | undefined
  /** called for each recording whenever data of it are read */
  readonly onRead?: ((address: RemoteAddress) => void) | undefined
  /** The state of what lies at an address, confirmed lately. Does not block. */
  identify(address: RemoteAddress): Promise<RemoteIdentity>
}

/** What a pool is doing, and keeps. */
export interface PoolStatistics {
  /** requests that run in a thread */
  readonly running: number
  /** requests that wait for a thread */
  readonly waiting: number
  readonly threads: number
  /** for all responses so far */
  readonly bytesRead: number
  /** null: there is no access to remote recordings */
  readonly fetched: FetchCounts | null
  readonly caches: Readonly<Record<keyof ReaderCaches, CacheStatistics>>
}

/** Seconds. A first look takes 0.2 s from a local disk, and some over a network. */
export const DEFAULT_LONGEST_LOOK = 5

const MEGABYTE = 2 ** 20

/**
 * Tables of a full-scale session take about a megabyte; the largest public project, whose
 * units are listed at once, has 58.
 */
const TABLES_BYTES = 64 * MEGABYTE

/** Presentations and conditions of a full-scale session take four megabytes. */
const CONTENTS_BYTES = 32 * MEGABYTE

/**
 * Of remote recordings, for one request: the spikes of a whole session are 0.9 GB, and 1.3 GB in
 * the largest.
 */
export const DEFAULT_MOST_FETCHED = 2048 * MEGABYTE

/** The notebook's matrices of six sessions. */
export const DEFAULT_MATRIX_CACHE_BYTES = 32 * MEGABYTE

/**
 * Threads that read recordings. A thread that crashes is replaced, and its request run once
 * more; one that is stuck is replaced.
 */
export class ReaderPool implements FileReader {
  readonly #threads: ReaderThreads
  readonly #lookThreads: number
  /** null: nothing was looked at, as where all sessions are known, or the others look, too */
  #looks: ReaderThreads | null = null
  readonly #start: (count: number) => ReaderThreads
  readonly #loading = new ThreadsLoading()
  readonly #caches: ReaderCaches
  readonly #files: IndexedFiles
  readonly #remote: RemoteAccess | null
  readonly #mostFetched: number
  readonly disk: Disk
  readonly #longestRequest: number | undefined
  readonly #longestLook: number
  /** requests that run or wait */
  #requested = 0
  #bytesRead = 0
  #isClosed = false
  /** whether a file was opened as HDF5 */
  #readsStructure = false

  constructor({
    workerFile,
    threads,
    matrixCacheBytes = DEFAULT_MATRIX_CACHE_BYTES,
    longestRequest,
    longestLook = DEFAULT_LONGEST_LOOK,
    lookThreads = 0,
    disk = sharedDisk,
    index = noIndex,
    claims,
    remote = null,
  }: ReaderPoolOptions) {
    this.disk = disk
    this.#longestRequest = longestRequest
    this.#longestLook = longestLook
    this.#files = new IndexedFiles(this, { index, claims })
    this.#remote = remote
    this.#mostFetched = remote?.mostBytes ?? DEFAULT_MOST_FETCHED
    this.#caches = {
      tables: new LoadCache(TABLES_BYTES),
      contents: new LoadCache(CONTENTS_BYTES),
      responses: new ResponseCache(matrixCacheBytes),
    }
    // The number of threads is fixed: Piscina replaces one that had to be ended only below the
    // minimum, and can leave what waits for it in its queue.
    this.#start = (count) => {
      const pool: ReaderThreads = new Piscina({
        filename: workerFile.href,
        workerData: { fetch: remote?.access ?? null } satisfies ReaderWorkerData,
        maxQueue: LONGEST_QUEUE,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
        minThreads: count,
        maxThreads: count,
      })
      this.#loading.add(pool.threads)
      // A crash rejects its request, where it is dealt with; as an event it would end the process.
      pool.on('error', () => {})
      return pool
    }
    this.#threads = this.#start(threads ?? Math.min(availableParallelism(), MOST_THREADS))
    this.#lookThreads = lookThreads
  }

  /**
   * Run a synthetic workload of what was requested so far in every thread, so that V8 has compiled
   * the hot paths before the next request. Errors are ignored here: a real request reports them.
   */
  async warmUp(): Promise<void> {
    const threads = this.#threads.threads.map(() =>
      this.#threads.run({ readsStructure: this.#readsStructure }, { name: 'warmUp' }),
    )
    await Promise.allSettled(threads)
  }

  /** A reader of a remote recording. Opens nothing yet. */
  remoteReader(address: RemoteAddress, probeFiles: readonly RemoteProbeFile[]): PooledReader {
    return new PooledReader(address, this.#files, this.#caches, probeFiles)
  }

  /** A reader of the recording at a path. Opens nothing yet. */
  reader(path: string): PooledReader {
    return new PooledReader(fileLocation(path), this.#files, this.#caches)
  }

  async identify(location: RecordingLocation): Promise<RecordingIdentity> {
    if ('path' in location) return identityAt(location.path, this.disk)
    if (!this.#remote) throw new Error('there is no access to remote recordings')
    return this.#remote.identify(location)
  }

  async load<Name extends FileContentName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    by?: RequestedBy,
  ): Promise<FileResponse<Name>> {
    // Others may wait for it, too: it is not cancelled with the request.
    const { fetches, reads } = by ?? {}
    return responseOf(
      await this.#trace({ location, identity, name, requests: null }, { fetches, reads }),
      name,
    )
  }

  async read<Name extends BatchName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    by?: RequestedBy,
    layout: SpikeLayout | null = null,
  ): Promise<FileResponse<Name>> {
    if (!('path' in location)) this.#remote?.onRead?.(location)
    return responseOf(await this.#trace({ location, identity, name, requests, layout }, by), name)
  }

  #trace(task: FileTask, by: RequestedBy = {}): Promise<ReaderOutcome> {
    const { name, requests } = task
    const attributes = { 'spikeql.reader.requests': requests?.length ?? 1 }
    return inSpan(`reader ${name}`, attributes, async (span) => {
      const outcome = await this.#run(task, by)
      if (outcome.outcome !== 'read') return outcome
      this.#bytesRead += outcome.bytesRead
      by.reads?.addBytes(outcome.bytesRead)
      addThreadSpans(span, outcome.times, requests === null ? 'decode' : 'count')
      span.setAttribute('spikeql.bytes_read', outcome.bytesRead)
      return outcome
    })
  }

  async #run(task: FileTask, { signal, fetches }: RequestedBy): Promise<ReaderOutcome> {
    if (signal?.aborted) throw new RequestAbortedError()
    if (this.#threads.queueSize >= LONGEST_QUEUE) throw new ServerBusyError()
    const cancelled = sharedFlag()
    const cancel = () => Atomics.store(cancelled, 0, 1)
    signal?.addEventListener('abort', cancel)
    if (task.requests === null || !task.layout) this.#readsStructure = true
    const isLook = this.#isLook(task)
    if (!isLook) this.#requested++
    try {
      using place = this.#watch(task.location)
      const longest = task.name === 'tables' ? this.#longestLook : this.#longestRequest
      using watchdog = new Watchdog(signal, longest, undefined, place.silent)
      const { begun } = watchdog
      return await this.#runTwice(
        {
          ...task,
          cancelled,
          begun,
          fetches: fetches?.memory ?? null,
          mostFetched: this.#mostFetched,
        },
        watchdog,
      )
    } finally {
      if (!isLook) this.#requested--
      signal?.removeEventListener('abort', cancel)
    }
  }

  /** A remote recording is on no disk that could be silent. */
  #watch(location: RecordingLocation): WatchedPlace {
    return 'path' in location ? this.disk.watch(location.path) : sharedDisk.watch('')
  }

  get idleThreads(): number {
    return Math.max(0, this.#threads.threads.length - this.#requested)
  }

  get statistics(): PoolStatistics {
    const { tables, contents, responses } = this.#caches
    return {
      running: Math.max(0, this.#requested - this.#threads.queueSize),
      waiting: this.#threads.queueSize,
      threads: this.#threads.threads.length,
      bytesRead: this.#bytesRead,
      fetched: this.#remote?.counts ?? null,
      caches: {
        tables: tables.statistics,
        contents: contents.statistics,
        responses: responses.statistics,
      },
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#loading.over()
    await Promise.all([this.#threads.destroy(), this.#looks?.destroy()])
  }

  #isLook({ name }: FileTask): boolean {
    return name === 'tables' && this.#lookThreads > 0
  }

  #threadsFor(task: FileTask): ReaderThreads {
    // One that is closed starts no more.
    if (!this.#isLook(task) || this.#isClosed) return this.#threads
    this.#looks ??= this.#start(this.#lookThreads)
    return this.#looks
  }

  async #runTwice(task: ReaderTask, watchdog: Watchdog): Promise<ReaderOutcome> {
    try {
      return await this.#runOnce(task, watchdog)
    } catch (crash) {
      if (!isCrash(crash)) throw crash
    }
    watchdog.restart()
    try {
      return await this.#runOnce(task, watchdog)
    } catch (crash) {
      if (!isCrash(crash)) throw crash
      const problem = isOfMemory(crash) ? 'READER_OUT_OF_MEMORY' : 'READER_CRASHED'
      throw new RecordingError(problem, task.location.name, '', { cause: crash })
    }
  }

  async #runOnce(task: ReaderTask, { stuck, silent }: Watchdog): Promise<ReaderOutcome> {
    try {
      return await this.#threadsFor(task).run(task, { signal: stuck })
    } catch (cause) {
      if (!stuck.aborted) throw cause
      const problem = silent?.aborted ? 'DISK_SILENT' : 'READER_STUCK'
      throw new RecordingError(problem, task.location.name, '', { cause })
    }
  }
}

type ReaderThreads = Piscina<ReaderTask | WarmUpTask, ReaderOutcome>

const isOfMemory = (crash: unknown) => crash instanceof Error && /memory/i.test(crash.message)

/** A thread that ended while it had a request, as Piscina reports it. */
function isCrash(error: unknown): boolean {
  return error instanceof Error && /worker.*(exited|terminated)|out of memory/i.test(error.message)
}

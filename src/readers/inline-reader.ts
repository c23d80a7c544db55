import { sharedDisk } from '../byte-sources/disk/disk.ts'
import type { RecordingIdentity } from '../byte-sources/recording-identity.ts'
import { fileLocation, type RecordingLocation } from '../byte-sources/recording-location.ts'
import type { RemoteAddress } from '../byte-sources/remote/remote-address.ts'
import { LoadCache } from '../cache/load-cache.ts'
import { ResponseCache } from '../cache/response-cache.ts'
import { noIndex } from '../cache/stored/stored-index.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import { isTrap } from '../hdf5/hdf5-library.ts'
import type { SpikeLayout } from '../nwb/spikes/sources/spike-layout.ts'
import type { RequestedBy } from '../sessions/session-reader.ts'
import type { BatchName, BatchRequest } from '../sessions/session-requests.ts'
import { IndexedFiles } from './indexed-files.ts'
import { PooledReader, type ReaderCaches } from './pool/pooled-reader.ts'
import type { RemoteProbeFile } from './probes/probe-files.ts'
import {
  type FileContentName,
  type FileReader,
  type FileResponse,
  type FileTask,
  type ReaderOutcome,
  responseOf,
} from './reader-protocol.ts'
import { sharedFlag } from './shared-flag.ts'
import { ReaderThread } from './thread/reader-thread.ts'

/** Of the tables and the contents of one session. */
const CACHE_BYTES = 2 ** 25

/**
 * Reads recordings in the thread of the caller, instead of a ReaderPool: for a program that does
 * one thing at a time, and would wait longer for a thread to start than for the response. A request
 * stops everything else while it runs.
 */
export class OwnThread implements FileReader {
  /** A request is never divided. */
  readonly idleThreads = 1
  readonly disk = sharedDisk
  readonly #thread: ReaderThread
  readonly #files: IndexedFiles
  readonly #caches: ReaderCaches = {
    tables: new LoadCache(CACHE_BYTES),
    contents: new LoadCache(CACHE_BYTES),
    responses: new ResponseCache(0),
  }

  /** @param index of what was read before */
  constructor(thread = new ReaderThread(), index = noIndex) {
    this.#thread = thread
    this.#files = new IndexedFiles(this, { index })
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
    return this.#thread.identify(location)
  }

  async load<Name extends FileContentName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    by?: RequestedBy,
  ): Promise<FileResponse<Name>> {
    return responseOf(await this.#run({ location, identity, name, requests: null }, by), name)
  }

  async read<Name extends BatchName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    by?: RequestedBy,
    layout: SpikeLayout | null = null,
  ): Promise<FileResponse<Name>> {
    if (by?.signal?.aborted) throw new RequestAbortedError()
    return responseOf(await this.#run({ location, identity, name, requests, layout }, by), name)
  }

  /** Close the files that it holds open; what is asked for later is opened again. */
  close(): void {
    this.#thread.close()
  }

  async #run(task: FileTask, by?: RequestedBy): Promise<ReaderOutcome> {
    try {
      return await this.#thread.run({
        ...task,
        cancelled: sharedFlag(),
        begun: sharedFlag(),
        fetches: by?.fetches?.memory ?? null,
        // Whoever runs a command wants what it needs.
        mostFetched: Number.POSITIVE_INFINITY,
      })
    } catch (error) {
      if (!isTrap(error)) throw error
      throw new RecordingError('READER_CRASHED', task.location.name, '', { cause: error })
    }
  }
}

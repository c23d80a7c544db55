import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type FetchCounts, FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError } from '../../errors.ts'
import { PageTable } from '../pages/page-table.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { RemoteIdentity } from '../remote/remote-identity.ts'
import type {
  FetchAccess,
  FetchFailure,
  IdentifyRequest,
  IdentifyResponse,
} from './fetch-messages.ts'
import type { FetcherOptions } from './fetcher.ts'
import { SharedLine } from './shared-line.ts'

export interface FetchThreadOptions extends FetcherOptions {
  /** the built fetch-worker.js */
  readonly workerFile: URL
  /** of pages in memory */
  readonly memoryBytes: number
}

/** Sixteen thousand pages: the structure of some sessions, and what was read of them lately. */
export const DEFAULT_PAGE_MEMORY = 64 * 2 ** 20

/** Bodies under way: each connection has one of at most a megabyte. */
const HEAP_MB = 128

/** What was received is dropped soon; a small young generation gives its memory back as soon. */
const YOUNG_GENERATION_MB = 4

/**
 * The thread that fetches for all others. One that blocks while it waits, as those that read do,
 * could not attend to its connections.
 */
export class FetchThread {
  /** for threads that read */
  readonly access: FetchAccess
  readonly #tally = new FetchTally()
  readonly #options: FetchThreadOptions
  readonly #waiting = new Map<number, (response: IdentifyResponse) => void>()
  #nextId = 0
  #worker: Worker
  #generation = 0
  #isClosed = false

  constructor(options: FetchThreadOptions) {
    this.#options = options
    this.access = {
      channel: `spikeql-fetch-${randomUUID()}`,
      pages: PageTable.ofSize(options.memoryBytes).memory,
      tally: this.#tally.memory,
      line: new SharedLine().memory,
      generation: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    }
    this.#worker = this.#start()
  }

  /** Of all threads so far. */
  get counts(): FetchCounts {
    return this.#tally.counts
  }

  /**
   * The state of a file.
   *
   * @param maxAge seconds since its server last confirmed it, at most
   * @throws RecordingError REMOTE_UNREACHABLE, REMOTE_DENIED, REMOTE_UNSUITABLE, FILE_MISSING
   */
  async identify(address: RemoteAddress, maxAge: number): Promise<RemoteIdentity> {
    const id = this.#nextId++
    const response = await new Promise<IdentifyResponse>((resolve) => {
      this.#waiting.set(id, resolve)
      // The process does not end while someone waits for a response.
      this.#worker.ref()
      this.#worker.postMessage({ id, address, maxAge } satisfies IdentifyRequest)
    })
    if ('opened' in response) return response.opened.identity
    const { code, fileName, detail } = response.failure
    throw new RecordingError(code, fileName, detail)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#worker.ref()
    const ended = once(this.#worker, 'exit')
    this.#worker.postMessage('close')
    await ended
  }

  #start(): Worker {
    const { client, folder, downloads, workerFile } = this.#options
    const options: FetcherOptions = { client, folder, downloads }
    const worker = new Worker(workerFile, {
      workerData: { access: this.access, options, generation: ++this.#generation },
      resourceLimits: {
        maxOldGenerationSizeMb: HEAP_MB,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    })
    worker.on('message', (response: IdentifyResponse) => {
      this.#waiting.get(response.id)?.(response)
      this.#waiting.delete(response.id)
      if (this.#waiting.size === 0) worker.unref()
    })
    // A fault of ours: those who wait give up, and the next thread serves all others.
    worker.on('error', () => {
      Atomics.store(new Int32Array(this.access.generation), 0, 0)
      for (const [id, resolve] of this.#waiting) resolve({ id, failure: ended })
      this.#waiting.clear()
      if (!this.#isClosed) this.#worker = this.#start()
    })
    worker.unref()
    return worker
  }
}

const ended: FetchFailure = {
  code: 'REMOTE_UNREACHABLE',
  fileName: 'The recording',
  detail: 'the fetcher ended',
}

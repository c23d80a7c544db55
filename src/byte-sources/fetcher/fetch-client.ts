import { randomUUID } from 'node:crypto'
import { BroadcastChannel } from 'node:worker_threads'
import { FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import { PageTable } from '../pages/page-table.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { FetchAccess, FetchRequest, OpenedRemote } from './fetch-messages.ts'
import { Reply } from './reply.ts'
import { SharedLine } from './shared-line.ts'

/** The request that a thread works on, as far as what it fetches goes. */
export interface FetchContext {
  /** whether the response is not wanted any more */
  readonly isCancelled: () => boolean
  /** called when the thread begins and stops waiting for a server: waiting is not being stuck */
  readonly onWait: (isWaiting: boolean) => void
  readonly tally: FetchTally | null
  /** bytes that the request may fetch */
  readonly mostBytes: number
}

export const noContext: FetchContext = {
  isCancelled: () => false,
  onWait: () => {},
  tally: null,
  mostBytes: Number.POSITIVE_INFINITY,
}

/** Between two looks at whether the response is still wanted. */
const LOOK_MS = 50

/** A thread takes some hundredths of a second to start, or some tenths on a busy machine. */
const LONGEST_START_MS = 30_000

type Body<Kind extends FetchRequest['kind']> = Omit<
  Extract<FetchRequest, { kind: Kind }>,
  'kind' | 'id' | 'reply' | 'tally' | 'mostBytes'
>

/** How a thread that may wait has the fetcher fetch. */
export class FetchClient {
  readonly pages: PageTable
  readonly line: SharedLine
  readonly #channel: BroadcastChannel
  readonly #total: FetchTally
  readonly #generation: Int32Array<SharedArrayBuffer>
  #context = noContext
  /** ids of what was fetched ahead for it */
  #prefetches: string[] = []
  /** used again for what is not larger */
  #reply = Reply.ofSize(0)

  constructor(access: FetchAccess) {
    this.pages = new PageTable(access.pages)
    this.line = new SharedLine(access.line)
    this.#total = new FetchTally(access.tally)
    this.#generation = new Int32Array(access.generation)
    this.#channel = new BroadcastChannel(access.channel)
    // Messages of other threads arrive here, too, and are ignored.
    this.#channel.unref()
  }

  /** Of the request that the thread works on now. */
  get context(): FetchContext {
    return this.#context
  }

  set context(context: FetchContext) {
    this.#context = context
    this.#prefetches = []
  }

  /** @throws RecordingError, RequestAbortedError */
  open(address: RemoteAddress, maxAge: number): OpenedRemote {
    const reply = this.#replyOf(0)
    this.#send('open', reply, { address, maxAge }, address.name)
    return reply.json<OpenedRemote>()
  }

  /**
   * Ranges of a file, one after another; they hold until the next request.
   *
   * @param ranges begin and end of each, ascending and apart; of `length` bytes together
   */
  read(name: string, body: Body<'read'>, length: number): Uint8Array {
    const reply = this.#replyOf(length)
    this.#send('read', reply, body, name)
    return reply.bytes.subarray(0, length)
  }

  /**
   * Have ranges fetched that will be wanted.
   *
   * @param ranges begin and end of each, ascending and apart
   */
  prefetch(file: number, ranges: Float64Array): void {
    const { tally, mostBytes } = this.context
    const id = randomUUID()
    this.#prefetches.push(id)
    this.#channel.postMessage({
      kind: 'prefetch',
      id,
      tally: tally?.memory ?? null,
      mostBytes,
      file,
      ranges,
    } satisfies FetchRequest)
  }

  /** Count bytes that were in memory. */
  countCached(bytes: number): void {
    this.#total.add('cachedBytes', bytes)
    this.context.tally?.add('cachedBytes', bytes)
  }

  close(): void {
    this.#channel.close()
  }

  #send<Kind extends 'open' | 'read'>(
    kind: Kind,
    reply: Reply,
    body: Body<Kind>,
    name: string,
  ): void {
    const { tally, mostBytes, isCancelled, onWait } = this.context
    if (isCancelled()) throw new RequestAbortedError()
    const id = randomUUID()
    const common = { tally: tally?.memory ?? null, mostBytes }
    onWait(true)
    try {
      const generation = this.#awaitFetcher(name)
      this.#channel.postMessage({ ...common, ...body, kind, id, reply: reply.memory })
      while (!reply.wait(LOOK_MS)) {
        const isDead = Atomics.load(this.#generation, 0) !== generation
        if (!isDead && !isCancelled()) continue
        for (const ended of [id, ...this.#prefetches]) {
          this.#channel.postMessage({ kind: 'abort', id: ended } satisfies FetchRequest)
        }
        // The fetcher may still write into it.
        this.#reply = Reply.ofSize(0)
        if (isDead) throw new RecordingError('REMOTE_UNREACHABLE', name, 'the fetcher ended')
        throw new RequestAbortedError()
      }
    } finally {
      onWait(false)
    }
    const { failure } = reply
    if (failure) throw new RecordingError(failure.code, failure.fileName, failure.detail)
  }

  /** What goes through a channel before anyone listens is lost. */
  #awaitFetcher(name: string): number {
    Atomics.wait(this.#generation, 0, 0, LONGEST_START_MS)
    const generation = Atomics.load(this.#generation, 0)
    if (generation > 0) return generation
    throw new RecordingError('REMOTE_UNREACHABLE', name, 'the fetcher did not start')
  }

  #replyOf(length: number): Reply {
    if (this.#reply.bytes.length < length) this.#reply = Reply.ofSize(length)
    this.#reply.reset()
    return this.#reply
  }
}

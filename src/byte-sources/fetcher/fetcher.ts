import { BroadcastChannel } from 'node:worker_threads'
import { FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import { DownloadRegister } from '../downloads/download-register.ts'
import { DownloadedBytes } from '../downloads/downloaded-bytes.ts'
import { PageFolder } from '../pages/page-folder.ts'
import { PAGE_BYTES, PageTable } from '../pages/page-table.ts'
import { RangeTarget } from '../pages/range-target.ts'
import { DEFAULT_CONNECTIONS } from '../remote/connections.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import {
  RemoteClient,
  type RemoteClientOptions,
  type RequestTally,
} from '../remote/remote-client.ts'
import { isSameState, remoteKey } from '../remote/remote-identity.ts'
import type {
  FetchAccess,
  FetchFailure,
  FetchRequest,
  IdentifyRequest,
  IdentifyResponse,
  OpenedRemote,
} from './fetch-messages.ts'
import { KeptPages } from './kept-pages.ts'
import { RemotePages } from './remote-pages.ts'
import { Reply } from './reply.ts'
import { SharedLine } from './shared-line.ts'

export interface FetcherOptions {
  readonly client: Omit<RemoteClientOptions, 's3'>
  /** where pages are kept that outlive the process; null: nowhere */
  readonly folder: { readonly path: string; readonly mostBytes: number } | null
  /** the folder of the register of downloads; null, when left out: none is read */
  readonly downloads?: string | null | undefined
}

/**
 * The first bytes of a file, which come with its state: the superblock, and of most files what
 * stands next to it.
 */
const FIRST_BYTES = 32 * PAGE_BYTES

/** Serves the requests of threads through a channel: all at once, without ever blocking. */
export class Fetcher {
  readonly #channel: BroadcastChannel
  readonly #client: RemoteClient
  readonly #table: PageTable
  readonly #folder: PageFolder | null
  readonly #register: DownloadRegister | null
  readonly #line: SharedLine
  readonly #total: FetchTally
  readonly #connections: number
  readonly #files: RemotePages[] = []
  /** by what is shown of the address */
  readonly #opened = new Map<string, Promise<OpenedRemote>>()
  readonly #confirming = new Map<RemotePages, Promise<boolean>>()
  readonly #running = new Map<string, AbortController>()
  readonly #closed = new AbortController()

  constructor(access: FetchAccess, { client, folder, downloads }: FetcherOptions) {
    this.#client = new RemoteClient(client)
    this.#connections = client.connections ?? DEFAULT_CONNECTIONS
    this.#table = new PageTable(access.pages)
    this.#line = new SharedLine(access.line)
    this.#total = new FetchTally(access.tally)
    this.#folder = folder && new PageFolder(folder.path, folder.mostBytes)
    this.#register = downloads ? new DownloadRegister(downloads) : null
    this.#channel = new BroadcastChannel(access.channel)
    this.#channel.onmessage = (message) => {
      const { data } = message as { readonly data: FetchRequest }
      if (data.kind === 'abort') this.#running.get(data.id)?.abort()
      else this.#respond(data)
    }
  }

  /** The state of a file, for a thread that does not block. */
  async identify({ id, address, maxAge }: IdentifyRequest): Promise<IdentifyResponse> {
    try {
      return { id, opened: await this.#open(address, maxAge, [this.#total]) }
    } catch (error) {
      return { id, failure: failureOf(error) }
    }
  }

  async close(): Promise<void> {
    this.#channel.close()
    this.#closed.abort()
    for (const controller of this.#running.values()) controller.abort()
    await this.#client.close()
    await Promise.all([this.#folder?.close(), ...this.#files.map(({ kept }) => kept.close())])
  }

  async #respond(request: Exclude<FetchRequest, { kind: 'abort' }>): Promise<void> {
    const controller = new AbortController()
    this.#running.set(request.id, controller)
    try {
      if (request.kind === 'open') {
        const opened = await this.#open(request.address, request.maxAge, this.#tallies(request))
        new Reply(request.reply).finishWith(opened)
      } else await this.#read(request, controller.signal)
    } catch (error) {
      if ('reply' in request) new Reply(request.reply).fail(failureOf(error))
    } finally {
      this.#running.delete(request.id)
    }
  }

  async #read(
    request: Extract<FetchRequest, { kind: 'read' | 'prefetch' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const { ranges, mostBytes } = request
    const pages = this.#files[request.file - 1]
    const reply = request.kind === 'read' ? new Reply(request.reply) : null
    const target = new RangeTarget(ranges, reply?.bytes ?? null)
    const blockPages = request.kind === 'read' ? request.blockPages : 1
    const tallies = this.#tallies(request)
    try {
      const isAwaited = reply !== null
      await pages.read(ranges, target, { blockPages, isAwaited, mostBytes, tallies, signal })
    } catch (error) {
      const isChanged = error instanceof RecordingError && error.code === 'FILE_CHANGED'
      if (isChanged) this.#opened.delete(pages.address.text)
      throw error
    }
    reply?.finish()
  }

  /** The state of a file, as its server confirmed it lately or does now. */
  async #open(
    address: RemoteAddress,
    maxAge: number,
    tallies: readonly FetchTally[],
  ): Promise<OpenedRemote> {
    const known = this.#opened.get(address.text)
    if (known) {
      const opened = await known.catch(() => null)
      const pages = opened && this.#files[opened.file - 1]
      const age = pages ? (performance.now() - pages.confirmedAt) / 1000 : Number.POSITIVE_INFINITY
      if (opened && (age <= maxAge || address.contentId !== null)) return opened
      if (opened && pages && (await this.#isConfirmed(pages, tallies))) return opened
    }
    // Another request may have begun meanwhile.
    const current = this.#opened.get(address.text)
    if (current && current !== known) return current
    const opening = this.#send(address, tallies)
    this.#opened.set(address.text, opening)
    opening.catch(() => {
      if (this.#opened.get(address.text) === opening) this.#opened.delete(address.text)
    })
    return opening
  }

  /** Whether a file is in the known state; concurrent checks share one request. */
  #isConfirmed(pages: RemotePages, tallies: readonly FetchTally[]): Promise<boolean> {
    const known = this.#confirming.get(pages)
    if (known) return known
    const confirming = this.#confirm(pages, tallies).finally(() => this.#confirming.delete(pages))
    this.#confirming.set(pages, confirming)
    return confirming
  }

  /** By one byte of it. */
  async #confirm(pages: RemotePages, tallies: readonly FetchTally[]): Promise<boolean> {
    const tally = { requests: 0, bytes: 0, retries: 0 }
    for (const one of tallies) one.add('waits', 1)
    const { signal } = this.#closed
    const identity = await this.#client.identify(pages.address, { tally, signal }).finally(() => {
      countAll(tallies, tally)
    })
    if (!isSameState(identity, pages.identity)) return false
    pages.confirmedAt = performance.now()
    return true
  }

  async #send(address: RemoteAddress, tallies: readonly FetchTally[]): Promise<OpenedRemote> {
    const tally = { requests: 0, bytes: 0, retries: 0 }
    for (const one of tallies) one.add('waits', 1)
    const { signal } = this.#closed
    const opened = await this.#client.open(address, FIRST_BYTES, { tally, signal }).finally(() => {
      countAll(tallies, tally)
    })
    const { identity, bytes } = opened
    const key = remoteKey(address, identity)
    const same = this.#files.findIndex(
      (pages) =>
        remoteKey(pages.address, pages.identity) === key && pages.address.text === address.text,
    )
    if (same >= 0) {
      this.#files[same].confirmedAt = performance.now()
      return { file: same + 1, identity, key }
    }
    const disk = (await this.#folder?.open(key, identity.size)) ?? null
    const number = this.#files.length + 1
    const kept = new KeptPages(number, identity.size, {
      table: this.#table,
      folder: this.#folder,
      disk,
      downloaded: this.#register && new DownloadedBytes(this.#register, key, identity.size),
    })
    const pages = new RemotePages(number, address, identity, kept, {
      client: this.#client,
      line: this.#line,
      connections: this.#connections,
    })
    this.#files.push(pages)
    kept.keep(0, bytes)
    return { file: pages.number, identity, key }
  }

  #tallies({ tally }: { readonly tally: SharedArrayBuffer | null }): readonly FetchTally[] {
    // That of the request first: its limit counts.
    return [...(tally ? [new FetchTally(tally)] : []), this.#total]
  }
}

function countAll(tallies: readonly FetchTally[], spent: RequestTally): void {
  for (const tally of tallies) {
    for (const name of ['requests', 'bytes', 'retries'] as const) tally.add(name, spent[name])
  }
}

function failureOf(error: unknown): FetchFailure {
  if (error instanceof RecordingError) {
    const { code, fileName, detail } = error
    return { code, fileName, detail }
  }
  const isAborted = error instanceof RequestAbortedError
  const detail = isAborted ? 'aborted' : 'an internal error of the fetcher'
  return { code: 'REMOTE_UNREACHABLE', fileName: 'The recording', detail }
}

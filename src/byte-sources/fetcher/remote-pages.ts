import type { FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import type { PageFile } from '../pages/page-file.ts'
import type { PageFolder } from '../pages/page-folder.ts'
import { cheapestRuns, type PageRun, pagesOf, planRuns } from '../pages/page-runs.ts'
import { PAGE_BYTES, type PageTable } from '../pages/page-table.ts'
import type { RangeTarget } from '../pages/range-target.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { RemoteClient } from '../remote/remote-client.ts'
import type { RemoteIdentity } from '../remote/remote-identity.ts'
import type { SharedLine } from './shared-line.ts'

/** A longer run is fetched in parts of this, side by side: 1 MB. */
const MOST_PAGES = 512

/** What all files of a fetcher share. */
export interface PageServices {
  readonly client: RemoteClient
  readonly table: PageTable
  readonly folder: PageFolder | null
  readonly line: SharedLine
  /** to one host, at once */
  readonly connections: number
}

/** A request that is under way. */
interface Fetching extends PageRun {
  readonly bytes: Promise<Uint8Array>
  readonly controller: AbortController
  /** who wait for it: the last who gives up ends it */
  waiters: number
}

export interface PageReadOptions {
  readonly blockPages: number
  /** whether a thread waits for it */
  readonly isAwaited: boolean
  readonly mostBytes: number
  readonly tallies: readonly FetchTally[]
  readonly signal: AbortSignal
}

/** The pages of one remote file in one state: from memory, from disk, or from its server. */
export class RemotePages {
  readonly number: number
  readonly address: RemoteAddress
  readonly identity: RemoteIdentity
  readonly #services: PageServices
  readonly #disk: PageFile | null
  readonly #fetching = new Map<number, Fetching>()
  /** ms; when the server last sent something of this state */
  confirmedAt = performance.now()

  constructor(
    number: number,
    address: RemoteAddress,
    identity: RemoteIdentity,
    disk: PageFile | null,
    services: PageServices,
  ) {
    this.number = number
    this.address = address
    this.identity = identity
    this.#disk = disk
    this.#services = services
  }

  /** Keep bytes that lie at the begin of a page. */
  keep(page: number, bytes: Uint8Array): void {
    const { table, folder } = this.#services
    for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
      table.put(this.number, page + at / PAGE_BYTES, bytes.subarray(at, at + PAGE_BYTES))
    }
    if (this.#disk) folder?.write(this.#disk, page, bytes)
  }

  /**
   * Bring the bytes of ranges to a target.
   *
   * @throws RecordingError, also FETCH_LIMIT; RequestAbortedError
   */
  async read(ranges: Float64Array, target: RangeTarget, options: PageReadOptions): Promise<void> {
    const { isAwaited, tallies, signal } = options
    const wanted = pagesOfRanges(ranges)
    const cached = (bytes: number) => {
      if (isAwaited) count(tallies, 'cachedBytes', bytes)
    }
    const notInMemory = this.#takeFromMemory(wanted, target, cached)
    const missing = await this.#takeFromDisk(notInMemory, target, cached)
    if (signal.aborted) throw new RequestAbortedError()
    if (missing.length === 0) return
    if (isAwaited) count(tallies, 'waits', 1)
    const fetching = this.#fetch(missing, options)
    await this.#waitFor(fetching, target, signal)
  }

  #takeFromMemory(pages: Iterable<number>, target: RangeTarget, cached: (bytes: number) => void) {
    const page = new Uint8Array(PAGE_BYTES)
    const missing: number[] = []
    for (const number of pages) {
      if (this.#services.table.copy(this.number, number, 0, page)) {
        cached(target.place(number * PAGE_BYTES, page))
      } else missing.push(number)
    }
    return missing
  }

  async #takeFromDisk(
    pages: readonly number[],
    target: RangeTarget,
    cached: (bytes: number) => void,
  ): Promise<readonly number[]> {
    const disk = this.#disk
    if (!disk) return pages
    const missing: number[] = pages.filter((page) => !disk.has(page))
    const stored = planRuns(
      pages.filter((page) => disk.has(page)),
      0,
      MOST_PAGES,
    )
    await Promise.all(
      stored.map(async ({ from, to }) => {
        // Of a disk that fails, everything is fetched.
        const read = await disk.read(from, to).catch(() => new Array<null>(to - from).fill(null))
        for (const [i, bytes] of read.entries()) {
          if (bytes) {
            this.#services.table.put(this.number, from + i, bytes)
            cached(target.place((from + i) * PAGE_BYTES, bytes))
          } else missing.push(from + i)
        }
      }),
    )
    return missing.sort((a, b) => a - b)
  }

  /** Requests for pages: those under way already, and others. */
  #fetch(missing: readonly number[], options: PageReadOptions): Set<Fetching> {
    const all = new Set<Fetching>()
    const toRequest: number[] = []
    for (const page of missing) {
      const fetching = this.#fetching.get(page)
      if (fetching) all.add(fetching)
      else toRequest.push(page)
    }
    const { line, connections } = this.#services
    const pages = options.blockPages > 1 ? this.#blocksOf(toRequest, options.blockPages) : toRequest
    const runs = cheapestRuns(pages, line.speed, connections, MOST_PAGES)
    this.#charge(runs, options)
    for (const run of runs) all.add(this.#start(run, options.tallies))
    return all
  }

  /** Whole blocks of pages around those that are wanted, as far as they are not here. */
  #blocksOf(pages: readonly number[], blockPages: number): number[] {
    const last = Math.ceil(this.identity.size / PAGE_BYTES)
    const wanted = new Set(pages)
    for (const block of new Set(pages.map((page) => Math.floor(page / blockPages)))) {
      const end = Math.min(last, (block + 1) * blockPages)
      for (let page = block * blockPages; page < end; page++) {
        const isHere = this.#services.table.has(this.number, page) || this.#disk?.has(page)
        if (!isHere && !this.#fetching.has(page)) wanted.add(page)
      }
    }
    return [...wanted].sort((a, b) => a - b)
  }

  #charge(runs: readonly PageRun[], { mostBytes, tallies }: PageReadOptions): void {
    const bytes = runs.reduce((sum, run) => sum + this.#lengthOf(run), 0)
    const [ofRequest] = tallies
    if (!ofRequest || ofRequest.charge(bytes, mostBytes)) return
    const limit = `${Math.round(mostBytes / 2 ** 20)} MB per request`
    throw new RecordingError('FETCH_LIMIT', this.address.name, `the limit is ${limit}`)
  }

  #start(run: PageRun, tallies: readonly FetchTally[]): Fetching {
    const controller = new AbortController()
    const bytes = this.#request(run, controller.signal, tallies)
    const fetching: Fetching = { ...run, bytes, controller, waiters: 0 }
    for (let page = run.from; page < run.to; page++) this.#fetching.set(page, fetching)
    const end = () => {
      for (let page = run.from; page < run.to; page++) {
        if (this.#fetching.get(page) === fetching) this.#fetching.delete(page)
      }
    }
    bytes.then((fetched) => {
      end()
      this.keep(run.from, fetched)
    }, end)
    return fetching
  }

  async #request(run: PageRun, signal: AbortSignal, tallies: readonly FetchTally[]) {
    const bytes = new Uint8Array(this.#lengthOf(run))
    const from = run.from * PAGE_BYTES
    const range = { from, to: from + bytes.length }
    const tally = { requests: 0, bytes: 0, retries: 0 }
    const { client, line } = this.#services
    const measured = line.begin()
    try {
      await client.range(this.address, this.identity, range, bytes, { signal, tally })
    } finally {
      measured.end(tally.retries === 0 ? tally.bytes : 0)
      for (const name of ['requests', 'bytes', 'retries'] as const) {
        count(tallies, name, tally[name])
      }
    }
    this.confirmedAt = performance.now()
    return bytes
  }

  async #waitFor(all: Set<Fetching>, target: RangeTarget, signal: AbortSignal): Promise<void> {
    for (const fetching of all) fetching.waiters++
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new RequestAbortedError()), { once: true })
    })
    const arrived = Array.from(all, async ({ from, bytes }) => {
      target.place(from * PAGE_BYTES, await bytes)
    })
    try {
      await Promise.race([Promise.all(arrived), aborted])
    } catch (error) {
      // The others end, or go on for those who still wait for them.
      Promise.allSettled(arrived)
      for (const fetching of all) {
        fetching.waiters--
        if (fetching.waiters === 0) fetching.controller.abort()
      }
      throw error
    }
    for (const fetching of all) fetching.waiters--
  }

  #lengthOf({ from, to }: PageRun): number {
    return Math.min(this.identity.size, to * PAGE_BYTES) - from * PAGE_BYTES
  }
}

/** In order, each once. */
function pagesOfRanges(ranges: Float64Array): number[] {
  const pages: number[] = []
  for (let i = 0; i < ranges.length; i += 2) {
    const { from, to } = pagesOf(ranges[i], ranges[i + 1] - ranges[i])
    const last = pages.at(-1) ?? -1
    for (let page = Math.max(from, last + 1); page < to; page++) pages.push(page)
  }
  return pages
}

function count(
  tallies: readonly FetchTally[],
  name: Parameters<FetchTally['add']>[0],
  amount: number,
): void {
  if (amount === 0) return
  for (const tally of tallies) tally.add(name, amount)
}

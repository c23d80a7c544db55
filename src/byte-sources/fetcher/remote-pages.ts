import type { FetchTally } from '../../domain/session/fetch-tally.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import { cheapestRuns, type PageRun, pagesOf } from '../pages/page-runs.ts'
import { PAGE_BYTES } from '../pages/page-table.ts'
import type { RangeTarget } from '../pages/range-target.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { RemoteClient } from '../remote/remote-client.ts'
import type { RemoteIdentity } from '../remote/remote-identity.ts'
import { type KeptPages, MOST_PAGES } from './kept-pages.ts'
import type { SharedLine } from './shared-line.ts'

/** What all files of a fetcher share. */
export interface PageServices {
  readonly client: RemoteClient
  readonly line: SharedLine
  /** to one host, at once */
  readonly connections: number
}

/** A request that is under way. */
interface Fetching extends PageRun {
  /** of those that were made together */
  readonly round: symbol
  /** Settles when its bytes have been kept, and brought to all targets. */
  readonly arrived: Promise<void>
  readonly targets: Set<RangeTarget>
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
  readonly kept: KeptPages
  readonly #services: PageServices
  readonly #fetching = new Map<number, Fetching>()
  /** rounds that began since someone last waited: whoever waits does so for all of them at once */
  readonly #ahead = new Set<symbol>()
  /** ms; when the server last sent something of this state */
  confirmedAt = performance.now()

  constructor(
    number: number,
    address: RemoteAddress,
    identity: RemoteIdentity,
    kept: KeptPages,
    services: PageServices,
  ) {
    this.number = number
    this.address = address
    this.identity = identity
    this.kept = kept
    this.#services = services
  }

  /**
   * Bring the bytes of ranges to a target.
   *
   * @throws RecordingError, also FETCH_LIMIT; RequestAbortedError
   */
  async read(ranges: Float64Array, target: RangeTarget, options: PageReadOptions): Promise<void> {
    const { isAwaited, blockPages, tallies, signal } = options
    const wanted = pagesOfRanges(ranges)
    const cached = (bytes: number) => {
      if (isAwaited) count(tallies, 'cachedBytes', bytes)
    }
    const missing = await this.kept.take(wanted, target, blockPages, cached)
    if (signal.aborted) throw new RequestAbortedError()
    if (missing.length === 0) return
    const fetching = this.#fetch(missing, options)
    if (isAwaited) {
      const isLonger = [...fetching].some(({ round }) => this.#ahead.has(round))
      if (isLonger) count(tallies, 'waits', 1)
      this.#ahead.clear()
    }
    await this.#waitFor(fetching, target, signal)
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
    const { blockPages } = options
    const pages =
      blockPages > 1
        ? this.kept.blocksOf(toRequest, blockPages).filter((page) => !this.#fetching.has(page))
        : toRequest
    const runs = cheapestRuns(pages, line.speed, connections, MOST_PAGES)
    this.#charge(runs, options)
    const round = Symbol()
    if (runs.length > 0) this.#ahead.add(round)
    for (const run of runs) all.add(this.#start(run, round, options.tallies))
    return all
  }

  #charge(runs: readonly PageRun[], { mostBytes, tallies }: PageReadOptions): void {
    const bytes = runs.reduce((sum, run) => sum + this.kept.lengthOf(run), 0)
    const [ofRequest] = tallies
    if (!ofRequest || ofRequest.charge(bytes, mostBytes)) return
    const limit = `${Math.round(mostBytes / 2 ** 20)} MB per request`
    throw new RecordingError('FETCH_LIMIT', this.address.name, `the limit is ${limit}`)
  }

  #start(run: PageRun, round: symbol, tallies: readonly FetchTally[]): Fetching {
    const controller = new AbortController()
    const targets = new Set<RangeTarget>()
    const end = () => {
      for (let page = run.from; page < run.to; page++) {
        if (this.#fetching.get(page) === fetching) this.#fetching.delete(page)
      }
    }
    const keep = (bytes: Uint8Array) => {
      end()
      this.kept.keep(run.from, bytes)
      for (const target of targets) target.place(run.from * PAGE_BYTES, bytes)
    }
    const fail = (error: unknown) => {
      end()
      throw error
    }
    const arrived = this.#request(run, controller.signal, tallies).then(keep, fail)
    const fetching: Fetching = { ...run, round, arrived, targets, controller, waiters: 0 }
    for (let page = run.from; page < run.to; page++) this.#fetching.set(page, fetching)
    return fetching
  }

  async #request(run: PageRun, signal: AbortSignal, tallies: readonly FetchTally[]) {
    const from = run.from * PAGE_BYTES
    const range = { from, to: from + this.kept.lengthOf(run) }
    const tally = { requests: 0, bytes: 0, retries: 0 }
    const { client, line } = this.#services
    const measured = line.begin()
    const onResponse = () => {
      if (tally.retries === 0) measured.respond()
    }
    const options = { signal, tally, onResponse }
    try {
      const bytes = await client.rangeBytes(this.address, this.identity, range, options)
      this.confirmedAt = performance.now()
      return bytes
    } finally {
      measured.end(tally.retries === 0 ? tally.bytes : 0)
      for (const name of ['requests', 'bytes', 'retries'] as const) {
        count(tallies, name, tally[name])
      }
    }
  }

  async #waitFor(all: Set<Fetching>, target: RangeTarget, signal: AbortSignal): Promise<void> {
    for (const fetching of all) {
      fetching.waiters++
      fetching.targets.add(target)
    }
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new RequestAbortedError()), { once: true })
    })
    const arrived = Array.from(all, (fetching) => fetching.arrived)
    try {
      await Promise.race([Promise.all(arrived), aborted])
    } catch (error) {
      // The others end, or go on for those who still wait for them.
      Promise.allSettled(arrived)
      for (const fetching of all) {
        // Whoever waited may use the target again.
        fetching.targets.delete(target)
        fetching.waiters--
        if (fetching.waiters === 0) fetching.controller.abort()
      }
      throw error
    }
    for (const fetching of all) fetching.waiters--
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

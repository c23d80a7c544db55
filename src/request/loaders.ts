import { setImmediate } from 'node:timers/promises'
import { type Named, valueNamed } from '../domain/named.ts'
import { FetchTally } from '../domain/session/fetch-tally.ts'
import { ReadTally } from '../domain/session/read-tally.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import { recordedSpan } from '../domain/time/recorded-span.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import type {
  AnalysisMetrics,
  CatalogSession,
  PlaceStatus,
  SessionCatalog,
} from '../sessions/session-catalog.ts'
import type { ReadOptions, SessionReader } from '../sessions/session-reader.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
  type ContentName,
  type SessionContents,
} from '../sessions/session-requests.ts'
import { unlessAborted } from './abort.ts'
import { BatchLoader } from './batch-loader.ts'
import type { Budget } from './budget.ts'
import { type Estimate, OnlyEstimatedError } from './estimate.ts'
import { PendingLoads } from './pending-loads.ts'

/** What a GraphQL request has loaded of one session, or is loading. */
interface SessionLoads {
  tables?: Promise<SessionTables>
  readonly contents: Map<ContentName, Promise<Named<SessionContents>>>
  readonly batches: BatchLoader
}

export interface LoadersOptions {
  readonly catalog: SessionCatalog
  readonly budget: Budget
  readonly signal: AbortSignal
  /** waits until there is room for a response of so many bytes */
  readonly reserve: (bytes: number) => Promise<void>
  /** see RequestContextOptions */
  readonly chargeCells?: ((cells: number) => Promise<void>) | undefined
  /** see RequestContextOptions */
  readonly basePath?: string | undefined
}

/**
 * All that one GraphQL request loads. Tables are read when a query needs them, once; all counts
 * that it needs of one session are one batch of its reader, and so are all spike times; what is
 * requested twice is read once.
 */
export class Loaders {
  readonly #catalog: SessionCatalog
  readonly #budget: Budget
  readonly #signal: AbortSignal
  readonly #reserve: (bytes: number) => Promise<void>
  readonly #chargeCells: (cells: number) => Promise<void>
  /** that addresses of files begin with */
  readonly basePath: string
  /** what is fetched of remote recordings for the request */
  readonly fetches = new FetchTally()
  /** spikes and samples are not read, but only what reading them would fetch is added to it */
  estimate: Estimate | null = null
  /** what is read of all recordings for the request */
  readonly reads = new ReadTally()
  readonly #pending = new PendingLoads()
  readonly #loads = new Map<SessionReader, SessionLoads>()
  readonly #analysisMetrics = new Map<string, Promise<AnalysisMetrics | null>>()
  #sessions: Promise<readonly CatalogSession[]> | undefined
  #unread: readonly PlaceStatus[] = []

  constructor({
    catalog,
    budget,
    signal,
    reserve,
    chargeCells = async () => {},
    basePath = '',
  }: LoadersOptions) {
    this.#catalog = catalog
    this.#budget = budget
    this.#signal = signal
    this.#reserve = reserve
    this.#chargeCells = chargeCells
    this.basePath = basePath
  }

  /** All sessions served, ordered by id. */
  sessions(): Promise<readonly CatalogSession[]> {
    this.#sessions ??= this.#track(this.#catalog.sessions()).finally(() => this.#noteUnread())
    return this.#sessions
  }

  /** See SessionCatalog.session. */
  session(id: string): Promise<CatalogSession> {
    return this.#track(this.#catalog.session(id)).finally(() => this.#noteUnread())
  }

  /** Places that were still to be read when the request looked for sessions. */
  get unread(): readonly PlaceStatus[] {
    return this.#unread
  }

  #noteUnread(): void {
    if (this.#unread.length === 0) this.#unread = this.#catalog.unread()
  }

  tables(session: CatalogSession): Promise<SessionTables> {
    const loads = this.#loadsOf(session)
    loads.tables ??= this.#track(session.reader.tables(this.#tallies))
    return loads.tables
  }

  /** What a session holds as a whole, in the state of the file that its tables have. */
  load<Name extends ContentName>(
    session: CatalogSession,
    name: Name,
  ): Promise<SessionContents[Name]> {
    const { contents } = this.#loadsOf(session)
    const content = contents.get(name) ?? this.#track(this.#loadContent(session, name))
    contents.set(name, content)
    return handled(content.then((named) => valueNamed(named, name)))
  }

  /**
   * One response of a batch that is read together with the others of the GraphQL request. Charge
   * the budget first.
   */
  read<Name extends BatchName>(
    session: CatalogSession,
    name: Name,
    request: BatchRequest<Name>,
  ): Promise<BatchResponse<Name>> {
    const response = this.#loadsOf(session).batches.load(name, request)
    return handled(batchRules[name].isLookup ? this.#pending.track(response) : response)
  }

  /** What its catalog and its file warn of. */
  async warnings(session: CatalogSession): Promise<readonly SessionWarning[]> {
    return [...session.warnings, ...(await this.load(session, 'warnings'))]
  }

  /** From the first to the last moment of spikes and intervals; null: neither. */
  recordedSpan(session: CatalogSession): Promise<TimeSpan | null> {
    const loads = Promise.all([this.load(session, 'spikeSpan'), this.tables(session)])
    return handled(loads.then(([spikes, tables]) => recordedSpan(spikes, tables)))
  }

  /** Null: no table lists the session's units. */
  analysisMetrics({ id, published }: CatalogSession): Promise<AnalysisMetrics | null> {
    const known = this.#analysisMetrics.get(id)
    if (known) return known
    const metrics = this.#track(published?.analysisMetrics() ?? Promise.resolve(null))
    this.#analysisMetrics.set(id, metrics)
    return metrics
  }

  /**
   * For what is read in pieces, each once: options of the methods of a session's reader. Charge the
   * budget first.
   */
  async readOptions(session: CatalogSession): Promise<ReadOptions> {
    this.#budget.assertWithin()
    const { bytes, cells } = this.#budget
    if (cells > 0) await this.#chargeCells(cells)
    if (bytes > 0) await this.#reserve(bytes)
    return { signal: this.#signal, ...this.#tallies, from: [await this.tables(session)] }
  }

  get #tallies() {
    return { fetches: this.fetches, reads: this.reads }
  }

  async #loadContent(session: CatalogSession, name: ContentName): Promise<Named<SessionContents>> {
    // Without what its place states of it, all of a file may be read for its version.
    if (this.estimate && name === 'fileVersion') throw new OnlyEstimatedError()
    const from = [await this.tables(session)]
    // Other fields charge what they will read first.
    await setImmediate()
    this.#budget.assertWithin()
    return { name, value: await session.reader.load(name, { from, ...this.#tallies }) }
  }

  #loadsOf(session: CatalogSession): SessionLoads {
    const { reader } = session
    const known = this.#loads.get(reader)
    if (known) return known
    const batches = new BatchLoader(
      (name, requests) => this.#readBatch(session, name, requests),
      (dispatch) => this.#pending.whenSettled(dispatch),
    )
    const loads = { contents: new Map(), batches }
    this.#loads.set(reader, loads)
    return loads
  }

  async #readBatch<Name extends BatchName>(
    session: CatalogSession,
    name: Name,
    requests: readonly BatchRequest<Name>[],
  ): Promise<BatchResponse<Name>[]> {
    if (this.estimate?.covers(name)) {
      this.#budget.assertWithin()
      const from = [await this.tables(session)]
      const options = { signal: this.#signal, ...this.#tallies, from }
      await unlessAborted(this.estimate.add(session, name, requests, options), this.#signal)
      throw new OnlyEstimatedError()
    }
    const options = await this.readOptions(session)
    return unlessAborted(session.reader.read(name, requests, options), this.#signal)
  }

  #track<T>(load: Promise<T>): Promise<T> {
    return handled(this.#pending.track(unlessAborted(load, this.#signal)))
  }
}

/**
 * A load that may be dropped: a resolver that has requested something can fail before it waits for
 * it. Whoever does wait gets the rejection all the same.
 */
function handled<T>(load: Promise<T>): Promise<T> {
  load.catch(() => {})
  return load
}

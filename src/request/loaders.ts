import DataLoader from 'dataloader'
import type { AlignAnswer, AlignRequest } from '../domain/alignment/align-request.ts'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type {
  SamplesRequest,
  SeriesSpan,
  SeriesWindow,
  StoredSeries,
} from '../domain/series/series.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { StimulusConditions } from '../domain/stimuli/conditions.ts'
import type { PresentationList } from '../domain/stimuli/presentations.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import { RecordingError } from '../errors.ts'
import type {
  AnalysisMetrics,
  CatalogSession,
  PlaceStatus,
  SessionCatalog,
} from '../sessions/session-catalog.ts'
import type {
  MatrixRequest,
  ReadOptions,
  SessionReader,
  SpikeTimesRequest,
  WaveformRequest,
} from '../sessions/session-reader.ts'
import { unlessAborted } from './abort.ts'
import type { Budget } from './budget.ts'
import { type LoadedParameters, type PageRequest, readPages } from './parameter-pages.ts'
import { PendingLoads } from './pending-loads.ts'
import { RowLists } from './row-lists.ts'

/** What a request asks of one session. */
interface Ask<Request> {
  readonly session: CatalogSession
  readonly request: Request
}

/**
 * All that one request loads. Tables are read when a query needs them, once; all counts
 * that it asks of one session become one call of its reader, and so do all spike times;
 * what is asked twice is read once.
 */
export class Loaders {
  readonly #catalog: SessionCatalog
  readonly #budget: Budget
  readonly #signal: AbortSignal
  readonly #reserve: (bytes: number) => Promise<void>
  readonly #rowLists = new RowLists()
  readonly #pending = new PendingLoads()
  readonly #tables = new Map<SessionReader, Promise<SessionTables>>()
  readonly #counts: DataLoader<Ask<MatrixRequest>, CountMatrix, string>
  readonly #spikeTimes: DataLoader<Ask<SpikeTimesRequest>, Float64Array, string>
  readonly #spikeAmplitudes: DataLoader<Ask<SpikeTimesRequest>, Float64Array, string>
  readonly #aligned: DataLoader<Ask<AlignRequest>, AlignAnswer, AlignRequest>
  readonly #meanWaveforms: DataLoader<Ask<WaveformRequest>, Float64Array, string>
  readonly #presentations = new Map<SessionReader, Promise<PresentationList>>()
  readonly #conditions = new Map<SessionReader, Promise<StimulusConditions>>()
  readonly #parameters: DataLoader<Ask<PageRequest>, LoadedParameters, Int32Array>
  readonly #seriesWindows: DataLoader<Ask<SeriesSpan>, SeriesWindow | null, string>
  readonly #samples: DataLoader<Ask<SamplesRequest>, Float64Array, string>
  readonly #recordedSpan: DataLoader<CatalogSession, TimeSpan | null>
  readonly #analysisMetrics = new Map<string, Promise<AnalysisMetrics | null>>()
  #sessions: Promise<readonly CatalogSession[]> | undefined
  #unread: readonly PlaceStatus[] = []

  /** @param reserve waits until there is room for an answer of so many bytes */
  constructor(
    catalog: SessionCatalog,
    budget: Budget,
    signal: AbortSignal,
    reserve: (bytes: number) => Promise<void>,
  ) {
    this.#catalog = catalog
    this.#budget = budget
    this.#signal = signal
    this.#reserve = reserve
    const batchScheduleFn = (dispatch: () => void) => this.#pending.whenSettled(dispatch)
    this.#counts = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          reader.countSpikes(requests, options),
        ),
      { batchScheduleFn, cacheKeyFn: (ask) => this.#matrixKey(ask) },
    )
    this.#spikeTimes = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          reader.spikeTimes(requests, options),
        ),
      { batchScheduleFn, cacheKeyFn: spikeTimesKey },
    )
    this.#spikeAmplitudes = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          reader.spikeAmplitudes(requests, options),
        ),
      { batchScheduleFn, cacheKeyFn: spikeTimesKey },
    )
    this.#aligned = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          reader.alignSpikes(requests, options),
        ),
      { batchScheduleFn, cacheKeyFn: ({ request }) => request },
    )
    this.#meanWaveforms = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          reader.meanWaveforms(requests, options),
        ),
      { batchScheduleFn, cacheKeyFn: waveformKey },
    )
    this.#parameters = new DataLoader((asks) => this.#askEachSession(asks, readPages), {
      batchScheduleFn,
      cacheKeyFn: ({ request }) => request.ids,
    })
    // At once: what samples will cost is known only then, and all else that is read waits for it.
    this.#seriesWindows = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          readEach(requests, (some) => reader.locateSamples(some, options)),
        ),
      { cacheKeyFn: seriesKey },
    )
    this.#samples = new DataLoader(
      (asks) =>
        this.#askEachSession(asks, (reader, requests, options) =>
          readEach(requests, (some) => reader.samples(some, options)),
        ),
      { batchScheduleFn, cacheKeyFn: seriesKey },
    )
    // At once: what is asked of presentations builds on it.
    this.#recordedSpan = new DataLoader((sessions) =>
      this.#askEachSession(
        sessions.map((session) => ({ session, request: null })),
        async (reader, requests, options) => {
          const span = await reader.recordedSpan(options)
          return requests.map(() => span)
        },
      ),
    )
  }

  /** All sessions served, ordered by id. */
  sessions(): Promise<readonly CatalogSession[]> {
    this.#sessions ??= this.#load(this.#catalog.sessions()).finally(() => this.#noteUnread())
    return this.#sessions
  }

  /** See SessionCatalog.session. */
  session(id: string): Promise<CatalogSession> {
    return this.#load(this.#catalog.session(id)).finally(() => this.#noteUnread())
  }

  /** Places that were still to be read when the request looked for sessions. */
  get unread(): readonly PlaceStatus[] {
    return this.#unread
  }

  #noteUnread(): void {
    if (this.#unread.length === 0) this.#unread = this.#catalog.unread()
  }

  /** Names the state of the session's file in an address; see SessionReader. */
  async fileVersion(session: CatalogSession): Promise<string> {
    const tables = await this.tables(session)
    return this.#load(session.reader.fileVersion(tables))
  }

  tables({ reader }: CatalogSession): Promise<SessionTables> {
    const known = this.#tables.get(reader)
    if (known) return known
    const tables = this.#load(reader.tables())
    this.#tables.set(reader, tables)
    return tables
  }

  /** What its catalog and its file warn of. */
  async warnings({ reader, warnings }: CatalogSession): Promise<readonly SessionWarning[]> {
    return [...warnings, ...(await this.#load(reader.warnings({ signal: this.#signal })))]
  }

  /** Null: no table lists the session's units. */
  analysisMetrics({ id, published }: CatalogSession): Promise<AnalysisMetrics | null> {
    const known = this.#analysisMetrics.get(id)
    if (known) return known
    const metrics = this.#load(published?.analysisMetrics() ?? Promise.resolve(null))
    this.#analysisMetrics.set(id, metrics)
    return metrics
  }

  presentations({ reader }: CatalogSession): Promise<PresentationList> {
    const known = this.#presentations.get(reader)
    if (known) return known
    const list = this.#load(reader.presentations({ signal: this.#signal }))
    this.#presentations.set(reader, list)
    return list
  }

  stimulusConditions({ reader }: CatalogSession): Promise<StimulusConditions> {
    const known = this.#conditions.get(reader)
    if (known) return known
    const conditions = this.#load(reader.stimulusConditions({ signal: this.#signal }))
    this.#conditions.set(reader, conditions)
    return conditions
  }

  /**
   * Parameters of the presentations of a page, with those of all other pages asked in the request.
   */
  parameters(session: CatalogSession, request: PageRequest): Promise<LoadedParameters> {
    return handled(this.#parameters.load({ session, request }))
  }

  /** Charge the budget first. */
  counts(session: CatalogSession, { bins, unitRows }: MatrixRequest): Promise<CountMatrix> {
    // Just these: the request is copied to a thread, and a model that is
    // passed here holds whole tables.
    return handled(this.#counts.load({ session, request: { bins, unitRows } }))
  }

  /** Charge the budget first. */
  spikeTimes(session: CatalogSession, request: SpikeTimesRequest): Promise<Float64Array> {
    return handled(this.#spikeTimes.load({ session, request }))
  }

  /** Charge the budget first. */
  spikeAmplitudes(session: CatalogSession, request: SpikeTimesRequest): Promise<Float64Array> {
    return handled(this.#spikeAmplitudes.load({ session, request }))
  }

  /**
   * Charge the budget first. The same request object is read once.
   *
   * @typeParam Answer what a request of this kind is answered with
   */
  aligned<Answer extends AlignAnswer>(
    session: CatalogSession,
    request: AlignRequest,
  ): Promise<Answer> {
    return handled(this.#aligned.load({ session, request })) as Promise<Answer>
  }

  /** Charge the budget first. */
  meanWaveform(session: CatalogSession, request: WaveformRequest): Promise<Float64Array> {
    return handled(this.#meanWaveforms.load({ session, request }))
  }

  storedSeries({ reader }: CatalogSession): Promise<readonly StoredSeries[]> {
    return this.#load(reader.storedSeries({ signal: this.#signal }))
  }

  /** Where a window of a series lies; null: the session does not have the series. */
  seriesWindow(session: CatalogSession, request: SeriesSpan): Promise<SeriesWindow | null> {
    return handled(this.#pending.track(this.#seriesWindows.load({ session, request })))
  }

  /** Charge the budget first. */
  samples(session: CatalogSession, request: SamplesRequest): Promise<Float64Array> {
    return handled(this.#samples.load({ session, request }))
  }

  recordedSpan(session: CatalogSession): Promise<TimeSpan | null> {
    return handled(this.#pending.track(this.#recordedSpan.load(session)))
  }

  /**
   * For what is read in pieces, each once: options of the methods of a session's reader. Charge
   * the budget first.
   */
  async readOptions({ reader }: CatalogSession): Promise<ReadOptions> {
    await this.#admit()
    return { signal: this.#signal, from: await this.#loadedFrom(reader) }
  }

  /** Refuses a request that is too large; waits until there is room for its response. */
  async #admit(): Promise<void> {
    this.#budget.assertWithin()
    if (this.#budget.bytes > 0) await this.#reserve(this.#budget.bytes)
  }

  #matrixKey({ session, request: { bins, unitRows } }: Ask<MatrixRequest>): string {
    const { start, stop, size, count } = bins
    return `${session.id} ${start} ${stop} ${size} ${count} ${this.#rowLists.numberOf(unitRows)}`
  }

  #load<T>(load: Promise<T>): Promise<T> {
    return handled(this.#pending.track(unlessAborted(load, this.#signal)))
  }

  /**
   * What this request has loaded from a file, and builds on. What could not be loaded
   * fails where it was asked for.
   */
  async #loadedFrom(reader: SessionReader): Promise<object[]> {
    const loads = [this.#tables, this.#presentations, this.#conditions].map((map) =>
      map.get(reader),
    )
    const settled = await Promise.allSettled(loads)
    return settled.flatMap((load) => (load.status === 'fulfilled' && load.value) || [])
  }

  /** One call a session, all sessions at once; a session that fails fails its own asks. */
  async #askEachSession<Request, Answer>(
    asks: readonly Ask<Request>[],
    read: (
      reader: SessionReader,
      requests: readonly Request[],
      options: ReadOptions,
    ) => Promise<(Answer | Error)[]>,
  ): Promise<(Answer | Error)[]> {
    await this.#admit()
    const answers: (Answer | Error)[] = new Array(asks.length)
    const askAgainst = async (reader: SessionReader, positions: readonly number[]) => {
      const requests = positions.map((position) => (asks[position] as Ask<Request>).request)
      const from = await this.#loadedFrom(reader)
      const ask = async () => read(reader, requests, { signal: this.#signal, from })
      const answered = await unlessAborted(ask(), this.#signal).catch((error: unknown) =>
        positions.map(() => asError(error)),
      )
      for (const [i, position] of positions.entries()) answers[position] = answered[i]
    }
    await Promise.all([...groupByReader(asks)].map((group) => askAgainst(...group)))
    return answers
  }
}

/**
 * A load that may be dropped: a resolver that has asked for something can fail before it waits for
 * it. Whoever does wait is told of a rejection all the same.
 */
function handled<T>(load: Promise<T>): Promise<T> {
  load.catch(() => {})
  return load
}

function groupByReader(asks: readonly Ask<unknown>[]): Map<SessionReader, number[]> {
  const groups = new Map<SessionReader, number[]>()
  for (const [position, { session }] of asks.entries()) {
    const group = groups.get(session.reader)
    if (group) group.push(position)
    else groups.set(session.reader, [position])
  }
  return groups
}

/**
 * All in one call, unless one of them cannot be read: then each for itself, so that
 * it costs none of the others.
 */
async function readEach<Request, Answer>(
  requests: readonly Request[],
  read: (requests: readonly Request[]) => Promise<Answer[]>,
): Promise<(Answer | Error)[]> {
  try {
    return await read(requests)
  } catch (error) {
    if (requests.length === 1 || !(error instanceof RecordingError)) throw error
    const answers = requests.map((request) =>
      read([request]).then(([answer]) => answer as Answer, asError),
    )
    return Promise.all(answers)
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** JSON has no infinite numbers, but those that a span can have are told apart by their sides. */
function seriesKey<Request>({ session, request }: Ask<Request>): string {
  return `${session.id} ${JSON.stringify(request)}`
}

function spikeTimesKey({ session, request: { unitRow, span } }: Ask<SpikeTimesRequest>): string {
  return `${session.id} ${unitRow} ${span.startTime} ${span.stopTime}`
}

function waveformKey({ session, request: { unitRow, rows } }: Ask<WaveformRequest>): string {
  return `${session.id} ${unitRow} ${rows.join()}`
}

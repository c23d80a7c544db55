import { basename } from 'node:path'
import {
  type FileIdentity,
  identityAt,
  identityKey,
  isSameFile,
} from '../byte-sources/source-identity.ts'
import type { AnswerCache } from '../cache/answer-cache.ts'
import type { MatrixCache } from '../cache/matrix-cache.ts'
import type { AlignAnswer, AlignRequest } from '../domain/alignment/align-request.ts'
import { joinColumns, splitColumns } from '../domain/alignment/split-columns.ts'
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
import type { ParameterTable } from '../domain/stimuli/stimulus-parameters.ts'
import { recordedSpan } from '../domain/time/recorded-span.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import { RecordingError } from '../errors.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  ReadOptions,
  SessionReader,
  SpikeTimesRequest,
  WaveformRequest,
} from '../sessions/session-reader.ts'
import type { AsksFiles, QuestionName, Questions } from './reader-protocol.ts'
import { SeriesReader } from './series-reader.ts'
import { splitRequests } from './split-requests.ts'

/** Tables, and the file that they were read from. */
interface LoadedTables {
  readonly identity: FileIdentity
  readonly tables: SessionTables
}

/** What all readers of a pool keep. */
export interface ReaderCaches {
  /** by path */
  readonly tables: AnswerCache
  /** about whole sessions, by the state of the file and the question */
  readonly answers: AnswerCache
  readonly matrices: MatrixCache
}

/** Questions whose answers are kept for as long as the file stays as it is. */
type AskedOnce = 'presentations' | 'stimulusConditions' | 'storedSeries' | 'warnings'

/**
 * A recording that is read by the threads of a pool. Spikes are read only from the very file that
 * the caller's tables came from: when it was replaced in between, the answer is the error
 * FILE_CHANGED, and the next tables are those of the new file.
 */
export class PooledReader implements SessionReader {
  readonly #path: string
  readonly #pool: AsksFiles
  readonly #caches: ReaderCaches
  readonly #series: SeriesReader
  /** the file that answers given out were read from */
  readonly #identities = new WeakMap<object, FileIdentity>()
  readonly #versions = new WeakMap<SessionTables, Promise<string>>()

  constructor(path: string, pool: AsksFiles, caches: ReaderCaches) {
    this.#path = path
    this.#pool = pool
    this.#caches = caches
    this.#series = new SeriesReader(path, pool, (name, ask, signal) =>
      this.#ask(name, ask, { signal }),
    )
  }

  async tables(): Promise<SessionTables> {
    const { tables, identity } = await this.#load()
    this.#identities.set(tables, identity)
    return tables
  }

  async warnings(): Promise<readonly SessionWarning[]> {
    return this.#askOnce('warnings')
  }

  async fileVersion(tables: SessionTables): Promise<string> {
    const known = this.#versions.get(tables)
    if (known) return known
    const version = this.#askVersion(tables)
    this.#versions.set(tables, version)
    version.catch(() => this.#versions.delete(tables))
    return version
  }

  async #askVersion(tables: SessionTables): Promise<string> {
    const identity = await this.#identityOf([tables])
    return (await this.#pool.ask(this.#path, identity, 'fileVersion', null)).answer
  }

  async countSpikes(
    requests: readonly MatrixRequest[],
    { signal, from = [] }: ReadOptions = {},
  ): Promise<CountMatrix[]> {
    const identity = await this.#identityOf(from)
    const file = identityKey(this.#path, identity)
    return this.#caches.matrices.count(file, requests, async (missing) => {
      if (missing.length === 0) {
        await this.#assertIs(identity)
        return []
      }
      return this.#countInParts(identity, missing, signal)
    })
  }

  /** By as many threads as have nothing to do. */
  async #countInParts(
    identity: FileIdentity,
    requests: readonly MatrixRequest[],
    signal: AbortSignal | undefined,
  ): Promise<CountMatrix[]> {
    const parts = splitRequests(requests, this.#pool.idleThreads)
    const matrices = new Array<CountMatrix>(requests.length)
    await Promise.all(
      parts.map(async (positions) => {
        const part = positions.map((position) => requests[position])
        const { answer } = await this.#pool.ask(this.#path, identity, 'countSpikes', part, signal)
        for (const [i, position] of positions.entries()) {
          matrices[position] = answer[i]
        }
      }),
    )
    return matrices
  }

  /**
   * One question is shared out by its units; of several, which may share units,
   * each unit is read once for all.
   */
  async alignSpikes(
    requests: readonly AlignRequest[],
    { signal, from = [] }: ReadOptions = {},
  ): Promise<AlignAnswer[]> {
    const identity = await this.#identityOf(from)
    const ask = async (part: readonly AlignRequest[]) =>
      (await this.#pool.ask(this.#path, identity, 'alignSpikes', part, signal)).answer
    const [request] = requests
    if (!request || requests.length > 1) return ask(requests)
    const parts = splitColumns(request, this.#pool.idleThreads)
    const answers = await Promise.all(parts.map((part) => ask([part])))
    const widths = parts.map(({ unitRows }) => unitRows.length)
    return [joinColumns(answers.flat(), widths)]
  }

  async spikeTimes(
    requests: readonly SpikeTimesRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]> {
    return this.#ask('spikeTimes', requests, options)
  }

  async spikeAmplitudes(
    requests: readonly SpikeTimesRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]> {
    return this.#ask('spikeAmplitudes', requests, options)
  }

  async meanWaveforms(
    requests: readonly WaveformRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]> {
    return this.#ask('meanWaveforms', requests, options)
  }

  async presentations(): Promise<PresentationList> {
    return this.#askOnce('presentations')
  }

  async stimulusConditions(): Promise<StimulusConditions> {
    return this.#askOnce('stimulusConditions')
  }

  async presentationParameters(
    request: ParametersRequest,
    options?: ReadOptions,
  ): Promise<ParameterTable> {
    return this.#ask('presentationParameters', request, options)
  }

  async storedSeries(): Promise<readonly StoredSeries[]> {
    return this.#askOnce('storedSeries')
  }

  async locateSamples(
    requests: readonly SeriesSpan[],
    options?: ReadOptions,
  ): Promise<(SeriesWindow | null)[]> {
    return this.#series.locate(requests, options?.signal)
  }

  async samples(
    requests: readonly SamplesRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]> {
    return this.#series.samples(requests, options?.signal)
  }

  async recordedSpan(options: ReadOptions = {}): Promise<TimeSpan | null> {
    const tables = await this.tables()
    const from = [...(options.from ?? []), tables]
    return recordedSpan(await this.#ask('spikeSpan', null, { ...options, from }), tables)
  }

  /** Not given up when the request that asked first is: others may wait for the same answer. */
  async #askOnce<Name extends AskedOnce>(name: Name): Promise<Questions[Name]['answer']> {
    const loaded = await this.#load()
    const key = `${name} ${identityKey(this.#path, loaded.identity)}`
    const answer = await this.#caches.answers.get(key, async () => {
      return (await this.#pool.ask(this.#path, loaded.identity, name, null)).answer
    })
    this.#identities.set(answer, loaded.identity)
    return answer
  }

  async #ask<Name extends QuestionName>(
    name: Name,
    ask: Questions[Name]['ask'],
    { signal, from = [] }: ReadOptions = {},
  ): Promise<Questions[Name]['answer']> {
    const identity = await this.#identityOf(from)
    return (await this.#pool.ask(this.#path, identity, name, ask, signal)).answer
  }

  /** @throws RecordingError FILE_CHANGED when the answers come from different states of the file */
  async #identityOf(answers: readonly object[]): Promise<FileIdentity> {
    const [first, ...others] = answers.flatMap((answer) => this.#identities.get(answer) ?? [])
    if (!first) return (await this.#load()).identity
    if (others.every((other) => isSameFile(other, first))) return first
    throw new RecordingError('FILE_CHANGED', basename(this.#path))
  }

  /**
   * @throws RecordingError FILE_CHANGED when another file lies at the path,
   *   FILE_MISSING, FILE_UNREADABLE
   */
  async #assertIs(identity: FileIdentity): Promise<void> {
    if (isSameFile(identity, await identityAt(this.#path, this.#pool.disk))) return
    throw new RecordingError('FILE_CHANGED', basename(this.#path))
  }

  async #load(): Promise<LoadedTables> {
    const kept = this.#keptTables()
    const loaded = await kept
    if (isSameFile(loaded.identity, await identityAt(this.#path, this.#pool.disk))) return loaded
    this.#caches.tables.forget(this.#path, kept)
    return this.#keptTables()
  }

  #keptTables(): Promise<LoadedTables> {
    return this.#caches.tables.get(this.#path, async () => {
      const { identity, answer } = await this.#pool.ask(this.#path, null, 'tables', null)
      return { identity, tables: answer }
    })
  }
}

import { basename } from 'node:path'
import type { AlignAnswer, AlignRequest } from '../domain/aligned-activity.ts'
import type { StimulusConditions } from '../domain/conditions.ts'
import type { CountMatrix } from '../domain/count-matrix.ts'
import type { PresentationList } from '../domain/presentations.ts'
import { recordedSpan } from '../domain/recorded-span.ts'
import type { SamplesRequest, SeriesSpan, SeriesWindow, StoredSeries } from '../domain/series.ts'
import type { SessionTables, TimeSpan } from '../domain/session-tables.ts'
import type { ParameterTable } from '../domain/stimulus-parameters.ts'
import { RecordingError } from '../errors.ts'
import type { AnswersCache } from './answers-cache.ts'
import { type FileIdentity, fileVersion, identityAt, isSameFile } from './file-identity.ts'
import type { AsksFiles, QuestionName, Questions } from './reader-protocol.ts'
import { SeriesReader } from './series-reader.ts'
import type {
  MatrixRequest,
  ParametersRequest,
  ReadOptions,
  SessionReader,
  SpikeTimesRequest,
  WaveformRequest,
} from './session-reader.ts'
import type { LoadedTables, TablesCache } from './tables-cache.ts'

/**
 * A recording that is read by the threads of a pool. Spikes are read only from the very file that the caller's tables came from: when it
 * was replaced in between, the answer is the error FILE_CHANGED, and the next tables are those of the new file.
 */
export class PooledReader implements SessionReader {
  readonly #path: string
  readonly #pool: AsksFiles
  readonly #cache: TablesCache
  readonly #series: SeriesReader
  readonly #answers: AnswersCache
  /** the file that answers given out were read from */
  readonly #identities = new WeakMap<object, FileIdentity>()

  constructor(path: string, pool: AsksFiles, cache: TablesCache, answers: AnswersCache) {
    this.#path = path
    this.#pool = pool
    this.#cache = cache
    this.#series = new SeriesReader(path, pool, (name, ask, signal) =>
      this.#ask(name, ask, { signal }),
    )
    this.#answers = answers
  }

  async tables(): Promise<SessionTables> {
    const { tables, identity } = await this.#load()
    this.#identities.set(tables, identity)
    return tables
  }

  async fileVersion(tables: SessionTables): Promise<string> {
    return fileVersion(await this.#identityOf([tables]))
  }

  async countSpikes(
    requests: readonly MatrixRequest[],
    options?: ReadOptions,
  ): Promise<CountMatrix[]> {
    return this.#ask('countSpikes', requests, options)
  }

  async alignSpikes(
    requests: readonly AlignRequest[],
    options?: ReadOptions,
  ): Promise<AlignAnswer[]> {
    return this.#ask('alignSpikes', requests, options)
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

  async storedSeries(options?: ReadOptions): Promise<readonly StoredSeries[]> {
    return this.#ask('storedSeries', null, options)
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
    return recordedSpan(await this.#ask('spikeSpan', null, { ...options, from }), tables.epochs)
  }

  /** Not given up when the request that asked first is: others may wait for the same answer. */
  async #askOnce<Name extends 'presentations' | 'stimulusConditions'>(
    name: Name,
  ): Promise<Questions[Name]['answer']> {
    const loaded = await this.#load()
    const answer = await this.#answers.get(loaded, name, async () => {
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

  async #load(): Promise<LoadedTables> {
    const kept = this.#cache.get(this.#path)
    if (kept) {
      const loaded = await kept
      if (isSameFile(loaded.identity, await identityAt(this.#path))) return loaded
      this.#cache.forget(this.#path, kept)
    }
    const loading = this.#cache.get(this.#path) ?? this.#start()
    return loading
  }

  #start(): Promise<LoadedTables> {
    const loading = this.#pool
      .ask(this.#path, null, 'tables', null)
      .then(({ identity, answer }) => ({ identity, tables: answer }))
    this.#cache.set(this.#path, loading)
    return loading
  }
}

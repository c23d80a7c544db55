import type { CountMatrix } from '../domain/count-matrix.ts'
import { recordedSpan } from '../domain/recorded-span.ts'
import type { SessionTables, TimeSpan } from '../domain/session-tables.ts'
import { type FileIdentity, identityAt, isSameFile } from './file-identity.ts'
import type { AsksFiles, QuestionName, Questions } from './reader-protocol.ts'
import type {
  MatrixRequest,
  ReadOptions,
  SessionReader,
  SpikeTimesRequest,
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
  /** the file that tables given out were read from */
  readonly #identities = new WeakMap<SessionTables, FileIdentity>()

  constructor(path: string, pool: AsksFiles, cache: TablesCache) {
    this.#path = path
    this.#pool = pool
    this.#cache = cache
  }

  async tables(): Promise<SessionTables> {
    const { tables, identity } = await this.#load()
    this.#identities.set(tables, identity)
    return tables
  }

  async countSpikes(
    requests: readonly MatrixRequest[],
    options?: ReadOptions,
  ): Promise<CountMatrix[]> {
    return this.#ask('countSpikes', requests, options)
  }

  async spikeTimes(
    requests: readonly SpikeTimesRequest[],
    options?: ReadOptions,
  ): Promise<Float64Array[]> {
    return this.#ask('spikeTimes', requests, options)
  }

  async recordedSpan(options: ReadOptions = {}): Promise<TimeSpan | null> {
    const tables = options.tables ?? (await this.tables())
    return recordedSpan(await this.#ask('spikeSpan', null, { ...options, tables }), tables.epochs)
  }

  async #ask<Name extends QuestionName>(
    name: Name,
    ask: Questions[Name]['ask'],
    { signal, tables }: ReadOptions = {},
  ): Promise<Questions[Name]['answer']> {
    const identity = (tables && this.#identities.get(tables)) ?? (await this.#load()).identity
    return (await this.#pool.ask(this.#path, identity, name, ask, signal)).answer
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

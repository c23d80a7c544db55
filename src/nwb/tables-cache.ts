import type { SessionTables } from '../domain/session-tables.ts'
import type { FileIdentity } from './file-identity.ts'

export interface LoadedTables {
  readonly identity: FileIdentity
  readonly tables: SessionTables
}

/** Tables of a full-scale session take about a megabyte; the largest public project, whose units are asked at once, has 58. */
const MOST_SESSIONS = 64

/** The tables of the sessions asked for last, by path. */
export class TablesCache {
  readonly #loading = new Map<string, Promise<LoadedTables>>()

  get(path: string): Promise<LoadedTables> | undefined {
    const loading = this.#loading.get(path)
    if (loading) this.#keep(path, loading)
    return loading
  }

  /** Keep what is being loaded; should it fail, it is forgotten. */
  set(path: string, loading: Promise<LoadedTables>): void {
    this.#keep(path, loading)
    const [oldest] = this.#loading.keys()
    if (this.#loading.size > MOST_SESSIONS && oldest !== undefined) this.#loading.delete(oldest)
    loading.catch(() => this.forget(path, loading))
  }

  /** Forget what was kept for a path, unless something newer took its place. */
  forget(path: string, loading: Promise<LoadedTables>): void {
    if (this.#loading.get(path) === loading) this.#loading.delete(path)
  }

  #keep(path: string, loading: Promise<LoadedTables>): void {
    this.#loading.delete(path)
    this.#loading.set(path, loading)
  }
}

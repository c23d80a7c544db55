import { FolderCatalog } from '../catalog/folder-catalog.ts'
import { type PoolStatistics, ReaderPool } from '../nwb/reader-pool.ts'

type CatalogOptions = NonNullable<ConstructorParameters<typeof FolderCatalog>[2]>

export interface OpenCatalogOptions extends CatalogOptions {
  readonly threads?: number | undefined
  /** that finished matrices may take; 0: none are kept */
  readonly matrixCacheBytes?: number | undefined
}

/** The built worker: threads run dist/ whichever way the command itself was started. */
const workerFile = new URL('../../dist/bundle/reader-worker.js', import.meta.url)

/** The sessions in folders and files, with threads that read them; close it to let the program end. */
export class OpenCatalog {
  readonly catalog: FolderCatalog
  readonly #pool: ReaderPool

  constructor(
    paths: readonly string[],
    { threads, matrixCacheBytes, ...options }: OpenCatalogOptions = {},
  ) {
    this.#pool = new ReaderPool({ workerFile, threads, matrixCacheBytes })
    this.catalog = new FolderCatalog(paths, this.#pool, options)
  }

  /** See ReaderPool.warmUp. */
  warmUp(): Promise<void> {
    return this.#pool.warmUp()
  }

  get statistics(): PoolStatistics {
    return this.#pool.statistics
  }

  async close(): Promise<void> {
    this.catalog.close()
    await this.#pool.close()
  }
}

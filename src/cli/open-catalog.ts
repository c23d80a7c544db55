import { FolderCatalog } from '../catalog/folder-catalog.ts'
import { PlaceDisks } from '../nwb/place-disks.ts'
import { type PoolStatistics, ReaderPool } from '../nwb/reader-pool.ts'

type CatalogOptions = NonNullable<ConstructorParameters<typeof FolderCatalog>[2]>

export interface OpenCatalogOptions extends CatalogOptions {
  readonly threads?: number | undefined
  /** that finished matrices may take; 0: none are kept */
  readonly matrixCacheBytes?: number | undefined
  /** whether first looks at files leave a thread to the questions of clients; there is one at least for looks */
  readonly keepsThreadFree?: boolean | undefined
  /** seconds that a first look at a file may take */
  readonly longestLook?: number | undefined
}

/** Built: threads run dist/ whichever way the command itself was started. */
const workerFile = new URL('../../dist/bundle/reader-worker.js', import.meta.url)
const diskWorkerFile = new URL('../../dist/bundle/disk-worker.js', import.meta.url)

/** The sessions in folders and files, with threads that read them; close it to let the program end. */
export class OpenCatalog {
  readonly catalog: FolderCatalog
  readonly #pool: ReaderPool
  readonly #disks: PlaceDisks

  constructor(
    paths: readonly string[],
    {
      threads,
      matrixCacheBytes,
      longestLook,
      keepsThreadFree,
      ...options
    }: OpenCatalogOptions = {},
  ) {
    const disk = new PlaceDisks(paths, { workerFile: diskWorkerFile })
    this.#disks = disk
    this.#pool = new ReaderPool({ workerFile, threads, matrixCacheBytes, longestLook, disk })
    const filesAtOnce = keepsThreadFree ? Math.max(1, this.#pool.threads - 1) : undefined
    this.catalog = new FolderCatalog(paths, this.#pool, { filesAtOnce, ...options })
  }

  /** See ReaderPool.warmUp. */
  warmUp(): Promise<void> {
    return this.#pool.warmUp()
  }

  get statistics(): PoolStatistics {
    return this.#pool.statistics
  }

  /** Whether threads wait for a disk that does not answer, and would keep the process from ending. */
  get isHeldUp(): boolean {
    return this.#disks.isAnySilent
  }

  async close(): Promise<void> {
    this.catalog.close()
    this.#disks.close()
    await this.#pool.close()
  }
}

import { PlaceDisks } from '../../byte-sources/disk/place-disks.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { FolderCatalog } from '../../catalog/folder/folder-catalog.ts'
import { packageRoot } from '../../package-root.ts'
import { type PoolStatistics, ReaderPool } from '../../readers/reader-pool.ts'

type CatalogOptions = NonNullable<ConstructorParameters<typeof FolderCatalog>[2]>

export interface OpenCatalogOptions extends CatalogOptions {
  readonly threads?: number | undefined
  /** that finished matrices may take; 0: none are kept */
  readonly matrixCacheBytes?: number | undefined
  /** whether first looks at files have threads of their own */
  readonly looksApart?: boolean | undefined
  /** seconds that a first look at a file may take */
  readonly longestLook?: number | undefined
  /** of what was read before */
  readonly index?: StoredIndex | undefined
}

/** Built: threads run dist/ whichever way the command itself was started. */
const workerFile = new URL('dist/bundle/reader-worker.js', packageRoot)
const diskWorkerFile = new URL('dist/bundle/disk-worker.js', packageRoot)

/**
 * Files that are looked at side by side: so many damaged ones hold up no other for longer than one.
 */
const LOOK_THREADS = 2

/**
 * The sessions in folders and files, with threads that read them; close it to let the program end.
 */
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
      looksApart,
      index,
      ...options
    }: OpenCatalogOptions = {},
  ) {
    const disk = new PlaceDisks(paths, { workerFile: diskWorkerFile })
    this.#disks = disk
    const lookThreads = looksApart ? LOOK_THREADS : 0
    const reading = { threads, lookThreads, longestLook, matrixCacheBytes, index }
    this.#pool = new ReaderPool({ workerFile, disk, ...reading })
    const filesAtOnce = looksApart ? LOOK_THREADS : undefined
    this.catalog = new FolderCatalog(paths, this.#pool, { filesAtOnce, ...options })
  }

  /** See ReaderPool.warmUp. */
  warmUp(): Promise<void> {
    return this.#pool.warmUp()
  }

  get statistics(): PoolStatistics {
    return this.#pool.statistics
  }

  /**
   * Whether threads wait for a disk that does not answer, and would keep the process from ending.
   */
  get isHeldUp(): boolean {
    return this.#disks.isAnySilent
  }

  async close(): Promise<void> {
    this.catalog.close()
    this.#disks.close()
    await this.#pool.close()
  }
}

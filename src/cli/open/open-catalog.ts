import { PlaceDisks } from '../../byte-sources/disk/place-disks.ts'
import { isRemote } from '../../byte-sources/remote/parse-address.ts'
import { FolderCatalog } from '../../catalog/folder/folder-catalog.ts'
import type { LivingCatalog } from '../../catalog/session-places.ts'
import { UnionCatalog } from '../../catalog/union-catalog.ts'
import { packageRoot } from '../../package-root.ts'
import { type PoolStatistics, ReaderPool } from '../../readers/pool/reader-pool.ts'
import type { Access } from './access.ts'
import type { Keeping, RemotePlaces } from './remote-places.ts'

type CatalogOptions = NonNullable<ConstructorParameters<typeof FolderCatalog>[2]>

export interface OpenCatalogOptions extends CatalogOptions {
  readonly threads?: number | undefined
  /** that finished matrices may take; 0: none are kept */
  readonly matrixCacheBytes?: number | undefined
  /** whether first looks at files have threads of their own */
  readonly looksApart?: boolean | undefined
  /** whether other processes work on the same: files are read in any order, each by one of them */
  readonly sharesWork?: boolean | undefined
  /** seconds that a first look at a file may take */
  readonly longestLook?: number | undefined
  /** what is downloaded of what is read; left out: nothing */
  readonly keeping?: Keeping | undefined
}

/** Built: threads run dist/ whichever way the command itself was started. */
const workerFile = new URL('dist/bundle/reader-worker.js', packageRoot)
const diskWorkerFile = new URL('dist/bundle/disk-worker.js', packageRoot)

/**
 * Files that are looked at side by side: so many damaged ones hold up no other for longer than one.
 */
const LOOK_THREADS = 2

/**
 * The sessions in folders and files, and elsewhere, with threads that read them; close it to let
 * the program end.
 */
export class OpenCatalog {
  readonly catalog: LivingCatalog
  readonly #folders: FolderCatalog
  readonly #pool: ReaderPool
  readonly #disks: PlaceDisks
  readonly #remotePlaces: RemotePlaces | null

  /**
   * @param places folders, files and addresses
   * @throws InvalidArgumentError for an address that is none
   */
  static async open(
    places: readonly string[],
    access: Access,
    options?: OpenCatalogOptions,
  ): Promise<OpenCatalog> {
    const addresses = places.filter(isRemote)
    const paths = places.filter((place) => !isRemote(place))
    if (addresses.length === 0) return new OpenCatalog(paths, access, null, options)
    // Only here: it loads an HTTP client.
    const { RemotePlaces } = await import('./remote-places.ts')
    return new OpenCatalog(
      paths,
      access,
      new RemotePlaces(addresses, access, options?.keeping),
      options,
    )
  }

  private constructor(
    paths: readonly string[],
    { index }: Access,
    remotePlaces: RemotePlaces | null,
    {
      threads,
      matrixCacheBytes,
      longestLook,
      looksApart,
      sharesWork,
      keeping,
      ...options
    }: OpenCatalogOptions = {},
  ) {
    const disk = new PlaceDisks(paths, { workerFile: diskWorkerFile })
    this.#disks = disk
    this.#remotePlaces = remotePlaces
    const lookThreads = looksApart ? Math.min(LOOK_THREADS, threads ?? LOOK_THREADS) : 0
    const caching = { matrixCacheBytes, index, claims: sharesWork }
    const reading = { threads, lookThreads, longestLook, ...caching }
    this.#pool = new ReaderPool({ workerFile, disk, remote: remotePlaces?.reading, ...reading })
    const filesAtOnce = looksApart ? lookThreads : undefined
    this.#folders = new FolderCatalog(paths, this.#pool, {
      filesAtOnce,
      index,
      inAnyOrder: sharesWork,
      ...options,
    })
    const catalogs = remotePlaces?.catalogs(this.#pool) ?? []
    this.catalog =
      catalogs.length > 0 ? new UnionCatalog([this.#folders, ...catalogs]) : this.#folders
  }

  /** @throws InvalidArgumentError when a folder or file does not exist */
  assertPlacesExist(): Promise<void> {
    return this.#folders.assertPlacesExist()
  }

  /** Settles when the tables that first lists do not wait for are here. */
  async tabulate(): Promise<void> {
    await this.#remotePlaces?.tabulate()
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
    await this.#remotePlaces?.close()
  }
}

import { join } from 'node:path'
import { DEFAULT_PAGE_MEMORY, FetchThread } from '../../byte-sources/fetcher/fetch-thread.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { openPlace } from '../../catalog/remote/open-place.ts'
import { type MakesRemoteReaders, RemoteCatalog } from '../../catalog/remote/remote-catalog.ts'
import type { RemotePlace } from '../../catalog/remote/remote-place.ts'
import { packageRoot } from '../../package-root.ts'
import type { RemoteAccess } from '../../readers/pool/reader-pool.ts'
import type { Access } from './access.ts'
import { clientOptions, type OpenRemote, openRemote } from './open-remote.ts'

const workerFile = new URL('dist/bundle/fetch-worker.js', packageRoot)

/** A file whose state its server confirmed so lately is not asked for it again. */
const CONFIRMED_SECONDS = 5

/** The places at some addresses, and the thread that fetches from them. */
export class Elsewhere {
  readonly #fetch: FetchThread
  readonly #places: readonly RemotePlace[]
  readonly #index: StoredIndex
  readonly #remote: OpenRemote
  readonly #mostBytes: number
  #catalogs: readonly RemoteCatalog[] = []

  /** @throws InvalidArgumentError for an address that is none, before anything is started */
  constructor(addresses: readonly string[], { remote, index, cacheFolder }: Access) {
    this.#remote = openRemote(remote, index)
    this.#places = addresses.map((address) => openPlace(address, this.#remote.places))
    this.#index = index
    this.#mostBytes = remote.maxFetchMb * 2 ** 20
    this.#fetch = new FetchThread({
      workerFile,
      memoryBytes: DEFAULT_PAGE_MEMORY,
      client: clientOptions(remote),
      folder:
        cacheFolder === null
          ? null
          : { path: join(cacheFolder, 'pages'), mostBytes: remote.cacheGb * 1e9 },
    })
  }

  /** For readers. */
  get reading(): RemoteAccess {
    const fetch = this.#fetch
    return {
      access: fetch.access,
      get counts() {
        return fetch.counts
      },
      mostBytes: this.#mostBytes,
      identify: (address) => fetch.identify(address, CONFIRMED_SECONDS),
    }
  }

  /** A catalog for each address. */
  catalogs(readers: MakesRemoteReaders): readonly RemoteCatalog[] {
    this.#catalogs = this.#places.map((place) => new RemoteCatalog(place, readers, this.#index))
    return this.#catalogs
  }

  /** Settles when the tables that first lists do not wait for are here. */
  async tabulate(): Promise<void> {
    await Promise.all(this.#catalogs.map((catalog) => catalog.tabulate()))
  }

  async close(): Promise<void> {
    await Promise.all([this.#fetch.close(), this.#remote[Symbol.asyncDispose]()])
  }
}

import { join } from 'node:path'
import { DownloadRegister } from '../../byte-sources/downloads/download-register.ts'
import { DEFAULT_PAGE_MEMORY, FetchThread } from '../../byte-sources/fetcher/fetch-thread.ts'
import { REMOTE_MAX_AGE } from '../../byte-sources/open-source.ts'
import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import type { RemoteIdentity } from '../../byte-sources/remote/remote-identity.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { KeptDownloads } from '../../catalog/downloads/kept-downloads.ts'
import { openPlace } from '../../catalog/remote/open-place.ts'
import { type MakesRemoteReaders, RemoteCatalog } from '../../catalog/remote/remote-catalog.ts'
import type { RemotePlace } from '../../catalog/remote/remote-place.ts'
import { InvalidArgumentError } from '../../errors.ts'
import { fileSizeText } from '../../formats/amounts.ts'
import { packageRoot } from '../../package-root.ts'
import type { RemoteAccess } from '../../readers/pool/reader-pool.ts'
import { printable } from '../terminal/printable.ts'
import type { Access } from './access.ts'
import { downloadsFolder } from './cache-options.ts'
import { clientOptions, type OpenRemote, openRemote } from './open-remote.ts'

const workerFile = new URL('dist/bundle/fetch-worker.js', packageRoot)

/** What is kept of the data that clients request. */
export interface Keeping {
  readonly folder: string
  /** called with a message about what was downloaded, or cannot be */
  readonly report: (line: string) => void
}

/** The places at some addresses, and the thread that fetches from them. */
export class RemotePlaces {
  readonly #fetch: FetchThread
  readonly #places: readonly RemotePlace[]
  readonly #index: StoredIndex
  readonly #remote: OpenRemote
  readonly #mostBytes: number
  readonly #downloads: KeptDownloads | null
  #catalogs: readonly RemoteCatalog[] = []

  /**
   * @param keeping null: nothing is downloaded
   * @throws InvalidArgumentError for an address that is none, before anything is started
   */
  constructor(
    addresses: readonly string[],
    { remote, index, cacheFolder }: Access,
    keeping: Keeping | null = null,
  ) {
    this.#remote = openRemote(remote, index)
    // Whoever reads a file then has what it begins with.
    const files = { identify: (address: RemoteAddress) => this.#identify(address) }
    const options = { ...this.#remote.places, files }
    this.#places = addresses.map((address) => openPlace(address, options))
    this.#index = index
    this.#mostBytes = remote.maxFetchMb * 2 ** 20
    const { client } = this.#remote
    const downloads = cacheFolder === null ? null : downloadsFolder(cacheFolder)
    this.#downloads = keeping && keptDownloads(keeping, client, downloads)
    this.#fetch = new FetchThread({
      workerFile,
      memoryBytes: DEFAULT_PAGE_MEMORY,
      client: clientOptions(remote),
      folder:
        cacheFolder === null
          ? null
          : { path: join(cacheFolder, 'pages'), mostBytes: remote.cacheGb * 1e9 },
      downloads,
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
      onRead: this.#downloads ? (address) => void this.#keep(address) : undefined,
      identify: (address) => this.#identify(address),
    }
  }

  #identify(address: RemoteAddress): Promise<RemoteIdentity> {
    return this.#fetch.identify(address, REMOTE_MAX_AGE)
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
    await this.#downloads?.[Symbol.asyncDispose]()
    await Promise.all([this.#fetch.close(), this.#remote[Symbol.asyncDispose]()])
  }

  /** Have the file downloaded that was read. */
  async #keep({ text }: RemoteAddress): Promise<void> {
    for (const catalog of this.#catalogs) {
      for (const recording of (await catalog.recordings()).values()) {
        const files = [recording, ...recording.probeFiles]
        const file = files.find(({ address }) => address.text === text)
        if (file) this.#downloads?.want(file)
      }
    }
  }
}

/** @throws InvalidArgumentError without a folder for the register of downloads */
function keptDownloads(
  { folder, report }: Keeping,
  client: RemoteClient,
  registerFolder: string | null,
): KeptDownloads {
  if (registerFolder === null) {
    throw new InvalidArgumentError('--download needs the cache folder: leave out --no-cache.')
  }
  return new KeptDownloads({
    client,
    folder,
    register: new DownloadRegister(registerFolder),
    onDownloaded: (path, { size, checkedBy }) =>
      report(`Downloaded ${printable(path)} (${fileSizeText(size)}), checked by its ${checkedBy}.`),
    onFailure: ({ localPath }, error) => {
      const reason = error instanceof Error ? error.message : String(error)
      report(`warning: ${printable(localPath)} was not downloaded: ${printable(reason)}`)
    },
  })
}

import { httpAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { RecordingError } from '../../errors.ts'
import type { RemoteFile, RemoteListing, RemotePlace } from '../remote/remote-place.ts'
import { sessionFiles } from '../remote/session-files.ts'
import { linksIn } from './index-page.ts'

/** A page of some ten thousand links. */
const MOST_PAGE_BYTES = 2 ** 23

/** A cache of the AllenSDK has a folder for each session. */
const DEEPEST = 3
const MOST_FOLDERS = 1000
const FOLDERS_AT_ONCE = 8

/** Folders that are named, and refused, as one recording. */
const ZARR = /\.nwb(\.zarr)?\/$/i

/** A folder of a web server that lists what lies in it, and the folders below. */
export class WebFolder implements RemotePlace {
  readonly name: string
  readonly #client: RemoteClient
  readonly #url: URL

  /** @param url ends with / */
  constructor(client: RemoteClient, url: URL) {
    this.name = httpAddress(url).text
    this.#client = client
    this.#url = url
  }

  /** @throws RecordingError REMOTE_UNSUITABLE where the server does not list the folder */
  async list(signal?: AbortSignal): Promise<RemoteListing> {
    const files: RemoteFile[] = []
    let folders = [this.#url]
    let count = 0
    for (let depth = 0; depth <= DEEPEST && folders.length > 0; depth++) {
      count += folders.length
      if (count > MOST_FOLDERS) {
        throw this.#unsuitable(`it has more than ${MOST_FOLDERS} folders; name one inside it`)
      }
      const below: URL[] = []
      await mapAtMost(FOLDERS_AT_ONCE, folders, async (folder) => {
        for (const url of await this.#linksOf(folder, signal)) {
          const isFile = !url.pathname.endsWith('/') || ZARR.test(url.pathname)
          if (isFile) files.push(this.#file(url))
          else below.push(url)
        }
      })
      folders = below
    }
    if (folders.length > 0) {
      throw this.#unsuitable(`it has folders more than ${DEEPEST} deep; name one inside it`)
    }
    files.sort((a, b) => (a.localPath < b.localPath ? -1 : 1))
    return sessionFiles(files)
  }

  async complete(): Promise<void> {}

  async #linksOf(folder: URL, signal: AbortSignal | undefined): Promise<URL[]> {
    const address = httpAddress(folder)
    const page = await this.#client.small(address, { maxBytes: MOST_PAGE_BYTES, signal })
    if (!/^text\/html\b|^application\/xhtml/i.test(page.contentType ?? '')) {
      const found = `${address.text} is not an index page (${page.contentType ?? 'no content type'})`
      throw this.#unsuitable(found)
    }
    return linksIn(new TextDecoder().decode(page.bytes), folder)
  }

  #file(url: URL): RemoteFile {
    const below = url.pathname.slice(this.#url.pathname.length)
    return {
      address: httpAddress(url),
      identity: null,
      localPath: decoded(below),
      digest: async () => null,
    }
  }

  #unsuitable(found: string): RecordingError {
    return new RecordingError('REMOTE_UNSUITABLE', this.name, found)
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

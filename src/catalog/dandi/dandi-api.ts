import { httpAddress, type RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { RecordingError } from '../../errors.ts'
import { type JsonObject, objectIn, parseJson, textIn } from '../json-values.ts'

/** The credential of a RemoteClient that holds the archive's key. */
export const DANDI_CREDENTIAL = 'dandi'

export const DANDI_API = 'https://api.dandiarchive.org/api'

/** Assets in a page: the most that the archive gives. */
const PAGE_SIZE = 1000

/** A page of a thousand assets has 400 KB. */
const MOST_BYTES = 2 ** 24

const MOST_PAGES = 1000

/** A file of a dandiset. */
export interface DandiAsset {
  readonly id: string
  readonly path: string
  readonly size: number
  /** names the bytes; null: a Zarr store */
  readonly blob: string | null
}

export interface Dandiset {
  readonly version: string
  readonly isEmbargoed: boolean
}

export interface DandiApiOptions {
  readonly client: RemoteClient
  /** without a slash at its end */
  readonly base: string
  readonly hasKey: boolean
  /** called once, when the archive does not know the key */
  readonly onKeyRefused: () => void
}

/**
 * The REST API of a DANDI archive. The key is sent to its host alone; where the archive refuses
 * it, what is public is requested without.
 */
export class DandiApi {
  readonly base: string
  readonly #client: RemoteClient
  readonly #onKeyRefused: () => void
  #usesKey: boolean

  constructor({ client, base, hasKey, onKeyRefused }: DandiApiOptions) {
    this.#client = client
    this.base = base.replace(/\/+$/, '')
    this.#usesKey = hasKey
    this.#onKeyRefused = onKeyRefused
  }

  /** @throws RecordingError */
  async dandiset(id: string, version: string | null, signal?: AbortSignal): Promise<Dandiset> {
    const found = await this.#get(`/dandisets/${id}/`, signal)
    const published = objectIn(found.most_recent_published_version)
    return {
      version: version ?? textIn(published.version) ?? 'draft',
      isEmbargoed: textIn(found.embargo_status) === 'EMBARGOED',
    }
  }

  /** The assets of a version in order of their paths, page by page. */
  async *assets(
    dandiset: string,
    version: string,
    glob: string | null,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly DandiAsset[]> {
    const query = new URLSearchParams({ page_size: String(PAGE_SIZE), order: 'path' })
    if (glob !== null) query.set('glob', glob)
    const first = `/dandisets/${dandiset}/versions/${version}/assets/?${query}`
    let next: string | null = first
    for (let page = 0; next !== null; page++) {
      if (page === MOST_PAGES) throw this.#unsuitable('its list of assets does not end')
      const found: JsonObject = await this.#get(next, signal)
      if (!Array.isArray(found.results)) throw this.#unsuitable('its list of assets has no results')
      yield found.results.map((entry: unknown) => this.#asset(objectIn(entry)))
      next = this.#nextPath(textIn(found.next))
    }
  }

  /** The SHA-256 of an asset; null: it is not computed yet. */
  async sha256(assetId: string, signal?: AbortSignal): Promise<string | null> {
    const { digest } = await this.#get(`/assets/${assetId}/`, signal)
    return textIn(objectIn(digest)['dandi:sha2-256'])
  }

  /** Where the archive gives the bytes of an asset, to whoever may have them. */
  download(asset: DandiAsset): RemoteAddress {
    return this.#address(`/assets/${asset.id}/download/`, contentIdOf(asset))
  }

  async #get(path: string, signal: AbortSignal | undefined): Promise<JsonObject> {
    try {
      return await this.#fetch(path, signal)
    } catch (error) {
      const isDenied = error instanceof RecordingError && error.code === 'REMOTE_DENIED'
      if (!isDenied || !this.#usesKey) throw error
      // An unknown key is refused even where everyone may read.
      this.#usesKey = false
      const found = await this.#fetch(path, signal).catch((withoutKey: unknown) => {
        this.#usesKey = true
        throw withoutKey
      })
      this.#onKeyRefused()
      return found
    }
  }

  async #fetch(path: string, signal: AbortSignal | undefined): Promise<JsonObject> {
    const address = this.#address(path)
    const { bytes } = await this.#client.small(address, { maxBytes: MOST_BYTES, signal })
    return objectIn(parseJson(bytes))
  }

  #address(path: string, contentId: string | null = null): RemoteAddress {
    const credential = this.#usesKey ? DANDI_CREDENTIAL : null
    return httpAddress(`${this.base}${path}`, { contentId, credential })
  }

  /** Of the address of the next page, which must be of this archive. */
  #nextPath(next: string | null): string | null {
    if (next === null) return null
    const { origin, pathname } = new URL(this.base)
    const url = URL.canParse(next, this.base) ? new URL(next, this.base) : null
    // Behind a proxy the archive may name itself http.
    const isHere = url?.host === new URL(origin).host && url.pathname.startsWith(`${pathname}/`)
    if (!url || !isHere) throw this.#unsuitable('its list of assets leads to another server')
    return `${url.pathname.slice(pathname.length)}${url.search}`
  }

  #asset(entry: JsonObject): DandiAsset {
    const id = textIn(entry.asset_id)
    const path = textIn(entry.path)
    if (id === null || path === null || typeof entry.size !== 'number') {
      throw this.#unsuitable('its list has assets without id, path or size')
    }
    return { id, path, size: entry.size, blob: textIn(entry.blob) }
  }

  #unsuitable(found: string): RecordingError {
    return new RecordingError('REMOTE_UNSUITABLE', new URL(this.base).host, found)
  }
}

/** A blob is never changed. */
export const contentIdOf = ({ blob }: DandiAsset) => (blob === null ? null : `dandi:${blob}`)

import { createHash } from 'node:crypto'
import {
  type Disk,
  type FileStats,
  type FolderEntry,
  statEach,
  type WatchedPlace,
} from '../../byte-sources/disk/disk.ts'
import type { RemoteClient } from '../../byte-sources/remote/remote-client.ts'
import { remoteKey } from '../../byte-sources/remote/remote-identity.ts'
import type { ListedObject } from '../../byte-sources/s3/object-page.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { type BucketFolder, objectFile } from './object-list.ts'

/** Tables are read into memory; the largest public one has 130 MB. */
const MOST_BYTES = 2 ** 28

/**
 * The tables in a folder of a bucket, as a disk has them: each is fetched when it is first read,
 * and kept for later processes by its state. Paths are relative to the folder.
 */
export class ObjectDisk implements Disk {
  readonly #client: RemoteClient
  readonly #folder: BucketFolder
  readonly #index: StoredIndex
  /** not there until they were fetched */
  readonly #late: ReadonlySet<string>
  readonly #fetched = new Map<string, Promise<Uint8Array>>()
  #objects: ReadonlyMap<string, ListedObject> = new Map()

  constructor(
    client: RemoteClient,
    folder: BucketFolder,
    index: StoredIndex,
    late: readonly string[],
  ) {
    this.#client = client
    this.#folder = folder
    this.#index = index
    this.#late = new Set(late)
  }

  /** What the folder holds, as it was last listed. */
  set objects(objects: readonly ListedObject[]) {
    const start = this.#folder.prefix.length
    this.#objects = new Map(objects.map((object) => [object.key.slice(start), object]))
  }

  has(name: string): boolean {
    return this.#objects.has(name)
  }

  /** Fetch objects, those of them that are there, all at once. */
  async fetch(names: readonly string[], signal?: AbortSignal): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const object = this.#objects.get(name)
        if (object) await this.#bytesOf(object, signal)
      }),
    )
  }

  statMany(paths: readonly string[]): Promise<Float64Array> {
    return statEach(paths, (path) => this.stat(path))
  }

  async stat(path: string): Promise<FileStats> {
    const object = this.#object(path)
    const modified = Date.parse(object.lastModified ?? '')
    const time = Number.isNaN(modified) ? 0 : modified
    return {
      size: object.size,
      mtimeMs: time,
      ctimeMs: time,
      // Another state has another tag.
      ino: createHash('sha256')
        .update(object.etag ?? '')
        .digest()
        .readUIntBE(0, 6),
      kind: 'file',
    }
  }

  async realPath(path: string): Promise<string> {
    return path
  }

  async list(): Promise<FolderEntry[]> {
    return []
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    yield await this.#bytesOf(this.#object(path))
  }

  watch(): WatchedPlace {
    return { silent: new AbortController().signal, [Symbol.dispose]: () => {} }
  }

  #object(path: string): ListedObject {
    const name = path.replaceAll('\\', '/').replace(/^\.\//, '')
    const object = this.#objects.get(name)
    if (object && (!this.#late.has(name) || this.#fetched.has(stateOf(object)))) return object
    throw Object.assign(new Error(`no object ${name}`), { code: 'ENOENT' })
  }

  #bytesOf(object: ListedObject, signal?: AbortSignal): Promise<Uint8Array> {
    const state = stateOf(object)
    const known = this.#fetched.get(state)
    if (known) return known
    const fetched = this.#fetch(object, signal)
    this.#fetched.set(state, fetched)
    fetched.catch(() => this.#fetched.delete(state))
    return fetched
  }

  async #fetch(object: ListedObject, signal?: AbortSignal): Promise<Uint8Array> {
    const { address, identity } = objectFile(this.#folder, object)
    const key = identity && `table ${remoteKey(address, identity)}`
    const kept = key && (await this.#index.get<Uint8Array>(key))
    if (kept) return kept
    const { bytes } = await this.#client.small(address, { maxBytes: MOST_BYTES, signal })
    if (key && bytes.length === object.size) void this.#index.set(key, bytes)
    return bytes
  }
}

const stateOf = ({ key, size, etag, lastModified }: ListedObject) =>
  JSON.stringify([key, size, etag, lastModified])

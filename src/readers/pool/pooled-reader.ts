import {
  isSameRecording,
  type RecordingIdentity,
  recordingKey,
  statedVersion,
} from '../../byte-sources/recording-identity.ts'
import { locationKey, type RecordingLocation } from '../../byte-sources/recording-location.ts'
import type { LoadCache } from '../../cache/load-cache.ts'
import type { ResponseCache } from '../../cache/response-cache.ts'
import { type Named, valueNamed } from '../../domain/named.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { RecordingError } from '../../errors.ts'
import type {
  LoadOptions,
  ReadOptions,
  RequestedBy,
  SessionReader,
} from '../../sessions/session-reader.ts'
import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
  type ContentName,
  type SessionContents,
} from '../../sessions/session-requests.ts'
import { ProbeFiles, type RemoteProbeFile } from '../probes/probe-files.ts'
import { readByFile } from '../probes/read-by-file.ts'
import type { FileReader } from '../reader-protocol.ts'

/** Tables, and the file that they were read from. */
interface LoadedTables {
  readonly identity: RecordingIdentity
  readonly tables: SessionTables
}

/** What all readers of a pool keep. */
export interface ReaderCaches {
  /** by location */
  readonly tables: LoadCache<LoadedTables>
  /** of whole sessions, by their name and the state of the file */
  readonly contents: LoadCache<Named<SessionContents>>
  readonly responses: ResponseCache
}

/**
 * A recording that is read by the threads of a pool. Spikes are read only from the very file that
 * the caller's tables came from: when it was replaced in between, the request fails with
 * FILE_CHANGED, and the next tables are those of the new file.
 */
export class PooledReader implements SessionReader {
  readonly #location: RecordingLocation
  readonly #pool: FileReader
  readonly #caches: ReaderCaches
  readonly #probeFiles: ProbeFiles
  /** the file that responses given out were read from */
  readonly #identities = new WeakMap<object, RecordingIdentity>()

  /** @param probeFiles of a remote recording; those of a local one are found */
  constructor(
    location: RecordingLocation,
    pool: FileReader,
    caches: ReaderCaches,
    probeFiles: readonly RemoteProbeFile[] = [],
  ) {
    this.#location = location
    this.#pool = pool
    this.#caches = caches
    this.#probeFiles = new ProbeFiles(location, pool, probeFiles)
  }

  async tables(by?: RequestedBy): Promise<SessionTables> {
    const { tables, identity } = await this.#loadTables(by)
    this.#identities.set(tables, identity)
    return tables
  }

  async load<Name extends ContentName>(
    name: Name,
    { from = [], ...by }: LoadOptions = {},
  ): Promise<SessionContents[Name]> {
    const identity = await this.#identityOf(from, by)
    const key = `${name} ${recordingKey(this.#location, identity)}`
    const named = await keptOrLoaded(this.#caches.contents, key, by, async () => {
      const version = name === 'fileVersion' ? statedVersion(this.#location, identity) : null
      if (version !== null) return { name: 'fileVersion' as const, value: version }
      const { response } = await this.#pool.load(this.#location, identity, name, by)
      return { name, value: response }
    })
    const content = valueNamed(named, name)
    if (typeof content === 'object' && content !== null) this.#identities.set(content, identity)
    return content
  }

  async read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    { from = [], ...by }: ReadOptions = {},
  ): Promise<BatchResponse<Name>[]> {
    const readHere = async (some: readonly BatchRequest<Name>[]) => {
      const identity = await this.#identityOf(from, by)
      const file = recordingKey(this.#location, identity)
      const { responses } = this.#caches
      return responses.read(name, file, some, (missing, keptCount) => {
        by.reads?.addResponses(missing.length + keptCount, keptCount)
        return this.#readParts(name, identity, missing, by)
      })
    }
    const { probeOf } = batchRules[name]
    if (!probeOf) return readHere(requests)
    return readByFile(requests, probeOf, (probeId, some) => {
      if (probeId === undefined) return readHere(some)
      by.reads?.addResponses(some.length, 0)
      return this.#probeFiles.read(name, probeId, some, by)
    })
  }

  /** By as many threads as have nothing to do. */
  async #readParts<Name extends BatchName>(
    name: Name,
    identity: RecordingIdentity,
    requests: readonly BatchRequest<Name>[],
    by: RequestedBy,
  ): Promise<BatchResponse<Name>[]> {
    if (requests.length === 0) {
      await this.#assertIs(identity)
      return []
    }
    const read = async (part: readonly BatchRequest<Name>[]) =>
      (await this.#pool.read(this.#location, identity, name, part, by)).response
    const { split } = batchRules[name]
    if (!split) return read(requests)
    const { parts, join } = split(requests, this.#pool.idleThreads)
    return parts.length === 1 ? read(requests) : join(await Promise.all(parts.map(read)))
  }

  /** @throws RecordingError FILE_CHANGED when responses come from different states of the file */
  async #identityOf(responses: readonly object[], by: RequestedBy): Promise<RecordingIdentity> {
    const [first, ...others] = responses.flatMap((response) => this.#identities.get(response) ?? [])
    if (!first) return (await this.#loadTables(by)).identity
    if (others.every((other) => isSameRecording(other, first))) return first
    throw new RecordingError('FILE_CHANGED', this.#location.name)
  }

  /**
   * @throws RecordingError FILE_CHANGED when another file lies at the path,
   *   FILE_MISSING, FILE_UNREADABLE
   */
  async #assertIs(identity: RecordingIdentity): Promise<void> {
    if (isSameRecording(identity, await this.#pool.identify(this.#location))) return
    throw new RecordingError('FILE_CHANGED', this.#location.name)
  }

  async #loadTables(by?: RequestedBy): Promise<LoadedTables> {
    const kept = this.#keptTables(by)
    const loaded = await kept
    if (isSameRecording(loaded.identity, await this.#pool.identify(this.#location))) return loaded
    this.#caches.tables.forget(locationKey(this.#location), kept)
    return this.#keptTables(by)
  }

  #keptTables(by?: RequestedBy): Promise<LoadedTables> {
    return keptOrLoaded(this.#caches.tables, locationKey(this.#location), by, async () => {
      const { identity, response } = await this.#pool.load(this.#location, null, 'tables', by)
      return { identity, tables: response }
    })
  }
}

/** Counted for whoever requests it. */
function keptOrLoaded<Value>(
  cache: LoadCache<Value>,
  key: string,
  by: RequestedBy | undefined,
  load: () => Promise<Value>,
): Promise<Value> {
  let isKept = true
  const loading = cache.get(key, () => {
    isKept = false
    return load()
  })
  by?.reads?.addResponses(1, isKept ? 1 : 0)
  return loading
}

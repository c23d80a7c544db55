import type { RemoteAddress } from '../../byte-sources/remote/remote-address.ts'
import { remoteKey } from '../../byte-sources/remote/remote-identity.ts'
import type { StoredIndex } from '../../cache/stored/stored-index.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { RecordingError, SessionNotFoundError } from '../../errors.ts'
import { describeTables } from '../../sessions/describe-session.ts'
import type { CatalogSession, PlaceStatus, RefusedFile } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'
import type { LivingCatalog } from '../session-places.ts'
import type {
  RemoteListing,
  RemotePlace,
  RemoteProbeFile,
  RemoteRecording,
} from './remote-place.ts'
import { unknownSession } from './unknown-session.ts'

/** Whoever makes readers of recordings elsewhere. Opens nothing yet. */
export interface MakesRemoteReaders {
  remoteReader(address: RemoteAddress, probeFiles: readonly RemoteProbeFile[]): SessionReader
}

/** An unknown id makes the catalog list the place again, but not more often than this. */
const SHORTEST_PAUSE_MS = 60_000

/** Descriptions that are looked up at once. */
const LOOKUPS_AT_ONCE = 16

interface Listed {
  readonly recording: RemoteRecording
  readonly reader: SessionReader
  session: CatalogSession
  /** whether its file was opened, here or before */
  isOpened: boolean
}

/**
 * The recordings of a place elsewhere: an archive, a bucket, a file on a server. Its list opens no
 * file, and says of each session what the place's tables do, and what was found when the file was
 * opened before; a session requested by its id is opened.
 */
export class RemoteCatalog implements LivingCatalog {
  readonly #place: RemotePlace
  readonly #readers: MakesRemoteReaders
  readonly #index: StoredIndex
  /** by id */
  #listed: ReadonlyMap<string, Listed> = new Map()
  #refused: readonly RefusedFile[] = []
  #absent: readonly CatalogSession[] = []
  /** all of them; null: something has changed */
  #sessions: readonly CatalogSession[] | null = null
  /** ids stay with their files */
  readonly #ids = new Map<string, string>()
  readonly #unusable = new Map<string, RefusedFile>()
  #first: Promise<void> | null = null
  #listedAt = Number.NEGATIVE_INFINITY
  #fault: RecordingError | null = null
  readonly #closed = new AbortController()

  constructor(place: RemotePlace, readers: MakesRemoteReaders, index: StoredIndex) {
    this.#place = place
    this.#readers = readers
    this.#index = index
  }

  async sessions(): Promise<readonly CatalogSession[]> {
    await this.#ready()
    this.#sessions ??= [
      ...[...this.#listed.values()].map(({ session }) => session),
      ...this.#absent,
    ]
    return this.#sessions
  }

  /** @throws RecordingError also when the place cannot be listed, or the file not be used */
  async session(id: string): Promise<CatalogSession> {
    await this.#ready()
    const isStale = Date.now() - this.#listedAt > SHORTEST_PAUSE_MS
    if (!this.#listed.has(id) && isStale) await this.#list()
    const listed = this.#listed.get(id)
    const absent = this.#absent.find((session) => session.id === id)
    if (!listed && absent) return absent
    if (!listed) throw this.#fault ?? new SessionNotFoundError(id, this.#listed.size)
    if (!listed.isOpened) await this.#open(id, listed)
    return listed.session
  }

  async refused(): Promise<readonly RefusedFile[]> {
    await this.#ready()
    const fault = this.#fault
    return [
      ...(fault ? [{ fileName: this.#place.name, error: fault }] : []),
      ...this.#refused,
      ...this.#unusable.values(),
    ]
  }

  places(): readonly PlaceStatus[] {
    const isRead = this.#listedAt > Number.NEGATIVE_INFINITY
    const reading = isRead ? 'READ' : 'READING'
    const opened = [...this.#listed.values()].filter(({ isOpened }) => isOpened)
    return [
      {
        name: this.#place.name,
        state: this.#fault ? 'SILENT' : reading,
        fileCount: this.#listed.size,
        readCount: isRead ? this.#listed.size : opened.length,
      },
    ]
  }

  unread(): readonly PlaceStatus[] {
    return this.places().filter(({ state }) => state !== 'READ')
  }

  /** Settles when the place was listed, or cannot be. */
  complete(): Promise<void> {
    return this.#ready()
  }

  /** The recordings as they were listed, by the ids of their sessions. */
  async recordings(): Promise<ReadonlyMap<string, RemoteRecording>> {
    await this.#ready()
    return new Map([...this.#listed].map(([id, { recording }]) => [id, recording]))
  }

  /** Settles when the tables that take long to fetch are here, too. */
  async tabulate(): Promise<void> {
    await this.#ready()
    await this.#place.complete(this.#closed.signal)
    await this.#list()
  }

  close(): void {
    this.#closed.abort()
  }

  #ready(): Promise<void> {
    this.#first ??= this.#list().then(() => {
      // A place that could not be listed is tried again the next time.
      if (this.#fault) this.#first = null
    })
    return this.#first
  }

  async #list(): Promise<void> {
    try {
      await this.#take(await this.#place.list(this.#closed.signal))
      this.#fault = null
      this.#listedAt = Date.now()
    } catch (error) {
      if (this.#closed.signal.aborted) return
      this.#fault =
        error instanceof RecordingError
          ? error
          : new RecordingError('READER_FAILED', this.#place.name, '', { cause: error })
    }
  }

  async #take({ recordings, refused, absent }: RemoteListing): Promise<void> {
    const known = new Map(
      [...this.#listed].map(([id, one]) => [`${id} ${keyOf(one.recording)}`, one]),
    )
    const listed = new Map<string, Listed>()
    await mapAtMost(LOOKUPS_AT_ONCE, recordings, async (recording) => {
      const { text } = recording.address
      const id = this.#ids.get(text) ?? recording.id
      this.#ids.set(text, id)
      if (this.#unusable.has(id)) return
      const before = known.get(`${id} ${keyOf(recording)}`)
      listed.set(id, before?.isOpened ? before : await this.#describe(id, recording))
    })
    this.#listed = listed
    this.#refused = refused
    this.#absent = absent
    this.#sessions = null
  }

  async #describe(id: string, recording: RemoteRecording): Promise<Listed> {
    const { address, identity, probeFiles, described } = recording
    const reader = this.#readers.remoteReader(address, probeFiles)
    const key = keyOf(recording)
    const kept =
      key && (await this.#index.get<ReturnType<typeof describeTables>>(`described ${key}`))
    const session: CatalogSession = {
      ...unknownSession(id),
      ...described,
      ...kept,
      id,
      available: true,
      fileName: address.name,
      fileSize: identity?.size ?? null,
      location: address.text,
      place: this.#place.name,
      warnings: [],
      reader,
    }
    return { recording, reader, session, isOpened: Boolean(kept) }
  }

  async #open(id: string, listed: Listed): Promise<void> {
    const { recording, reader } = listed
    try {
      const described = describeTables(await reader.tables())
      const key = keyOf(recording)
      if (key) void this.#index.set(`described ${key}`, described)
      listed.session = { ...listed.session, ...described }
      this.#sessions = null
      listed.isOpened = true
    } catch (error) {
      if (error instanceof RecordingError && isLasting(error)) this.#refuse(id, error)
      throw error
    }
  }

  #refuse(id: string, error: RecordingError): void {
    this.#unusable.set(id, { fileName: error.fileName, error })
    this.#listed = new Map([...this.#listed].filter(([other]) => other !== id))
    this.#sessions = null
  }
}

/** Names the bytes of a recording; null: what was listed does not say which they are. */
function keyOf({ address, identity }: RemoteRecording): string | null {
  if (!identity) return null
  const isNamed = address.contentId !== null || identity.etag !== null
  return isNamed ? remoteKey(address, identity) : null
}

/** Whether a file holds what is not served, rather than could not be fetched just now. */
const isLasting = ({ code }: RecordingError) =>
  ['NO_UNITS', 'NOT_HDF5', 'NOT_NWB', 'UNSUPPORTED_LAYOUT', 'INDEX_INVALID'].includes(code)

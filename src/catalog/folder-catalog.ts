import { basename } from 'node:path'
import { mapAtMost } from '../domain/map-at-most.ts'
import type { SessionWarning } from '../domain/session-warning.ts'
import { RecordingError, type RecordingProblem, SessionNotFoundError } from '../errors.ts'
import { type Disk, sharedDisk } from '../nwb/disk.ts'
import { type FileIdentity, identityAt, isSameFile, noFile } from '../nwb/file-identity.ts'
import type { SessionReader } from '../nwb/session-reader.ts'
import { type AllenCache, AllenCaches } from './allen-cache.ts'
import { describeTables } from './describe-session.ts'
import { assertPlacesExist, findFiles } from './find-files.ts'
import { IdRegister, type RegisteredFile } from './id-register.ts'
import { type DescribedFile, listSessions } from './list-sessions.ts'
import { type Published, readPublished } from './published-sessions.ts'
import type { CatalogSession, RefusedFile, SessionCatalog } from './session-catalog.ts'
import { partsOfFullId } from './session-ids.ts'

/** What a new look at the folders found. */
export interface CatalogChange {
  readonly added: readonly CatalogSession[]
  readonly removed: readonly CatalogSession[]
  /** newly refused, or refused for another reason */
  readonly refused: readonly RefusedFile[]
  /** new warnings of the catalog, each with the session that it is about */
  readonly warned: readonly (readonly [CatalogSession, SessionWarning])[]
}

export interface FolderCatalogOptions {
  /** seconds between two looks at the folders; 0: look only when asked for an unknown session */
  readonly rescanSeconds?: number
  readonly onChange?: (change: CatalogChange) => void
}

/** Whoever makes readers: a ReaderPool. */
export interface MakesReaders {
  /** where the files are; the one that all share when left out */
  readonly disk?: Disk
  reader(path: string): SessionReader
}

/** A file as it was last read. */
interface Recording {
  readonly path: string
  readonly identity: FileIdentity
  readonly found: DescribedFile | RecordingError
}

/** Enough for every reader thread; more would only fill their queue, which has an end, before the callers' questions. */
const FILES_AT_ONCE = 16

/** An unknown id, or one whose file was not there, makes the catalog look again, but not more often than this. */
const SHORTEST_PAUSE_MS = 1000

/**
 * The recordings in folders: an AllenSDK cache, a DANDI folder, or any tree of .nwb files. Where the tables of an AllenSDK cache lie in
 * one of the folders, they add what they know to each session, and the sessions whose files are absent. Looks at the folders again from time to time
 * (it does not rely on notices of the file system, which network disks do not send); a file is opened again only when it changed.
 */
export class FolderCatalog implements SessionCatalog {
  readonly #places: readonly string[]
  readonly #readers: MakesReaders
  readonly #disk: Disk
  readonly #onChange: (change: CatalogChange) => void
  readonly #timer: NodeJS.Timeout | undefined
  readonly #caches: AllenCaches
  readonly #ids = new IdRegister()
  #recordings: readonly Recording[] = []
  #refused: readonly RefusedFile[] = []
  #tables: readonly AllenCache[] = []
  #sessions: ReadonlyMap<string, CatalogSession> = new Map()
  #published: ReadonlyMap<string, Published> | null = null
  #firstScan: Promise<void> | null = null
  #scanning: Promise<void> | null = null
  #scannedAt = Number.NEGATIVE_INFINITY
  #isClosed = false

  constructor(
    places: readonly string[],
    readers: MakesReaders,
    { rescanSeconds = 5, onChange = () => {} }: FolderCatalogOptions = {},
  ) {
    this.#places = places
    this.#readers = readers
    this.#disk = readers.disk ?? sharedDisk
    this.#caches = new AllenCaches(this.#disk)
    this.#onChange = onChange
    if (rescanSeconds > 0) {
      // A look that fails is repeated the next time; it must not end the process.
      this.#timer = setInterval(() => this.#scan().catch(() => {}), rescanSeconds * 1000).unref()
    }
  }

  async sessions(): Promise<readonly CatalogSession[]> {
    await this.#ready()
    return [...this.#sessions.values()]
  }

  async session(id: string): Promise<CatalogSession> {
    await this.#ready()
    if (!this.#sessions.get(id)?.available && Date.now() - this.#scannedAt > SHORTEST_PAUSE_MS) {
      await this.#scan()
    }
    const session = this.#sessions.get(id) ?? (await this.#byFullId(id))
    if (!session) throw new SessionNotFoundError(id, this.#sessions.size)
    return session
  }

  async refused(): Promise<readonly RefusedFile[]> {
    await this.#ready()
    return this.#refused
  }

  /** Look no more; what a look under way finds does not count. */
  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }

  /** A session that is served by its plain id, where another server, or this one at another time, knows its full one. */
  async #byFullId(id: string): Promise<CatalogSession | null> {
    const parts = partsOfFullId(id)
    const session = parts && this.#sessions.get(parts.plain)
    if (!session?.available) return null
    const version = await session.reader.fileVersion(await session.reader.tables())
    return version === parts?.version ? session : null
  }

  #ready(): Promise<void> {
    // Only the first look asks for every place: one that vanishes later takes its sessions with it.
    this.#firstScan ??= assertPlacesExist(this.#disk, this.#places).then(() => this.#scan())
    // A first look that failed, for a place that does not exist, is repeated when asked again.
    this.#firstScan.catch(() => {
      this.#firstScan = null
    })
    return this.#firstScan
  }

  /** One look at a time. */
  #scan(): Promise<void> {
    this.#scanning ??= this.#look().finally(() => {
      this.#scanning = null
    })
    return this.#scanning
  }

  async #look(): Promise<void> {
    const known = new Map(this.#recordings.map((recording) => [recording.path, recording]))
    const found = await findFiles(this.#disk, this.#places)
    const { recordings: paths, manifests, probeFiles } = found
    const [recordings, caches] = await Promise.all([
      mapAtMost(FILES_AT_ONCE, paths, (path) => this.#read(path, known.get(path))),
      this.#caches.look(manifests),
    ])
    const published = await this.#publishedBy(caches)
    if (this.#isClosed) return
    const files = recordings.flatMap(readable)
    const chosen = await this.#ids.choose(files, paths)
    if (this.#isClosed) return
    const { sessions, copies } = listSessions(files, chosen, published)
    const refused = [
      ...found.refused,
      ...recordings
        .filter((recording) => !isOfSession(recording, probeFiles))
        .flatMap((recording) => refusal(recording) ?? []),
      ...chosen.failed.values(),
      ...copies,
      ...refusedTables(caches),
    ]
    const change: CatalogChange = {
      added: differenceOf(sessions, this.#sessions),
      removed: differenceOf(this.#sessions, sessions),
      refused: newRefusals(refused, this.#refused),
      warned: newWarnings(sessions, this.#sessions),
    }
    this.#recordings = recordings
    this.#tables = caches
    this.#sessions = sessions
    this.#refused = refused
    this.#scannedAt = Date.now()
    if (Object.values(change).some(({ length }) => length > 0)) this.#onChange(change)
  }

  /** What the tables know, by session; the same objects as before while the tables stay as they are. */
  async #publishedBy(caches: readonly AllenCache[]): Promise<ReadonlyMap<string, Published>> {
    if (!this.#published || !isEqual(caches, this.#tables)) {
      this.#published = await readPublished(caches)
    }
    return this.#published
  }

  /** Read what the list tells of a file, unless it is known and has not changed. */
  async #read(path: string, known: Recording | undefined): Promise<Recording> {
    const identity = await identityAt(path, this.#disk).catch(() => noFile)
    if (known && isSameFile(known.identity, identity)) return known
    const fileName = basename(path)
    const reader = this.#readers.reader(path)
    try {
      const described = describeTables(await reader.tables())
      const file = { available: true, fileName, fileSize: identity.size, reader }
      return { path, identity, found: { ...described, ...file } }
    } catch (error) {
      // Whatever it is, it must not hide the other files.
      const refused =
        error instanceof RecordingError
          ? error
          : new RecordingError('READER_FAILED', fileName, '', { cause: error })
      return { path, identity: isLasting(error) ? identity : noFile, found: refused }
    }
  }
}

function refusedTables(caches: readonly AllenCache[]): RefusedFile[] {
  return caches.flatMap(({ refused }) =>
    refused.map((error) => ({ fileName: error.fileName, error })),
  )
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i])
}

/** Problems that may be gone though the file is the same. */
const passingProblems: readonly RecordingProblem[] = [
  'FILE_MISSING',
  'FILE_UNREADABLE',
  'FILE_CHANGED',
  'READER_OUT_OF_MEMORY',
]

/** Whether a file stays refused as long as it does not change; permissions, for one, change without it. */
function isLasting(error: unknown): boolean {
  return error instanceof RecordingError && !passingProblems.includes(error.code)
}

function newRefusals(now: readonly RefusedFile[], before: readonly RefusedFile[]): RefusedFile[] {
  const known = new Set(before.map(({ error }) => error.message))
  return now.filter(({ error }) => !known.has(error.message))
}

function newWarnings(
  now: ReadonlyMap<string, CatalogSession>,
  before: ReadonlyMap<string, CatalogSession>,
): (readonly [CatalogSession, SessionWarning])[] {
  return [...now.values()].flatMap((session) => {
    // What is not known of absent ones is the same for all of a project.
    if (!session.available) return []
    const known = new Set(before.get(session.id)?.warnings.map(({ message }) => message))
    return session.warnings
      .filter(({ message }) => !known.has(message))
      .map((warning) => [session, warning] as const)
  })
}

/** Whether a file has what a session's probe recorded, and nothing to be a session of its own. */
function isOfSession({ path, found }: Recording, probeFiles: ReadonlySet<string>): boolean {
  return found instanceof RecordingError && found.code === 'NO_UNITS' && probeFiles.has(path)
}

function readable({ path, identity, found }: Recording): RegisteredFile[] {
  return found instanceof RecordingError ? [] : [{ path, identity, found }]
}

function refusal({ found }: Recording): RefusedFile | null {
  return found instanceof RecordingError ? { fileName: found.fileName, error: found } : null
}

/** Sessions of `a` that `b` does not have, or has from another file or state of the file. */
function differenceOf(
  a: ReadonlyMap<string, CatalogSession>,
  b: ReadonlyMap<string, CatalogSession>,
): CatalogSession[] {
  return [...a.values()].filter((session) => b.get(session.id)?.reader !== session.reader)
}

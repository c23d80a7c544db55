import { resolve } from 'node:path'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Disk, DiskSilentError, sharedDisk } from '../../byte-sources/disk/disk.ts'
import { noIndex, type StoredIndex } from '../../cache/stored/stored-index.ts'
import { RecordingError, SessionNotFoundError, StillReadingError } from '../../errors.ts'
import { readingText } from '../../sessions/reading-progress.ts'
import type {
  CatalogSession,
  PlaceStatus,
  RefusedFile,
  SessionCatalog,
} from '../../sessions/session-catalog.ts'
import type { AllenCache } from '../allensdk/allensdk-cache.ts'
import { type Published, readPublished } from '../allensdk/published-sessions.ts'
import { FolderClaims } from '../folder-claims.ts'
import { type CatalogChange, changeSince } from './catalog-change.ts'
import { readableFiles, recordingsOf, refusedIn } from './files-of-places.ts'
import { assertPlacesExist } from './find-files.ts'
import { IdRegister } from './id-register.ts'
import { listSessions } from './list-sessions.ts'
import { type MakesReaders, PlaceLook } from './place-look.ts'
import {
  DEFAULT_RESCAN_SECONDS,
  rescanPause,
  SHORTEST_PAUSE_MS,
  unknownIdPause,
} from './rescan-pauses.ts'
import { partsOfFullId } from './session-ids.ts'
import { UnpackedSummaries } from './summarized-file.ts'

export interface FolderCatalogOptions {
  /**
   * seconds between two looks at the folders, longer after a look that took long; 0: look only when
   * an unknown session is requested
   */
  readonly rescanSeconds?: number
  /**
   * seconds after the start for which requests wait for the first look; then they are answered
   * from what it has found. For ever when left out
   */
  readonly patienceSeconds?: number | undefined
  /** files of a place that are read at once */
  readonly filesAtOnce?: number | undefined
  /** whether files are read in another order each time, as where others read the same ones */
  readonly inAnyOrder?: boolean | undefined
  /** where lists find what was read before; nowhere when left out */
  readonly index?: StoredIndex | undefined
  readonly onChange?: (change: CatalogChange) => void
}

/**
 * Enough for every reader thread; more would only fill their queue, which has an end,
 * before the callers' requests.
 */
const FILES_AT_ONCE = 16

/**
 * How often the sessions found so far are listed while places are still
 * looked at for the first time.
 */
const INTERIM_MS = 500

/** So much longer than such a list takes is the pause after it. */
const PAUSE_PER_INTERIM_LIST = 10

/**
 * How long a request for an unknown id waits for the look: at some thousand files on a local
 * disk. What it finds later is there when it is requested again.
 */
const UNKNOWN_ID_WAITS_MS = 500

/**
 * The recordings in folders: an AllenSDK cache, a DANDI folder, or any tree of .nwb files. Where
 * the tables of an AllenSDK cache lie in one of the folders, they add what they know to each
 * session, and the sessions whose files are absent. Looks at the folders again from time to time
 * (it does not rely on notices of the file system, which network disks do not send); a file is
 * opened again only when it changed. Places are looked at apart from each other: one whose disk
 * does not answer keeps the sessions that it had, and holds up no other.
 */
export class FolderCatalog implements SessionCatalog {
  readonly #paths: readonly string[]
  readonly #places: readonly PlaceLook[]
  readonly #disk: Disk
  readonly #patienceSeconds: number
  readonly #onChange: (change: CatalogChange) => void
  readonly #rescanMs: number
  #timer: NodeJS.Timeout | undefined
  readonly #ids = new IdRegister()
  #refused: readonly RefusedFile[] = []
  #tables: readonly AllenCache[] = []
  /** what was listed last; null: it is to be listed again whatever the places say */
  #listed: readonly unknown[] | null = null
  #sessions: ReadonlyMap<string, CatalogSession> = new Map()
  #inOrder: readonly CatalogSession[] = []
  #published: ReadonlyMap<string, Published> | null = null
  #firstScan: Promise<void> | null = null
  #patience: Promise<void> | null = null
  #isComplete = false
  #scanning: Promise<void> | null = null
  #listing: Promise<void> = Promise.resolve()
  #scannedAt = Number.NEGATIVE_INFINITY
  /** ms that the last look took */
  #lookTook = 0
  #isClosed = false

  constructor(
    places: readonly string[],
    readers: MakesReaders,
    {
      rescanSeconds = DEFAULT_RESCAN_SECONDS,
      patienceSeconds = Number.POSITIVE_INFINITY,
      filesAtOnce = FILES_AT_ONCE,
      inAnyOrder = false,
      index = noIndex,
      onChange = () => {},
    }: FolderCatalogOptions = {},
  ) {
    const disk = readers.disk ?? sharedDisk
    const claims = new FolderClaims()
    const tools = {
      reader: (path: string) => readers.reader(path),
      texts: new Map<string, string>(),
      unpacked: new UnpackedSummaries(),
    }
    this.#paths = places
    this.#places = places.map((place) => {
      const summaries = index.list(`summaries of ${resolve(place)}`)
      const reading = { readers, tools, filesAtOnce, inAnyOrder }
      return new PlaceLook(place, { disk, claims, summaries, ...reading })
    })
    this.#disk = disk
    this.#patienceSeconds = patienceSeconds
    this.#onChange = onChange
    this.#rescanMs = 1000 * rescanSeconds
    this.#lookLater()
  }

  /**
   * @throws InvalidArgumentError when a place is neither a file nor a folder; a
   *   silent disk may hold anything
   */
  async assertPlacesExist(): Promise<void> {
    await Promise.all(
      this.#paths.map((place) =>
        assertPlacesExist(this.#disk, [place]).catch((error: unknown) => {
          if (!(error instanceof DiskSilentError)) throw error
        }),
      ),
    )
  }

  async sessions(): Promise<readonly CatalogSession[]> {
    await this.#ready()
    return this.#inOrder
  }

  async session(id: string): Promise<CatalogSession> {
    await this.#ready()
    const pause = unknownIdPause(this.#isPatient ? 0 : this.#lookTook)
    const isStale = Date.now() - this.#scannedAt > pause
    if (this.#isComplete && isStale && !this.#sessions.get(id)?.available) {
      await this.#forAWhile(this.#scan())
    }
    const session = this.#sessions.get(id) ?? (await this.#byFullId(id))
    if (!session) throw this.#absence(id)
    return session
  }

  async refused(): Promise<readonly RefusedFile[]> {
    await this.#ready()
    return this.#refused
  }

  places(): readonly PlaceStatus[] {
    return this.#places.map(({ status }) => status)
  }

  unread(): readonly PlaceStatus[] {
    const unread = this.#places.filter(({ isRead }) => !isRead)
    const isListing = !this.#isComplete && unread.length === 0
    return (isListing ? this.#places : unread).map(({ status }) => status)
  }

  /** Settles when every place was looked at, or cannot be. */
  complete(): Promise<void> {
    // Only the first look requires every place: one that vanishes later takes its sessions with it.
    this.#firstScan ??= this.assertPlacesExist().then(async () => {
      await this.#scan()
      // Whoever was just given an older list is still to see that it was not complete.
      await setImmediate()
      this.#isComplete = true
    })
    // A first look that failed, for a place that does not exist, is repeated when requested again.
    this.#firstScan.catch(() => {
      this.#firstScan = null
    })
    return this.#firstScan
  }

  /** Look no more; what a look under way finds does not count. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  /**
   * A session that is served by its plain id, where another server, or this one at
   * another time, knows its full one.
   */
  async #byFullId(id: string): Promise<CatalogSession | null> {
    const parts = partsOfFullId(id)
    const session = parts && this.#sessions.get(parts.plain)
    if (!session?.available) return null
    const { reader } = session
    const version = await reader.load('fileVersion', { from: [await reader.tables()] })
    return version === parts?.version ? session : null
  }

  /** Why there is no session with an id: none has it, or none that was found so far. */
  #absence(id: string): Error {
    const unread = this.unread()
    const silent = unread.find(({ state }) => state === 'SILENT')
    if (!this.#isComplete) {
      return new StillReadingError(id, this.#sessions.size, readingText(unread))
    }
    if (silent)
      return new RecordingError('DISK_SILENT', silent.name, `session "${id}" may be there`)
    return new SessionNotFoundError(id, this.#sessions.size)
  }

  get #isPatient(): boolean {
    return this.#patienceSeconds === Number.POSITIVE_INFINITY
  }

  #ready(): Promise<void> {
    return this.#withPatience(this.complete())
  }

  /** Wait for something, but not for longer than the catalog's first requests wait. */
  async #withPatience(work: Promise<void>): Promise<void> {
    if (this.#isPatient) return work
    this.#patience ??= setTimeout(1000 * this.#patienceSeconds, undefined, { ref: false }).then(
      () => this.#listInTheInterim(),
    )
    await Promise.race([work, this.#patience])
  }

  /** Wait for a look, but, where anyone's patience has an end, not for long. */
  async #forAWhile(look: Promise<void>): Promise<void> {
    if (this.#isPatient) return look
    look.catch(() => {})
    await Promise.race([look, setTimeout(UNKNOWN_ID_WAITS_MS, undefined, { ref: false })])
  }

  /** From time to time. A look that fails is repeated; it must not end the process. */
  #lookLater(): void {
    if (this.#rescanMs === 0 || this.#isClosed) return
    const look = () =>
      this.#scan()
        .catch(() => {})
        .finally(() => this.#lookLater())
    this.#timer = globalThis.setTimeout(look, rescanPause(this.#rescanMs, this.#lookTook)).unref()
  }

  /**
   * Until the first look is over, list what it has found so far; ids of files that share one
   * are settled only at its end.
   */
  async #listInTheInterim(): Promise<void> {
    if (this.#isComplete || this.#isClosed) return
    const startedAt = performance.now()
    await this.#list(new IdRegister())
    // Of hundreds of thousands it takes seconds, which the look itself needs.
    const pause = Math.max(INTERIM_MS, PAUSE_PER_INTERIM_LIST * (performance.now() - startedAt))
    void setTimeout(pause, undefined, { ref: false }).then(() => this.#listInTheInterim())
  }

  /**
   * Looks at each place that is not looked at already, and lists what there
   * is each time that one is done.
   */
  #scan(): Promise<void> {
    this.#scanning ??= this.#look().finally(() => {
      this.#scanning = null
    })
    return this.#scanning
  }

  async #look(): Promise<void> {
    const startedAt = performance.now()
    // At first together, for ids are given to all that is found; later a slow place does not keep
    // the changes of others back.
    const looks = Promise.all(this.#places.map((place) => place.look()))
    const later = setTimeout(SHORTEST_PAUSE_MS, 'later', { ref: false })
    if (this.#isComplete && (await Promise.race([looks, later])) === 'later') {
      looks.then(() => this.#list(this.#ids)).catch(() => {})
    } else await looks
    await this.#list(this.#ids)
    // The first reads files, too.
    if (this.#isComplete) this.#lookTook = performance.now() - startedAt
  }

  /** One at a time. */
  #list(ids: IdRegister): Promise<void> {
    const listed = this.#listing.then(() => this.#listNow(ids))
    this.#listing = listed.catch(() => {})
    return listed
  }

  async #listNow(ids: IdRegister): Promise<void> {
    // Until all is read, the file of any session may turn up.
    const isFinal = ids === this.#ids
    const state = this.#places.flatMap((place) => [place.recordings, place.tables, place.refused])
    if (isFinal && this.#listed && isEqual(state, this.#listed)) {
      this.#scannedAt = Date.now()
      return
    }
    const caches = this.#places.flatMap(({ tables }) => tables)
    const recordings = recordingsOf(this.#places)
    const published = await this.#publishedBy(caches)
    if (this.#isClosed) return
    const files = readableFiles(recordings)
    const chosen = await ids.choose(
      files,
      recordings.map(({ path }) => path),
    )
    if (this.#isClosed) return
    const { sessions, copies } = listSessions(files, chosen, published, { withAbsent: isFinal })
    const refused = [...refusedIn(this.#places, recordings), ...chosen.failed.values(), ...copies]
    const before = { sessions: this.#sessions, refused: this.#refused }
    const change = changeSince(before, { sessions, refused })
    this.#tables = caches
    // Files whose content could not be looked at are looked at again.
    this.#listed = isFinal && chosen.failed.size === 0 ? state : null
    this.#sessions = sessions
    this.#inOrder = [...sessions.values()]
    this.#refused = refused
    this.#scannedAt = Date.now()
    if (change) this.#onChange(change)
  }

  /**
   * What the tables know, by session; the same objects as before while the tables stay as they are.
   */
  async #publishedBy(caches: readonly AllenCache[]): Promise<ReadonlyMap<string, Published>> {
    if (!this.#published || !isEqual(caches, this.#tables)) {
      this.#published = await readPublished(caches)
    }
    return this.#published
  }
}

function isEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i])
}

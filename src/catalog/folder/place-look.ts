import { basename, resolve } from 'node:path'
import { type Disk, DiskSilentError, STATS } from '../../byte-sources/disk/disk.ts'
import { isSettled } from '../../byte-sources/recording-identity.ts'
import {
  type FileIdentity,
  identityOf,
  isSameFile,
  noFile,
} from '../../byte-sources/source-identity.ts'
import { noList, type StoredList } from '../../cache/stored/stored-list.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { shuffled } from '../../domain/numeric/shuffled.ts'
import { RecordingError, type RecordingProblem } from '../../errors.ts'
import { describeTables } from '../../sessions/describe-session.ts'
import type { PlaceStatus, RefusedFile } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'
import { type AllenCache, AllenCaches } from '../allensdk/allensdk-cache.ts'
import type { FolderClaims } from '../folder-claims.ts'
import { type FoundFiles, findFiles } from './find-files.ts'
import { type KeptSummaries, PlaceSummaries } from './place-summaries.ts'
import { packSummary, SummarizedFile, type SummaryTools } from './summarized-file.ts'

/** A file as it was last read. */
export interface Recording {
  readonly path: string
  readonly identity: FileIdentity
  readonly found: SummarizedFile | RecordingError
  /**
   * when a file that took too long is read again, although it has not changed:
   * the machine may have been busy
   */
  readonly retry: { readonly at: number; readonly pauseMs: number } | null
}

/** Whoever makes readers: a ReaderPool. */
export interface MakesReaders {
  /** where the files are; the one that all share when left out */
  readonly disk?: Disk
  reader(path: string): SessionReader
}

export interface PlaceLookOptions {
  readonly disk: Disk
  readonly readers: MakesReaders
  readonly tools: SummaryTools
  readonly claims: FolderClaims
  /** what is kept of the place for later processes */
  readonly summaries: StoredList
  /** files read at once */
  readonly filesAtOnce: number
  /** whether they are read in another order each time */
  readonly inAnyOrder: boolean
}

/** Before a file that took too long is read again; then twice as long, and so on. */
const FIRST_PAUSE_MS = 60_000

const nothing: FoundFiles = {
  recordings: [],
  probeFiles: new Set(),
  manifests: [],
  refused: [],
  realFolders: new Set(),
}

/**
 * A folder or file that is served, as it was last looked at: one look at a
 * time, whatever other places do.
 */
export class PlaceLook {
  readonly #place: string
  readonly #name: string
  readonly #options: PlaceLookOptions
  readonly #caches: AllenCaches
  #found = nothing
  #known: ReadonlyMap<string, Recording> = new Map()
  #summaries = new PlaceSummaries(noList)
  /** in order of the paths; those that the first look has not read yet are missing */
  #read: readonly (Recording | undefined)[] = []
  #recordings: readonly Recording[] = []
  #tables: readonly AllenCache[] = []
  #refused: readonly RefusedFile[] = []
  #isRead = false
  #readCount = 0
  #silence: RecordingError | null = null
  #looking: Promise<void> | null = null

  constructor(place: string, options: PlaceLookOptions) {
    this.#place = place
    this.#name = basename(resolve(place))
    this.#options = options
    this.#caches = new AllenCaches(options.disk)
  }

  /**
   * Of the last look, or what the first has read so far; in order of the paths. This array, and
   * those of the next properties, are the same as before while nothing has changed.
   */
  get recordings(): readonly Recording[] {
    return this.#isRead ? this.#recordings : this.#read.filter((one) => one !== undefined)
  }

  /** Files that belong to the session beside them, if they hold no units. */
  get probeFiles(): ReadonlySet<string> {
    return this.#found.probeFiles
  }

  get tables(): readonly AllenCache[] {
    return this.#tables
  }

  /** Folders that are not served; the place itself, when its disk does not answer. */
  get refused(): readonly RefusedFile[] {
    return this.#refused
  }

  /** Whether it was ever looked at to its end. */
  get isRead(): boolean {
    return this.#isRead
  }

  get status(): PlaceStatus {
    const reading = this.#isRead ? 'READ' : 'READING'
    return {
      name: this.#name,
      state: this.#silence ? 'SILENT' : reading,
      fileCount: this.#found.recordings.length,
      readCount: this.#readCount,
    }
  }

  /**
   * Look again, or wait for the look under way. What a disk holds that
   * does not answer stays as it was.
   */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .then(
        () => {
          this.#isRead = true
          this.#silence = null
        },
        (error: unknown) => {
          if (!isSilence(error)) throw error
          this.#silence = new RecordingError('DISK_SILENT', this.#name, '', { cause: error })
        },
      )
      .finally(() => {
        this.#looking = null
        this.#refuse()
      })
    return this.#looking
  }

  #refuse(): void {
    const silence = this.#silence
    const refused = [
      ...(silence ? [{ fileName: silence.fileName, error: silence }] : []),
      ...this.#found.refused,
    ]
    this.#refused = unlessEqual(this.#refused, refused, isSameRefusal)
  }

  async #look(): Promise<void> {
    const { disk, claims, filesAtOnce, inAnyOrder } = this.#options
    const since = Date.now()
    const found = await findFiles(disk, [this.#place], (folder) => claims.take(this, folder))
    claims.keepOnly(this, found.realFolders)
    if (!this.#isRead) this.#found = found
    // Before the recordings, which are not listed without what tables know of them.
    const tables = await this.#caches.look(found.manifests)
    if (!this.#isRead) this.#tables = tables
    const paths = found.recordings
    // At once: one waits for the disk, the other needs the processor.
    const [stats, kept] = await Promise.all([
      disk.statMany(paths),
      this.#isRead ? null : this.#readSummaries(found),
    ])
    if (kept) this.#remember(paths, stats, kept)
    const read = paths.map((path, i) => this.#unchanged(path, identityIn(stats, i)))
    if (!this.#isRead) this.#read = read
    const missing = paths.flatMap((_, i) => (read[i] ? [] : i))
    this.#readCount = paths.length - missing.length
    await mapAtMost(filesAtOnce, inAnyOrder ? shuffled(missing) : missing, async (i) => {
      read[i] = await this.#describe(paths[i], identityIn(stats, i))
      this.#readCount++
    })
    const recordings = read.filter((one) => one !== undefined)
    await this.#summaries.settle(recordings, since)
    this.#found = found
    this.#tables = unlessEqual(this.#tables, tables)
    if (isEqual(this.#recordings, recordings)) return
    this.#recordings = recordings
    this.#known = byPath(recordings)
  }

  #readSummaries({ realFolders }: FoundFiles): Promise<KeptSummaries> {
    // A file alone is not worth it: whoever names it wants what is in it.
    if (realFolders.size > 0) this.#summaries = new PlaceSummaries(this.#options.summaries)
    return this.#summaries.read()
  }

  /** Take from the summaries kept what they say of files that are as they were. */
  #remember(paths: readonly string[], stats: Float64Array, kept: KeptSummaries): void {
    const { tools } = this.#options
    const place = this.#name
    const known = new Map<string, Recording>()
    const summaries = this.#summaries.of(paths, (i) => identityIn(stats, i), kept)
    for (const [i, summary] of summaries.entries()) {
      if (!summary) continue
      const path = paths[i]
      const identity = identityIn(stats, i)
      const found = new SummarizedFile({ path, fileSize: identity.size, place }, summary, tools)
      known.set(path, { path, identity, found, retry: null })
    }
    this.#known = known
  }

  /** What is known of a file that has not changed. */
  #unchanged(path: string, identity: FileIdentity): Recording | undefined {
    const known = this.#known.get(path)
    const isDue = known?.retry && known.retry.at <= Date.now()
    return known && !isDue && isSameFile(known.identity, identity) ? known : undefined
  }

  /** Read what the list says of a file. */
  async #describe(path: string, identity: FileIdentity): Promise<Recording> {
    const { readers, tools } = this.#options
    const fileName = basename(path)
    const reader = readers.reader(path)
    const readAt = Date.now()
    try {
      const summary = packSummary(describeTables(await reader.tables()))
      if (isSettled(identity, readAt)) this.#summaries.add(path, identity, summary)
      const file = { path, fileSize: identity.size, place: this.#name }
      const found = new SummarizedFile(file, summary, tools, reader)
      return { path, identity, found, retry: null }
    } catch (error) {
      if (isSilence(error)) throw error
      // Whatever it is, it must not hide the other files.
      const refused =
        error instanceof RecordingError
          ? error
          : new RecordingError('READER_FAILED', fileName, '', { cause: error })
      const found = { path, identity: isLasting(error) ? identity : noFile, found: refused }
      const known = this.#known.get(path)
      return { ...found, retry: refused.code === 'READER_STUCK' ? nextRetry(known) : null }
    }
  }
}

/** The list that there was, where another has the same entries. */
function unlessEqual<Entry>(
  before: readonly Entry[],
  now: readonly Entry[],
  isSame: (a: Entry, b: Entry) => boolean = (a, b) => a === b,
): readonly Entry[] {
  return isEqual(before, now, isSame) ? before : now
}

function isEqual<Entry>(
  a: readonly Entry[],
  b: readonly Entry[],
  isSame: (a: Entry, b: Entry) => boolean = (a, b) => a === b,
): boolean {
  return a.length === b.length && a.every((entry, i) => isSame(entry, b[i]))
}

const isSameRefusal = (a: RefusedFile, b: RefusedFile) => a.error.message === b.error.message

const byPath = (recordings: readonly Recording[]) =>
  new Map(recordings.map((recording) => [recording.path, recording]))

/** Of a file that cannot be looked at: of none. */
function identityIn(stats: Float64Array, file: number): FileIdentity {
  const at = file * STATS
  const [size, mtimeMs, ctimeMs, ino] = [stats[at], stats[at + 1], stats[at + 2], stats[at + 3]]
  return identityOf({ size, mtimeMs, ctimeMs, ino })
}

function nextRetry(known: Recording | undefined): NonNullable<Recording['retry']> {
  const pauseMs = known?.retry ? 2 * known.retry.pauseMs : FIRST_PAUSE_MS
  return { at: Date.now() + pauseMs, pauseMs }
}

function isSilence(error: unknown): boolean {
  return (
    error instanceof DiskSilentError ||
    (error instanceof RecordingError && error.code === 'DISK_SILENT')
  )
}

/** Problems that may be gone though the file is the same. */
const passingProblems: readonly RecordingProblem[] = [
  'FILE_MISSING',
  'FILE_UNREADABLE',
  'FILE_CHANGED',
  'READER_OUT_OF_MEMORY',
]

/**
 * Whether a file stays refused as long as it does not change;
 * permissions, for one, change without it.
 */
function isLasting(error: unknown): boolean {
  return error instanceof RecordingError && !passingProblems.includes(error.code)
}

import { basename, resolve } from 'node:path'
import { type Disk, DiskSilentError } from '../../byte-sources/disk/disk.ts'
import {
  type FileIdentity,
  identityAt,
  isSameFile,
  noFile,
} from '../../byte-sources/source-identity.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { RecordingError, type RecordingProblem } from '../../errors.ts'
import { describeTables } from '../../sessions/describe-session.ts'
import type { PlaceStatus, RefusedFile } from '../../sessions/session-catalog.ts'
import type { SessionReader } from '../../sessions/session-reader.ts'
import { type AllenCache, AllenCaches } from '../allensdk/allensdk-cache.ts'
import type { FolderClaims } from '../folder-claims.ts'
import { type FoundFiles, findFiles } from './find-files.ts'
import type { DescribedFile } from './list-sessions.ts'

/** A file as it was last read. */
export interface Recording {
  readonly path: string
  readonly identity: FileIdentity
  readonly found: DescribedFile | RecordingError
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
  readonly claims: FolderClaims
  /** files read at once */
  readonly filesAtOnce: number
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
  readonly #options: PlaceLookOptions
  readonly #caches: AllenCaches
  #found = nothing
  #recordings: readonly Recording[] = []
  #tables: readonly AllenCache[] = []
  #isRead = false
  #silence: RecordingError | null = null
  #looking: Promise<void> | null = null

  constructor(place: string, options: PlaceLookOptions) {
    this.#place = place
    this.#options = options
    this.#caches = new AllenCaches(options.disk)
  }

  /** Of the last look, or what the first has read so far; in order of the paths. */
  get recordings(): readonly Recording[] {
    return this.#recordings
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
    const silence = this.#silence
    return [
      ...(silence ? [{ fileName: silence.fileName, error: silence }] : []),
      ...this.#found.refused,
    ]
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
      readCount: this.#recordings.length,
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
      })
    return this.#looking
  }

  get #name(): string {
    return basename(resolve(this.#place))
  }

  async #look(): Promise<void> {
    const { disk, claims, filesAtOnce } = this.#options
    const known = new Map(this.#recordings.map((recording) => [recording.path, recording]))
    const found = await findFiles(disk, [this.#place], (folder) => claims.take(this, folder))
    claims.keepOnly(this, found.realFolders)
    if (!this.#isRead) this.#found = found
    const read = new Map<string, Recording>()
    const inOrder = () => found.recordings.flatMap((path) => read.get(path) ?? [])
    // Before the recordings, which are not listed without what tables know of them.
    const tables = await this.#caches.look(found.manifests)
    if (!this.#isRead) this.#tables = tables
    await mapAtMost(filesAtOnce, found.recordings, async (path) => {
      read.set(path, await this.#read(path, known.get(path)))
      if (!this.#isRead) this.#recordings = inOrder()
    })
    this.#found = found
    this.#recordings = inOrder()
    this.#tables = tables
  }

  /** Read what the list says of a file, unless it is known and has not changed. */
  async #read(path: string, known: Recording | undefined): Promise<Recording> {
    const { disk, readers } = this.#options
    const identity = await identityAt(path, disk).catch((error: unknown) => {
      if (isSilence(error)) throw error
      return noFile
    })
    const isDue = known?.retry && known.retry.at <= Date.now()
    if (known && !isDue && isSameFile(known.identity, identity)) return known
    const fileName = basename(path)
    const reader = readers.reader(path)
    try {
      const described = describeTables(await reader.tables())
      const file = { available: true, fileName, fileSize: identity.size, location: null, reader }
      return { path, identity, found: { ...described, ...file }, retry: null }
    } catch (error) {
      if (isSilence(error)) throw error
      // Whatever it is, it must not hide the other files.
      const refused =
        error instanceof RecordingError
          ? error
          : new RecordingError('READER_FAILED', fileName, '', { cause: error })
      const found = { path, identity: isLasting(error) ? identity : noFile, found: refused }
      return { ...found, retry: refused.code === 'READER_STUCK' ? nextRetry(known) : null }
    }
  }
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

import { isSettled, recordingKey } from '../../byte-sources/recording-identity.ts'
import { fileLocation } from '../../byte-sources/recording-location.ts'
import type { FileIdentity } from '../../byte-sources/source-identity.ts'
import type { ListEntry, StoredList } from '../../cache/stored/stored-list.ts'
import type { RecordingError } from '../../errors.ts'
import { SummarizedFile } from './summarized-file.ts'

/** A file that was looked at. */
interface LookedAt {
  readonly path: string
  readonly identity: FileIdentity
  readonly found: SummarizedFile | RecordingError
}

export interface KeptSummaries {
  /** with those that later ones replace */
  readonly count: number
  readonly byKey: ReadonlyMap<string, Uint8Array>
}

/** New summaries are stored when there are so many: a look may take an hour and be broken off. */
const STORED_TOGETHER = 500

/** A list of which less than this share is of files that are there is written again. */
const LEAST_USED = 0.5

/** Below this, a list is small whatever is in it. */
const SMALL_LIST = 1000

/**
 * What lists say of the files of a place, kept for later processes: a start reads all of it at
 * once, and opens no file that is as it was.
 */
export class PlaceSummaries {
  readonly #list: StoredList
  #added: ListEntry[] = []
  #storing: Promise<void> = Promise.resolve()
  /** whether the list is mostly of what is not there */
  #isStale = false

  constructor(list: StoredList) {
    this.#list = list
  }

  /** All that is kept. */
  async read(): Promise<KeptSummaries> {
    const byKey = new Map<string, Uint8Array>()
    let count = 0
    await this.#list.read((key, summary) => {
      count++
      byKey.set(key, summary)
    })
    return { count, byKey }
  }

  /**
   * Packed summaries of files, undefined for those of which none is kept.
   *
   * @param identityOf the state of a file, by its number
   */
  of(
    paths: readonly string[],
    identityOf: (file: number) => FileIdentity,
    { count, byKey }: KeptSummaries,
  ): (Uint8Array | undefined)[] {
    const summaries = paths.map((path, i) => byKey.get(keyOf(path, identityOf(i))))
    const used = summaries.reduce((sum, summary) => sum + (summary ? 1 : 0), 0)
    this.#isStale = count > SMALL_LIST && used < LEAST_USED * count
    return summaries
  }

  /** Of a file that was read just now. */
  add(path: string, identity: FileIdentity, summary: Uint8Array): void {
    this.#added.push({ key: keyOf(path, identity), value: summary })
    if (this.#added.length >= STORED_TOGETHER) this.#store()
  }

  /**
   * Store what was added.
   *
   * @param files all that there are
   * @param since ms; when the look at them began
   */
  async settle(files: readonly LookedAt[], since: number): Promise<void> {
    this.#store()
    await this.#storing
    if (!this.#isStale) return
    this.#isStale = false
    const entries = files.flatMap(({ path, identity, found }) => {
      const isKept = found instanceof SummarizedFile && isSettled(identity, since)
      return isKept ? { key: keyOf(path, identity), value: found.summary } : []
    })
    await this.#list.replace(entries)
  }

  #store(): void {
    const added = this.#added
    this.#added = []
    if (added.length > 0) this.#storing = this.#storing.then(() => this.#list.add(added))
  }
}

const keyOf = (path: string, identity: FileIdentity) => recordingKey(fileLocation(path), identity)

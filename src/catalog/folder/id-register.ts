import { basename } from 'node:path'
import type { FileIdentity } from '../../byte-sources/source-identity.ts'
import { mapAtMost } from '../../domain/numeric/map-at-most.ts'
import { RecordingError } from '../../errors.ts'
import type { RefusedFile } from '../../sessions/session-catalog.ts'
import type { ReadableFile } from './list-sessions.ts'
import {
  type ChosenIds,
  chooseSessionIds,
  contestedPaths,
  type Identified,
  type KnownId,
} from './session-ids.ts'

/** Large files whose content is looked at together. */
const VERSIONS_AT_ONCE = 4

export interface RegisteredFile extends ReadableFile {
  readonly identity: FileIdentity
}

export interface RegisteredIds extends ChosenIds {
  /** files whose content had to be looked at, and could not be read */
  readonly failed: ReadonlyMap<string, RefusedFile>
}

/** The ids of recordings, kept from one look at the folders to the next. */
export class IdRegister {
  #known: ReadonlyMap<string, KnownId> = new Map()
  readonly #versions = new WeakMap<object, string>()

  /**
   * @param files that could be read, in order of their paths
   * @param present paths of all files, also of those that could not
   */
  async choose(
    files: readonly RegisteredFile[],
    present: readonly string[],
  ): Promise<RegisteredIds> {
    const kept = entriesOf(this.#known, present)
    const contested = new Set(
      contestedPaths(
        files.map((file) => new IdentifiedFile(file, null)),
        kept,
      ),
    )
    const failed = await this.#readVersions(files.filter(({ path }) => contested.has(path)))
    const recordings = files
      .filter(({ path }) => !failed.has(path))
      .map((file) => new IdentifiedFile(file, this.#versions.get(file.found) ?? null))
    for (const { path, version } of recordings) {
      const moved = version !== null && !kept.has(path) && this.#gone(version, kept)
      if (moved) kept.set(path, moved)
    }
    const chosen = chooseSessionIds(recordings, kept)
    this.#known = knownIds(recordings, chosen, kept)
    return { ...chosen, failed }
  }

  /** What the file with some content was called, that lies at its path no more. */
  #gone(version: string, kept: ReadonlyMap<string, KnownId>): KnownId | undefined {
    const found = [...this.#known].find(([path, known]) => {
      return known.version === version && !kept.has(path)
    })
    return found?.[1]
  }

  async #readVersions(files: readonly RegisteredFile[]): Promise<Map<string, RefusedFile>> {
    const failed = new Map<string, RefusedFile>()
    await mapAtMost(VERSIONS_AT_ONCE, files, async ({ path, found }) => {
      if (this.#versions.has(found)) return
      try {
        const { reader } = found
        this.#versions.set(
          found,
          await reader.load('fileVersion', { from: [await reader.tables()] }),
        )
      } catch (cause) {
        const fileName = basename(path)
        const error =
          cause instanceof RecordingError
            ? cause
            : new RecordingError('FILE_DAMAGED', fileName, '', { cause })
        failed.set(path, { fileName, error })
      }
    })
    return failed
  }
}

/** Unpacks dates only when they decide. */
class IdentifiedFile implements Identified {
  readonly #file: RegisteredFile
  readonly version: string | null

  constructor(file: RegisteredFile, version: string | null) {
    this.#file = file
    this.version = version
  }

  get path() {
    return this.#file.path
  }
  get identifier() {
    return this.#file.found.identifier
  }
  get plainId() {
    return this.#file.found.plainId
  }
  get createdAt() {
    return this.#file.found.metadata.createdAt
  }
  get modifiedAt() {
    return this.#file.identity.modifiedAt
  }
}

function entriesOf(
  known: ReadonlyMap<string, KnownId>,
  paths: readonly string[],
): Map<string, KnownId> {
  const entries = new Map<string, KnownId>()
  if (known.size === 0) return entries
  for (const path of paths) {
    const entry = known.get(path)
    if (entry) entries.set(path, entry)
  }
  return entries
}

/** Ids of all files that are there; one that cannot be read at the moment keeps its own. */
function knownIds(
  recordings: readonly Identified[],
  { ids }: ChosenIds,
  kept: ReadonlyMap<string, KnownId>,
): Map<string, KnownId> {
  const known = new Map(kept)
  for (const { path, version } of recordings) {
    const id = ids.get(path)
    if (id === undefined) known.delete(path)
    else known.set(path, { id, version })
  }
  return known
}

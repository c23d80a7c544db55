import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { decodeEntry, encodeEntry } from '../index-entry.ts'
import { hashName, keyOfWriter } from '../index-key.ts'
import { PackList } from '../pack-list.ts'
import type { Claim, StoredIndex } from '../stored-index.ts'
import type { StoredList } from '../stored-list.ts'
import { claimFile } from './claim-file.ts'
import { folderPacks } from './folder-packs.ts'
import { trimFolder } from './trim-folder.ts'

export interface FolderIndexOptions {
  /** names the code that writes: what other code has written is not believed */
  readonly writer: string
  /** all entries together; those used last are kept */
  readonly maxBytes: number
  /** called once, when the folder cannot be written */
  readonly onFault?: ((error: unknown) => void) | undefined
}

/** An entry that is used is marked so, unless it was within this time. */
const MARK_MS = 3_600_000

/** The folder is trimmed when this share of its limit was written. */
const TRIM_SHARE = 1 / 16

/**
 * A stored index in a folder: a file per entry, named by the hash of its key, and a folder per
 * list; each file is put in place in one step. Any number of processes may share it.
 */
export class FolderIndex implements StoredIndex {
  readonly #folder: string
  readonly #options: FolderIndexOptions
  /** since the folder was last trimmed; at first all of it may have to be */
  #written = Number.POSITIVE_INFINITY
  #hasFailed = false

  constructor(folder: string, options: FolderIndexOptions) {
    this.#folder = folder
    this.#options = options
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const path = this.#pathOf(key)
    try {
      const value = decodeEntry<Value>(this.#fullKey(key), await readFile(path))
      if (value !== undefined) this.#mark(path)
      return value
    } catch {
      return undefined
    }
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#write(this.#pathOf(key), () => encodeEntry(this.#fullKey(key), value))
  }

  list(name: string): StoredList {
    const fullName = this.#fullKey(`list ${name}`)
    const folder = join(this.#folder, hashName(fullName))
    return new PackList(
      fullName,
      folderPacks(folder, (path, bytes) => this.#write(path, () => bytes)),
    )
  }

  claim(key: string): Promise<Claim | null> {
    return claimFile(join(this.#folder, 'claims', hashName(this.#fullKey(key))))
  }

  /** @returns whether it could be written */
  async #write(path: string, encode: () => Uint8Array): Promise<boolean> {
    const partial = `${path}.${randomUUID()}`
    try {
      const bytes = encode()
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(partial, bytes, { mode: 0o600 })
      await rename(partial, path)
      this.#written += bytes.length
      await this.#trim()
      return true
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {})
      if (!this.#hasFailed) this.#options.onFault?.(error)
      this.#hasFailed = true
      return false
    }
  }

  async #trim(): Promise<void> {
    const { maxBytes } = this.#options
    if (this.#written <= maxBytes * TRIM_SHARE) return
    this.#written = 0
    await trimFolder(this.#folder, maxBytes)
  }

  /** For those that trim: the time of its last use. A failure costs only the order. */
  #mark(path: string): void {
    const now = new Date()
    stat(path)
      .then(({ mtimeMs }) => {
        if (now.getTime() - mtimeMs > MARK_MS) return utimes(path, now, now)
      })
      .catch(() => {})
  }

  #fullKey(key: string): string {
    return keyOfWriter(this.#options.writer, key)
  }

  #pathOf(key: string): string {
    const name = hashName(this.#fullKey(key))
    return join(this.#folder, name.slice(0, 2), name)
  }
}

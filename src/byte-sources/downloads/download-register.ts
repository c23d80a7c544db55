import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { FileIdentity } from '../source-identity.ts'

/** Where a download of a remote file lies on this machine. */
export interface RegisteredDownload {
  /** absolute */
  readonly path: string
  /**
   * of the file when it was whole and had been checked; null: it is in parts, and a journal beside
   * it says which are there
   */
  readonly verified: FileIdentity | null
}

/**
 * Which remote files were downloaded to this machine, or are being: a small file for each, under
 * the key of its content (see remoteKey), for other processes that read the same bytes.
 */
export class DownloadRegister {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Null: none that is known. */
  async get(key: string): Promise<RegisteredDownload | null> {
    try {
      const entry = JSON.parse(await readFile(this.#pathOf(key), 'utf8')) as RegisteredDownload
      return isAbsolute(entry.path) ? entry : null
    } catch {
      return null
    }
  }

  /** Whatever fails here is fetched instead: no error leaves this method. */
  async set(key: string, download: RegisteredDownload): Promise<void> {
    try {
      // Names are those of recordings: no one else is to read them.
      await mkdir(this.#folder, { recursive: true, mode: 0o700 })
      const path = this.#pathOf(key)
      await writeFile(`${path}.${process.pid}`, JSON.stringify(download))
      await rename(`${path}.${process.pid}`, path)
    } catch {
      await rm(this.#pathOf(key), { force: true }).catch(() => {})
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, `${key}.json`)
  }
}

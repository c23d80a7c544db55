import { type FileHandle, open, stat } from 'node:fs/promises'
import { identityOf, isSameFile } from '../source-identity.ts'
import type { DownloadRegister, RegisteredDownload } from './download-register.ts'
import { checksumOf, type JournalSubject, journalPath, readJournal } from './part-journal.ts'

/** A download as it was when it was last looked at. */
interface Opened {
  readonly download: RegisteredDownload
  readonly file: FileHandle
  /** changes with the file that lies there */
  readonly inode: number
  /** null: the file is whole */
  parts: { readonly subject: JournalSubject; readonly done: ReadonlyMap<number, number> } | null
  /** parts that were found to be as they came */
  readonly sound: Set<number>
  /** parts that were not */
  readonly damaged: Set<number>
}

/**
 * The bytes of a remote file that a download brought to a disk of this machine, while it runs,
 * after it was interrupted, and when it is complete. Nothing is given out that was not checked: a
 * part is compared with its checksum when it is first read, and a whole file must be the one that
 * was verified. Whatever fails here is fetched instead: no error leaves this class.
 */
export class DownloadedBytes {
  readonly #register: DownloadRegister
  readonly #key: string
  readonly #size: number
  #opened: Opened | null = null
  #looking: Promise<void> | null = null

  /** @param key of the content: see remoteKey */
  constructor(register: DownloadRegister, key: string, size: number) {
    this.#register = register
    this.#key = key
    this.#size = size
  }

  /** See what has come since. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  /** Whether some bytes seem to be there, as of the last look. */
  has(position: number, length: number): boolean {
    if (!this.#opened) return false
    const { parts, damaged } = this.#opened
    if (!parts) return true
    return partsOf(position, length, parts.subject.partBytes).every(
      (part) => parts.done.has(part) && !damaged.has(part),
    )
  }

  /** Null: they are not there, or not as they came. */
  async read(position: number, length: number): Promise<Uint8Array | null> {
    const opened = this.#opened
    if (!opened || !this.has(position, length)) return null
    try {
      if (!(await this.#areSound(opened, position, length))) return null
      const bytes = await readAt(opened.file, position, length)
      const isSame = opened.parts !== null || (await this.#isVerified(opened))
      return isSame ? bytes : null
    } catch {
      return null
    }
  }

  async close(): Promise<void> {
    const opened = this.#opened
    this.#opened = null
    await opened?.file.close().catch(() => {})
  }

  async #look(): Promise<void> {
    const download = await this.#register.get(this.#key)
    const there = download && (await stat(download.path).catch(() => null))
    if (!download || there?.size !== this.#size) return this.close()
    const { path, verified } = download
    const parts = verified ? null : await this.#partsOf(path)
    const isUsable = verified ? isSameFile(verified, identityOf(there)) : parts !== null
    if (!isUsable) return this.close()
    const opened = this.#opened
    const isWhole = verified !== null
    if (opened?.inode === there.ino && (opened.parts === null) === isWhole) {
      // A download that goes on fetches again what was damaged.
      if (parts?.done.size !== opened.parts?.done.size) opened.damaged.clear()
      opened.parts = parts
      return
    }
    await this.close()
    const file = await open(path, 'r').catch(() => null)
    if (!file) return
    const seen = { sound: new Set<number>(), damaged: new Set<number>() }
    this.#opened = { download, file, inode: there.ino, parts, ...seen }
  }

  /** Null: no parts of this file. */
  async #partsOf(path: string): Promise<Opened['parts']> {
    const journal = await readJournal(journalPath(path))
    const { key, size } = journal?.subject ?? {}
    return key === this.#key && size === this.#size ? journal : null
  }

  async #areSound(opened: Opened, position: number, length: number): Promise<boolean> {
    const { parts, sound, damaged, file } = opened
    if (!parts) return true
    const { partBytes, size } = parts.subject
    for (const part of partsOf(position, length, partBytes)) {
      if (sound.has(part)) continue
      const from = part * partBytes
      const bytes = await readAt(file, from, Math.min(partBytes, size - from))
      const isSound = checksumOf(bytes) === parts.done.get(part)
      ;(isSound ? sound : damaged).add(part)
      if (!isSound) return false
    }
    return true
  }

  /** Whether the file is still the one that was verified, after something was read from it. */
  async #isVerified({ download, file }: Opened): Promise<boolean> {
    return (
      download.verified !== null && isSameFile(download.verified, identityOf(await file.stat()))
    )
  }
}

function partsOf(position: number, length: number, partBytes: number): number[] {
  const first = Math.floor(position / partBytes)
  const last = Math.floor((position + length - 1) / partBytes)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) throw new Error('the file ends before its parts do')
    filled += bytesRead
  }
  return bytes
}

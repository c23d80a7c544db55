import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { PageFile } from './page-file.ts'

/** ms between two looks at a folder that is full of what is in use. */
const PAUSE_WHEN_FULL = 30_000

/** What disks count in. */
const DISK_BLOCK = 512

/**
 * The folder of pages that outlive the process. When it holds more than it may, the files used
 * longest ago are removed. Whatever fails here is fetched instead: no error leaves this class.
 */
export class PageFolder {
  readonly #path: string
  readonly #mostBytes: number
  readonly #inUse = new Map<string, PageFile>()
  readonly #writing = new Set<Promise<void>>()
  /** null: not looked at yet */
  #bytes: number | null = null
  #fullSince = Number.NEGATIVE_INFINITY

  constructor(path: string, mostBytes: number) {
    this.#path = path
    this.#mostBytes = mostBytes
  }

  /**
   * The pages of a file by its key; null: none can be kept.
   *
   * @param key of letters and digits
   */
  async open(key: string, size: number): Promise<PageFile | null> {
    try {
      // Names are those of recordings: no one else is to read them.
      await mkdir(this.#path, { recursive: true, mode: 0o700 })
      const path = join(this.#path, `${key}.pages`)
      const file = await PageFile.open(path, size)
      const now = new Date()
      await utimes(path, now, now)
      this.#inUse.set(key, file)
      return file
    } catch {
      return null
    }
  }

  async write(file: PageFile, page: number, bytes: Uint8Array): Promise<void> {
    const writing = this.#write(file, page, bytes)
    this.#writing.add(writing)
    await writing
    this.#writing.delete(writing)
  }

  async #write(file: PageFile, page: number, bytes: Uint8Array): Promise<void> {
    try {
      if (performance.now() - this.#fullSince < PAUSE_WHEN_FULL) return
      const most = this.#mostBytes - bytes.length
      if (this.#bytes === null || this.#bytes > most) this.#bytes = await this.#shrink(most)
      if (this.#bytes > most) this.#fullSince = performance.now()
      else {
        this.#bytes += bytes.length
        await file.write(page, bytes)
      }
    } catch {
      // A full or faulty disk: what was fetched is used all the same.
      this.#fullSince = performance.now()
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#writing)
    await Promise.allSettled([...this.#inUse.values()].map((file) => file.close()))
    this.#inUse.clear()
  }

  /** Remove files used longest ago, down to some bytes; @returns bytes that are left. */
  async #shrink(most: number): Promise<number> {
    const names = (await readdir(this.#path)).filter((name) => name.endsWith('.pages'))
    const found = await Promise.all(
      names.map(async (name) => {
        const { blocks, mtimeMs } = await stat(join(this.#path, name))
        return { key: name.replace('.pages', ''), bytes: blocks * DISK_BLOCK, mtimeMs }
      }),
    )
    let bytes = found.reduce((sum, file) => sum + file.bytes, 0)
    for (const file of found.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (bytes <= most) break
      if (this.#inUse.has(file.key)) continue
      await rm(join(this.#path, `${file.key}.pages.sums`), { force: true })
      await rm(join(this.#path, `${file.key}.pages`), { force: true })
      bytes -= file.bytes
    }
    return bytes
  }
}

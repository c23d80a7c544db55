import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListEntry, StoredList, TakeEntry } from '../stored-list.ts'
import { decodePack, encodePack } from './list-pack.ts'

/** More packs than this become one when they are read. */
const MOST_PACKS = 16

/** Entries of a pack: some 30 MB of what lists say of sessions. */
const PACK_ENTRIES = 50_000

/**
 * A list in a folder of packs: whatever is added together is one file. Any number of processes may
 * add to it; packs that one of them joins while another reads them are missing there.
 */
export class FolderList implements StoredList {
  readonly #folder: string
  readonly #name: string
  readonly #write: (path: string, bytes: Uint8Array) => Promise<boolean>

  /**
   * @param name of the list, and of who writes it
   * @param write puts a file in place in one step; false: it cannot
   */
  constructor(
    folder: string,
    name: string,
    write: (path: string, bytes: Uint8Array) => Promise<boolean>,
  ) {
    this.#folder = folder
    this.#name = name
    this.#write = write
  }

  async read(take: TakeEntry): Promise<void> {
    const packs = await this.#packs()
    if (packs.length <= MOST_PACKS) return this.#readPacks(packs, take)
    const entries = new Map<string, ListEntry>()
    await this.#readPacks(packs, (key, value) => {
      // In the order of the last addition.
      entries.delete(key)
      entries.set(key, { key, value })
    })
    for (const { key, value } of entries.values()) take(key, value)
    await this.#replacePacks(packs, [...entries.values()])
  }

  async add(entries: readonly ListEntry[]): Promise<void> {
    await this.#writePacks(entries)
  }

  async replace(entries: readonly ListEntry[]): Promise<void> {
    await this.#replacePacks(await this.#packs(), entries)
  }

  async #replacePacks(packs: readonly string[], entries: readonly ListEntry[]): Promise<void> {
    if (!(await this.#writePacks(entries))) return
    for (const pack of packs) await rm(pack, { force: true }).catch(() => {})
  }

  async #writePacks(entries: readonly ListEntry[]): Promise<boolean> {
    for (let from = 0; from < entries.length; from += PACK_ENTRIES) {
      // Names are in the order of writing.
      const name = `${String(nextTime()).padStart(15, '0')}-${randomUUID()}`
      const pack = encodePack(this.#name, entries.slice(from, from + PACK_ENTRIES))
      if (!(await this.#write(join(this.#folder, name), pack))) return false
    }
    return true
  }

  async #packs(): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => [])
    // Others are being written.
    return names
      .filter((name) => !name.includes('.'))
      .sort()
      .map((name) => join(this.#folder, name))
  }

  async #readPacks(packs: readonly string[], take: TakeEntry): Promise<void> {
    for (const pack of packs) {
      const bytes = await readFile(pack).catch(() => null)
      if (bytes === null) continue
      if (decodePack(this.#name, bytes, take)) this.#mark(pack)
      else await rm(pack, { force: true }).catch(() => {})
    }
  }

  /** For those that trim: the time of its last use. A failure costs only the order. */
  #mark(pack: string): void {
    const now = new Date()
    utimes(pack, now, now).catch(() => {})
  }
}

let lastTime = 0

/** The time in ms, or, within the same millisecond, one more than the last. */
function nextTime(): number {
  lastTime = Math.max(Date.now(), lastTime + 1)
  return lastTime
}

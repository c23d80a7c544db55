import { randomUUID } from 'node:crypto'
import { decodePack, encodePack } from './pack-encoding.ts'
import type { ListEntry, StoredList, TakeEntry } from './stored-list.ts'

/** Where the packs of a list are: a folder, or a part of a bucket. No method throws. */
export interface PackStore {
  /** in any order */
  names(): Promise<string[]>
  /** null: it is not there, or cannot be read */
  read(name: string): Promise<Buffer | null>
  /**
   * Put a pack in place in one step.
   *
   * @returns false: it cannot be written
   */
  write(name: string, bytes: Uint8Array): Promise<boolean>
  remove(name: string): Promise<void>
}

/** More packs than this become one when they are read. */
const MOST_PACKS = 16

/** Entries of a pack: some 30 MB of what lists say of sessions. */
const PACK_ENTRIES = 50_000

/**
 * A list in packs: whatever is added together is one pack. Any number of processes may add to it;
 * packs that one of them joins while another reads them are missing there.
 */
export class PackList implements StoredList {
  readonly #name: string
  readonly #store: PackStore

  /** @param name of the list, and of who writes it */
  constructor(name: string, store: PackStore) {
    this.#name = name
    this.#store = store
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
    for (const pack of packs) await this.#store.remove(pack)
  }

  async #writePacks(entries: readonly ListEntry[]): Promise<boolean> {
    for (let from = 0; from < entries.length; from += PACK_ENTRIES) {
      // Names are in the order of writing.
      const name = `${String(nextTime()).padStart(15, '0')}-${randomUUID()}`
      const pack = encodePack(this.#name, entries.slice(from, from + PACK_ENTRIES))
      if (!(await this.#store.write(name, pack))) return false
    }
    return true
  }

  async #packs(): Promise<string[]> {
    return (await this.#store.names()).sort()
  }

  async #readPacks(packs: readonly string[], take: TakeEntry): Promise<void> {
    for (const pack of packs) {
      const bytes = await this.#store.read(pack)
      if (bytes && !decodePack(this.#name, bytes, take)) await this.#store.remove(pack)
    }
  }
}

let lastTime = 0

/** The time in ms, or, within the same millisecond, one more than the last. */
function nextTime(): number {
  lastTime = Math.max(Date.now(), lastTime + 1)
  return lastTime
}

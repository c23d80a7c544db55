import { decodeEntry, encodeEntry } from '../index-entry.ts'
import { hashName, keyOfWriter } from '../index-key.ts'
import { PackList, type PackStore } from '../pack-list.ts'
import { PausingStore } from '../pausing-store.ts'
import { type Claim, freeClaim, type StoredIndex } from '../stored-index.ts'
import type { StoredList } from '../stored-list.ts'
import { claimObject } from './claim-object.ts'
import type { ObjectStore } from './object-store.ts'

export interface ObjectIndexOptions {
  /** names the code that writes: what other code has written is not believed */
  readonly writer: string
  /** called when the store begins to fail, and again after it has worked in between */
  readonly onFault?: ((error: unknown) => void) | undefined
}

/**
 * A stored index in a store of objects, which many machines share: an object per entry and per
 * pack of a list. While the store fails, the index holds nothing.
 */
export class ObjectIndex implements StoredIndex {
  readonly #store: ObjectStore
  readonly #writer: string
  readonly #pauses: PausingStore

  constructor(store: ObjectStore, { writer, onFault }: ObjectIndexOptions) {
    this.#store = store
    this.#writer = writer
    this.#pauses = new PausingStore(onFault)
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const fullKey = this.#fullKey(key)
    const found = await this.#try(() => this.#store.get(entryName(fullKey)))
    return found ? decodeEntry<Value>(fullKey, found.bytes) : undefined
  }

  async set(key: string, value: unknown): Promise<void> {
    const fullKey = this.#fullKey(key)
    await this.#try(() => this.#store.put(entryName(fullKey), encodeEntry(fullKey, value)))
  }

  list(name: string): StoredList {
    const fullName = this.#fullKey(`list ${name}`)
    return new PackList(fullName, this.#packsBelow(`lists/${hashName(fullName)}/`))
  }

  async claim(key: string): Promise<Claim | null> {
    const name = `claims/${hashName(this.#fullKey(key))}`
    const claim = await this.#try(() => claimObject(this.#store, name))
    return claim === undefined ? freeClaim : claim
  }

  #packsBelow(prefix: string): PackStore {
    return {
      names: async () => {
        const names = (await this.#try(() => this.#store.list(prefix))) ?? []
        return names.map((name) => name.slice(prefix.length))
      },
      read: async (name) => (await this.#try(() => this.#store.get(prefix + name)))?.bytes ?? null,
      write: async (name, bytes) =>
        (await this.#try(() => this.#store.put(prefix + name, bytes))) !== undefined,
      remove: async (name) => {
        await this.#try(() => this.#store.remove(prefix + name))
      },
    }
  }

  /** @returns undefined: the store fails, or did so just before */
  #try<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    return this.#pauses.run(work).catch(() => undefined)
  }

  #fullKey(key: string): string {
    return keyOfWriter(this.#writer, key)
  }
}

const entryName = (fullKey: string) => `entries/${hashName(fullKey)}`

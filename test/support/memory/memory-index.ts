import type { Claim, StoredIndex } from '../../../src/cache/stored/stored-index.ts'
import type { ListEntry, StoredList } from '../../../src/cache/stored/stored-list.ts'

/** What was read before, in memory. */
export class MemoryIndex implements StoredIndex {
  readonly entries = new Map<string, unknown>()
  /** by name */
  readonly lists = new Map<string, ListEntry[]>()

  readonly claims = new Set<string>()

  async get<Value>(key: string): Promise<Value | undefined> {
    return structuredClone(this.entries.get(key)) as Value | undefined
  }

  async set(key: string, value: unknown): Promise<void> {
    this.entries.set(key, structuredClone(value))
  }

  async claim(key: string): Promise<Claim | null> {
    if (this.claims.has(key)) return null
    this.claims.add(key)
    return { release: async () => void this.claims.delete(key) }
  }

  list(name: string): StoredList {
    const entries = this.lists.get(name) ?? []
    this.lists.set(name, entries)
    return {
      read: async (take) => {
        for (const { key, value } of entries) take(key, value.slice())
      },
      add: async (added) => void entries.push(...added),
      replace: async (kept) => void entries.splice(0, entries.length, ...kept),
    }
  }
}

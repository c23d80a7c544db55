import type { StoredIndex } from '../../../src/cache/stored/stored-index.ts'

/** What was read before, in memory. */
export class MemoryIndex implements StoredIndex {
  readonly entries = new Map<string, unknown>()

  async get<Value>(key: string): Promise<Value | undefined> {
    return structuredClone(this.entries.get(key)) as Value | undefined
  }

  async set(key: string, value: unknown): Promise<void> {
    this.entries.set(key, structuredClone(value))
  }
}

import { LRUCache } from 'lru-cache'
import type { CacheStatistics } from './cache-statistics.ts'

/** Values by their keys. What is not used makes room for what is. */
export interface Cache<Value> {
  /** Undefined: it is not kept. Counts a hit or a miss. */
  get(key: string): Value | undefined
  /** The same uncounted, and without counting as a use. */
  peek(key: string): Value | undefined
  set(key: string, value: Value, bytes: number): void
  delete(key: string): void
  readonly statistics: CacheStatistics
}

/** In the memory of this process: the values used last, up to so many bytes. */
export class MemoryCache<Value extends object> implements Cache<Value> {
  readonly #values: LRUCache<string, Value> | null
  #hits = 0
  #misses = 0

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    this.#values = maxBytes > 0 ? new LRUCache({ maxSize: maxBytes }) : null
  }

  /** Whether it has room for anything. */
  get isOn(): boolean {
    return this.#values !== null
  }

  get(key: string): Value | undefined {
    const value = this.#values?.get(key)
    if (value) this.#hits++
    else this.#misses++
    return value
  }

  peek(key: string): Value | undefined {
    return this.#values?.peek(key)
  }

  set(key: string, value: Value, bytes: number): void {
    // Deleted first: a value that is set again keeps its former size otherwise.
    this.#values?.delete(key)
    this.#values?.set(key, value, { size: bytes })
  }

  delete(key: string): void {
    this.#values?.delete(key)
  }

  get statistics(): CacheStatistics {
    return {
      entries: this.#values?.size ?? 0,
      bytes: this.#values?.calculatedSize ?? 0,
      hits: this.#hits,
      misses: this.#misses,
    }
  }
}

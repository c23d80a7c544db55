import type { CacheStatistics } from './cache-statistics.ts'
import { estimatedBytes } from './estimated-bytes.ts'
import { MemoryCache } from './memory-cache.ts'

/** Values that were loaded, or are being loaded: those used last, up to so many bytes. */
export class LoadCache<Value> {
  readonly #loads: MemoryCache<Promise<Value>>

  constructor(maxBytes: number) {
    this.#loads = new MemoryCache(maxBytes)
  }

  /** The value that is kept or being loaded; else loads it. Should that fail, it is forgotten. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const known = this.#loads.get(key)
    if (known) return known
    const loading = load()
    // Its size is known only when it is there.
    this.#loads.set(key, loading, 1)
    loading.then(
      (value) => this.#weigh(key, loading, value),
      () => this.forget(key, loading),
    )
    return loading
  }

  /** Forget what was kept, unless something newer took its place. */
  forget(key: string, load: Promise<Value>): void {
    if (this.#loads.peek(key) === load) this.#loads.delete(key)
  }

  get statistics(): CacheStatistics {
    return this.#loads.statistics
  }

  #weigh(key: string, loading: Promise<Value>, value: Value): void {
    if (this.#loads.peek(key) === loading) this.#loads.set(key, loading, estimatedBytes(value))
  }
}

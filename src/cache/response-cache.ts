import {
  type BatchName,
  type BatchRequest,
  type BatchResponse,
  batchRules,
} from '../sessions/session-requests.ts'
import type { CacheStatistics } from './cache-statistics.ts'
import { MemoryCache } from './memory-cache.ts'

interface Kept<Name extends BatchName = BatchName> {
  readonly name: Name
  readonly response: BatchResponse<Name>
}

/**
 * Responses whose rule says that they are kept: those used last, up to so many bytes. They belong
 * to a state of a file: when it changes they are never requested again, and make room in time.
 * Whoever gets a response shares it, and must not change it.
 */
export class ResponseCache {
  readonly #kept: MemoryCache<Kept>
  /** for a request that has not got them yet */
  readonly #reading = new Map<string, Promise<Kept>>()

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    this.#kept = new MemoryCache(maxBytes)
  }

  /**
   * Responses in the order of the requests; those that are neither kept nor being read for someone
   * else are read, in one batch.
   *
   * @param file names the state of the file
   * @param read is given, too, for how many other requests the responses were found
   */
  async read<Name extends BatchName>(
    name: Name,
    file: string,
    requests: readonly BatchRequest<Name>[],
    read: (
      requests: readonly BatchRequest<Name>[],
      foundCount: number,
    ) => Promise<readonly BatchResponse<Name>[]>,
  ): Promise<BatchResponse<Name>[]> {
    const { keyOf, keptBytes } = batchRules[name]
    if (!this.#kept.isOn || !keptBytes) return [...(await read(requests, 0))]
    const keys = requests.map((request) => `${name} ${file} ${keyOf(request)}`)
    const found = keys.map((key) => this.#kept.get(key) ?? this.#reading.get(key))
    const missing = requests.flatMap((_, i) => (found[i] ? [] : [i]))
    const readAndKept = this.#keep(
      name,
      missing.map((i) => keys[i]),
      read(
        missing.map((i) => requests[i]),
        found.length - missing.length,
      ),
      keptBytes,
    )
    const [fresh, others] = await Promise.all([
      readAndKept,
      // What was begun for someone else is lost when that request is cancelled.
      Promise.all(found.map((entry) => keptAs(name, entry))),
    ])
    const responses = new Array<BatchResponse<Name>>(requests.length)
    const lost: number[] = []
    for (const [i, other] of others.entries()) {
      if (other) responses[i] = other.response
      else if (found[i]) lost.push(i)
    }
    for (const [position, i] of missing.entries()) responses[i] = fresh[position]
    const lostRequests = lost.map((i) => requests[i])
    const again = lost.length > 0 ? await read(lostRequests, 0) : []
    for (const [position, i] of lost.entries()) responses[i] = again[position]
    return responses
  }

  /** Others who request the same wait for it; who comes later finds it kept. */
  async #keep<Name extends BatchName>(
    name: Name,
    keys: readonly string[],
    reading: Promise<readonly BatchResponse<Name>[]>,
    keptBytes: (response: BatchResponse<Name>) => number,
  ): Promise<readonly BatchResponse<Name>[]> {
    for (const [i, key] of keys.entries()) {
      const entry = reading.then((responses) => ({ name, response: responses[i] }))
      entry.catch(() => {})
      this.#reading.set(key, entry)
    }
    try {
      const responses = await reading
      for (const [i, key] of keys.entries()) {
        const response = responses[i]
        this.#kept.set(key, { name, response }, keptBytes(response))
      }
      return responses
    } finally {
      for (const key of keys) this.#reading.delete(key)
    }
  }

  get statistics(): CacheStatistics {
    return this.#kept.statistics
  }
}

/** Undefined: it could not be read. */
async function keptAs<Name extends BatchName>(
  name: Name,
  entry: Kept | Promise<Kept> | undefined,
): Promise<Kept<Name> | undefined> {
  const kept = await Promise.resolve(entry).catch(() => undefined)
  return kept && isOf(kept, name) ? kept : undefined
}

function isOf<Name extends BatchName>(kept: Kept, name: Name): kept is Kept<Name> {
  return kept.name === name
}

import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { CountMatrix } from '../domain/counting/count-matrix.ts'
import type { MatrixRequest } from '../sessions/session-reader.ts'
import type { CacheStatistics } from './cache-statistics.ts'

/** Of an entry, beside its counts: its key and what holds it. */
const ENTRY_BYTES = 400

/**
 * Finished matrices, those used last, up to so many bytes. They belong to a state of a file:
 * when it changes they are never asked for again, and make place in time. Whoever gets a matrix
 * shares it, and must not change it.
 */
export class MatrixCache {
  readonly #matrices: LRUCache<string, CountMatrix> | null
  /** for a request that has not got them yet */
  readonly #counting = new Map<string, Promise<CountMatrix>>()
  #hits = 0
  #misses = 0

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    this.#matrices = maxBytes > 0 ? new LRUCache({ maxSize: maxBytes, sizeCalculation }) : null
  }

  /**
   * Matrices in the order asked; those that are neither kept nor being counted for someone
   * else are counted, in one go.
   *
   * @param file names the state of the file
   */
  async count(
    file: string,
    requests: readonly MatrixRequest[],
    count: Count,
  ): Promise<CountMatrix[]> {
    const kept = this.#matrices
    if (!kept) return [...(await count(requests))]
    const keys = requests.map((request) => `${file} ${questionKey(request)}`)
    const found = keys.map((key) => kept.get(key) ?? this.#counting.get(key))
    const missing = requests.flatMap((_, i) => (found[i] ? [] : [i]))
    this.#hits += requests.length - missing.length
    this.#misses += missing.length
    const counted = this.#countAll(
      missing.map((i) => keys[i]),
      count(missing.map((i) => requests[i])),
    )
    const [fresh, matrices] = await Promise.all([
      counted,
      // What was begun for someone else is lost when that request is given up.
      Promise.all(found.map(orUndefined)),
    ])
    for (const [position, i] of missing.entries()) matrices[i] = fresh[position]
    const lost = requests.flatMap((_, i) => (matrices[i] ? [] : [i]))
    if (lost.length > 0) {
      const again = await count(lost.map((i) => requests[i]))
      for (const [position, i] of lost.entries()) matrices[i] = again[position]
    }
    return matrices as CountMatrix[]
  }

  /** Others who ask for the same wait for it; who asks later finds it kept. */
  async #countAll(
    keys: readonly string[],
    counting: Promise<readonly CountMatrix[]>,
  ): Promise<readonly CountMatrix[]> {
    for (const [i, key] of keys.entries()) {
      const matrix = counting.then((matrices) => matrices[i])
      matrix.catch(() => {})
      this.#counting.set(key, matrix)
    }
    try {
      const matrices = await counting
      for (const [i, key] of keys.entries()) this.#matrices?.set(key, matrices[i])
      return matrices
    } finally {
      for (const key of keys) this.#counting.delete(key)
    }
  }

  get statistics(): CacheStatistics {
    return {
      entries: this.#matrices?.size ?? 0,
      bytes: this.#matrices?.calculatedSize ?? 0,
      hits: this.#hits,
      misses: this.#misses,
    }
  }
}

type Count = (requests: readonly MatrixRequest[]) => Promise<readonly CountMatrix[]>

const orUndefined = async <Value>(value: Value | Promise<Value>) =>
  Promise.resolve(value).catch(() => undefined)

const sizeCalculation = ({ counts }: CountMatrix) => counts.byteLength + ENTRY_BYTES

function questionKey({ bins: { start, stop, size, count }, unitRows }: MatrixRequest): string {
  const units = createHash('sha256').update(unitRows).digest('base64url')
  return `${start} ${stop} ${size} ${count} ${units}`
}

import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { CountMatrix } from '../domain/count-matrix.ts'
import type { CacheStatistics } from './cache-statistics.ts'
import type { MatrixRequest } from './session-reader.ts'

/** Of an entry, beside its counts: its key and what holds it. */
const ENTRY_BYTES = 400

/**
 * Finished matrices, those used last, up to so many bytes. They belong to a state of a file: when it changes they are never asked for again, and make place
 * in time. Whoever gets a matrix shares it, and must not change it.
 */
export class MatrixCache {
  readonly #matrices: LRUCache<string, CountMatrix> | null
  #hits = 0
  #misses = 0

  /** @param maxBytes 0: nothing is kept */
  constructor(maxBytes: number) {
    this.#matrices = maxBytes > 0 ? new LRUCache({ maxSize: maxBytes, sizeCalculation }) : null
  }

  /**
   * Matrices in the order asked; those that are not kept are counted, in one go.
   *
   * @param file names the state of the file
   */
  async count(
    file: string,
    requests: readonly MatrixRequest[],
    count: (missing: readonly MatrixRequest[]) => Promise<readonly CountMatrix[]>,
  ): Promise<CountMatrix[]> {
    const kept = this.#matrices
    if (!kept) return [...(await count(requests))]
    const keys = requests.map((request) => `${file} ${questionKey(request)}`)
    const matrices = keys.map((key) => kept.get(key))
    const missing = requests.filter((_, i) => !matrices[i])
    this.#hits += requests.length - missing.length
    this.#misses += missing.length
    const counted = (await count(missing)).values()
    return matrices.map((matrix, i) => {
      if (matrix) return matrix
      const fresh = counted.next().value as CountMatrix
      kept.set(keys[i] as string, fresh)
      return fresh
    })
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

const sizeCalculation = ({ counts }: CountMatrix) => counts.byteLength + ENTRY_BYTES

function questionKey({ bins: { start, stop, size, count }, unitRows }: MatrixRequest): string {
  const units = createHash('sha256').update(unitRows).digest('base64url')
  return `${start} ${stop} ${size} ${count} ${units}`
}

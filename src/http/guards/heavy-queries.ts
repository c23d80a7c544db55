import { LRUCache } from 'lru-cache'

/** More than dashboards request, and little memory. */
const MOST_QUERIES = 1000
const MOST_CHARACTERS = 2000

/** Queries that were heavy the last time they came. Long ones are known by how they begin. */
export class HeavyQueries {
  readonly #known = new LRUCache<string, true>({ max: MOST_QUERIES })

  has(query: string): boolean {
    return this.#known.has(keyOf(query))
  }

  set(query: string, isHeavy: boolean): void {
    const key = keyOf(query)
    if (isHeavy) this.#known.set(key, true)
    else this.#known.delete(key)
  }
}

function keyOf(query: string): string {
  return query.slice(0, MOST_CHARACTERS)
}

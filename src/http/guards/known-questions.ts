import { LRUCache } from 'lru-cache'

/** More than dashboards ask, and little memory. */
const MOST_QUESTIONS = 1000
const MOST_CHARACTERS = 2000

/**
 * Remembers what was so of a question the last time that it was asked. Long ones are
 * distinguished by how they begin.
 */
export class KnownQuestions {
  readonly #known = new LRUCache<string, true>({ max: MOST_QUESTIONS })

  has(question: string): boolean {
    return this.#known.has(keyOf(question))
  }

  set(question: string, isSo: boolean): void {
    const key = keyOf(question)
    if (isSo) this.#known.set(key, true)
    else this.#known.delete(key)
  }
}

function keyOf(question: string): string {
  return question.slice(0, MOST_CHARACTERS)
}

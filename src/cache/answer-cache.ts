import { LRUCache } from 'lru-cache'
import type { CacheStatistics } from './cache-statistics.ts'
import { estimatedBytes } from './estimated-bytes.ts'

/** Answers about whole sessions, kept or on their way: those used last, up to so many bytes. */
export class AnswerCache {
  readonly #answers: LRUCache<string, Promise<unknown>>
  #hits = 0
  #misses = 0

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({ maxSize: maxBytes })
  }

  /**
   * The answer that is kept, or is on its way; else asks for it. Should that fail, it is forgotten.
   */
  get<Answer>(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#answers.get(key)
    if (kept) {
      this.#hits++
      return kept as Promise<Answer>
    }
    this.#misses++
    const asked = ask()
    this.#answers.set(key, asked, { size: 1 })
    asked.then(
      (answer) => this.#weigh(key, asked, answer),
      () => this.forget(key, asked),
    )
    return asked
  }

  /** Forget what was kept, unless something newer took its place. */
  forget(key: string, answer: Promise<unknown>): void {
    if (this.#answers.peek(key) === answer) this.#answers.delete(key)
  }

  get statistics(): CacheStatistics {
    return {
      entries: this.#answers.size,
      bytes: this.#answers.calculatedSize,
      hits: this.#hits,
      misses: this.#misses,
    }
  }

  /** What it takes is known only when it is there. */
  #weigh(key: string, asked: Promise<unknown>, answer: unknown): void {
    if (this.#answers.peek(key) !== asked) return
    this.#answers.delete(key)
    this.#answers.set(key, asked, { size: estimatedBytes(answer) })
  }
}

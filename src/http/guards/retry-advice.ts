/** The longest wait in Retry-After. */
const MOST_SECONDS = 30

/** In which half of those who were refused are forgotten. */
const HALF_LIFE_MS = 2000

/** A server with full queues is through with so many of them in a second, or more. */
const QUEUES_A_SECOND = 4

/**
 * How long refused clients should wait. The more are refused, the further apart they should come
 * back, each at another time: refused together, they would meet again.
 */
export class RetryAdvice {
  readonly #queueLength: number
  readonly #random: () => number
  readonly #now: () => number
  #refused = 0
  #recently = 0
  #at = 0

  constructor(queueLength: number, random = Math.random, now = () => performance.now()) {
    this.#queueLength = Math.max(1, queueLength)
    this.#random = random
    this.#now = now
  }

  /** how many were refused since the start */
  get refused(): number {
    return this.#refused
  }

  /** Whole seconds, at least 1, for one who is refused now. */
  next(): number {
    const now = this.#now()
    this.#refused++
    this.#recently = this.#recently * 2 ** ((this.#at - now) / HALF_LIFE_MS) + 1
    this.#at = now
    const spread = this.#recently / this.#queueLength / QUEUES_A_SECOND
    return 1 + Math.floor(this.#random() * Math.min(MOST_SECONDS, spread))
  }
}

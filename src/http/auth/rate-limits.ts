import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import { RateLimitedError } from '../../errors.ts'
import type { Principal } from './grant.ts'

const SECONDS = 60

/** What ioredis has. */
export interface RedisClient {
  readonly status: string
  disconnect(): void
}

/**
 * Requests and cells per minute of each token and user. Kept in memory, or in Redis, where all
 * replicas count together; while Redis does not answer, each counts for itself.
 */
export class RateLimits {
  readonly #redis: RedisClient | null
  /** by what they count, and how much they allow */
  readonly #limiters = new Map<string, RateLimiterAbstract>()

  constructor(redis: RedisClient | null) {
    this.#redis = redis
  }

  /** @throws RateLimitedError */
  async takeRequest({ key, limits: { requestsPerMinute } }: Principal): Promise<void> {
    if (requestsPerMinute !== null) await this.#take('requests', key, 1, requestsPerMinute)
  }

  /**
   * Charge cells before they are read.
   *
   * @throws RateLimitedError
   */
  async takeCells({ key, limits: { cellsPerMinute } }: Principal, cells: number): Promise<void> {
    if (cellsPerMinute !== null && cells > 0) await this.#take('cells', key, cells, cellsPerMinute)
  }

  async #take(what: 'requests' | 'cells', key: string, amount: number, most: number) {
    if (amount > most) throw new RateLimitedError(what, amount, most, null)
    const limiter = this.#limiterOf(what, most)
    try {
      await limiter.consume(key, amount)
    } catch (taken) {
      if (!(taken instanceof RateLimiterRes)) throw taken
      // What was not given is not to count.
      await limiter.reward(key, amount)
      throw new RateLimitedError(
        what,
        amount,
        most,
        Math.max(1, Math.ceil(taken.msBeforeNext / 1000)),
      )
    }
  }

  #limiterOf(what: string, points: number): RateLimiterAbstract {
    const name = `spikeql:${what}:${points}`
    const known = this.#limiters.get(name)
    if (known) return known
    const options = { keyPrefix: name, points, duration: SECONDS }
    const memory = new RateLimiterMemory(options)
    const limiter = this.#redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: this.#redis,
          insuranceLimiter: memory,
          rejectIfRedisNotReady: true,
        })
      : memory
    this.#limiters.set(name, limiter)
    return limiter
  }

  close(): void {
    this.#redis?.disconnect()
  }
}

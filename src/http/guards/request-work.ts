import type { FastifyReply, FastifyRequest } from 'fastify'
import { RequestAbortedError, UserError } from '../../errors.ts'
import type { ContextOptions } from '../../graphql/context.ts'
import type { Principal } from '../auth/grant.ts'
import type { HeavyLane, HeavyPlace } from './heavy-lane.ts'
import type { HeavyQueries } from './heavy-queries.ts'
import type { LightLane } from './light-lane.ts'
import { RequestSignal } from './request-signal.ts'
import type { RetryAdvice } from './retry-advice.ts'
import { limitSending } from './send-deadline.ts'
import type { Turns } from './turns.ts'

/** What the requests of a server share. */
export interface Lanes {
  /** where every request begins that is not known to be heavy */
  readonly light: LightLane
  /**
   * where those begin that were heavy the last time: the light ones do
   * not wait behind them even here
   */
  readonly approach: LightLane
  readonly heavy: HeavyLane
  readonly knownHeavy: HeavyQueries
  /** turns of the responses that are written */
  readonly writing: Turns
  readonly retryAdvice: RetryAdvice
  /** counts cells against what someone may have; left out: nobody is known */
  readonly takeCells?: (principal: Principal, cells: number) => Promise<void>
  /** after which a request is given up */
  readonly timeoutSeconds: number
  /** after which a client that takes nothing of its response is cut off */
  readonly sendTimeoutSeconds: number
}

/** What a request's context takes from its work. */
export type WorkContext = Pick<ContextOptions, 'signal' | 'reserve' | 'chargeCells' | 'lightValues'>

/** A response of this length is not worth counting. */
const NOTHING_BYTES = 2 ** 16

/**
 * The work for one request: it begins in the light lane, and moves on to the heavy one
 * when it is known what its response will take. The memory of the response is held until
 * the client has it, or has gone.
 */
export class RequestWork implements Disposable {
  readonly #lanes: Lanes
  readonly #client: string
  readonly #principal: Principal | null
  #paidCells = 0
  readonly #signal: RequestSignal
  #held: HeavyPlace | null = null
  #leaveLight = () => {}
  #heavy: HeavyPlace | null = null
  readonly #reply: FastifyReply
  #reserving: Promise<void> = Promise.resolve()
  #isRunning = false
  #isClosed = false
  #refusal: UserError | null = null

  constructor(lanes: Lanes, request: FastifyRequest, reply: FastifyReply) {
    this.#lanes = lanes
    this.#principal = request.principal
    this.#client = request.principal?.key ?? request.ip
    this.#signal = new RequestSignal(reply, lanes.timeoutSeconds)
    this.#reply = reply
    reply.raw.once('close', () => {
      this.#isClosed = true
      this.#releaseIfDone()
    })
  }

  get signal(): AbortSignal {
    return this.#signal.signal
  }

  /**
   * Do the work when there is a place.
   *
   * @param description of the request, in words: equal ones cost about the same
   * @throws ServerBusyError, RequestAbortedError, also when {@link reserve}
   *   did, and what the work throws
   */
  async run<T>(description: string, work: () => Promise<T>): Promise<T> {
    const { light, approach, knownHeavy } = this.#lanes
    this.#isRunning = true
    try {
      const lane = knownHeavy.has(description) ? approach : light
      this.#leaveLight = await lane.enter(this.#client, this.signal)
      const done = await work()
      if (this.#refusal) throw this.#refusal
      return done
    } finally {
      this.#isRunning = false
      knownHeavy.set(description, this.#heavy !== null)
      // What nobody waits for any more, beside something that failed.
      this.#signal.abort()
      this.#leaveLight()
      this.#heavy?.finish()
      this.#releaseIfDone()
    }
  }

  /**
   * Wait until there is room for a response of so many bytes, all in all. What the request
   * has waited for once it keeps.
   *
   * @throws ServerBusyError, RequestAbortedError
   */
  readonly reserve = (bytes: number): Promise<void> => {
    this.#reserving = this.#reserving.then(() => this.#grow(bytes))
    return this.#reserving
  }

  async #grow(bytes: number): Promise<void> {
    try {
      // Of something that goes on after another part of the request has failed.
      this.#assertRunning()
      if (this.#heavy) return await this.#heavy.grow(bytes, this.signal)
      this.#leaveLight()
      this.#heavy = await this.#lanes.heavy.enter(this.#client, bytes, this.signal)
      this.#assertRunning()
    } catch (error) {
      if (error instanceof UserError) this.#refusal ??= error
      throw error
    }
  }

  /**
   * Pay for so many cells, all in all, before they are read.
   *
   * @throws RateLimitedError
   */
  readonly chargeCells = async (cells: number): Promise<void> => {
    const due = cells - this.#paidCells
    if (due <= 0 || !this.#principal) return
    this.#paidCells = cells
    try {
      await this.#lanes.takeCells?.(this.#principal, due)
    } catch (error) {
      if (error instanceof UserError) this.#refusal ??= error
      throw error
    }
  }

  #assertRunning(): void {
    if (this.#isRunning) return
    this.#heavy?.finish()
    this.#releaseIfDone()
    throw new RequestAbortedError()
  }

  /**
   * Hold the memory of a text that is whole, until its client has it.
   *
   * @throws ServerBusyError where other responses that nobody takes fill the memory
   */
  hold(bytes: number): void {
    if (bytes > NOTHING_BYTES) this.#held = this.#lanes.heavy.hold(bytes)
  }

  #releaseIfDone(): void {
    if (!this.#isClosed || this.#isRunning) return
    this.#heavy?.release()
    this.#held?.release()
  }

  /** The response is on its way. It may take its time, but neither stand still nor trickle. */
  [Symbol.dispose](): void {
    const { sendTimeoutSeconds } = this.#lanes
    this.#signal[Symbol.dispose]()
    const { raw } = this.#reply
    // Injected ones are gone by now; a timer of theirs would keep the process from ending.
    if (!raw.destroyed) raw.setTimeout(1000 * sendTimeoutSeconds)
    limitSending(raw, sendTimeoutSeconds)
    this.#releaseIfDone()
  }
}

import { setMaxListeners } from 'node:events'
import type { FastifyReply } from 'fastify'
import { RequestAbortedError } from '../../errors.ts'

/**
 * One for all: an error of its own for each request, with its stack, would
 * cost more than many requests do.
 */
const given = new RequestAbortedError()

/**
 * A signal for the work behind a request: aborted when its client goes away before the
 * answer, or when it takes too long.
 */
export class RequestSignal implements Disposable {
  readonly #controller = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #reply: FastifyReply

  /** Give up whatever is still done for the request. */
  readonly abort = (): void => this.#controller.abort(given)

  constructor(reply: FastifyReply, timeoutSeconds: number) {
    this.#reply = reply
    // One request reads many files at once, and each read listens: Node would warn of
    // a leak from the eleventh on.
    setMaxListeners(0, this.#controller.signal)
    this.#timer = setTimeout(this.abort, 1000 * timeoutSeconds)
    reply.raw.once('close', this.abort)
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
    this.#reply.raw.off('close', this.abort)
  }
}

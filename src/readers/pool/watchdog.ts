import { sharedFlag } from '../shared-flag.ts'

/**
 * Seconds. libhdf5 goes in circles in some damaged files; no request about a
 * healthy one takes nearly so long.
 */
const LONGEST_REQUEST = 60

/**
 * Seconds that a thread may go on with a request that was cancelled: it
 * looks for that between its reads.
 */
const LONGEST_END = 10

/**
 * Watches that a thread comes back from a request. One whose caller can cancel it may take as
 * long as the caller waits, and a little more.
 *
 * Time before the thread begins does not count. When the disk does not respond,
 * the thread is given up at once.
 */
export class Watchdog implements Disposable {
  /** set to 1 by the thread when it begins */
  readonly begun = sharedFlag()
  readonly #stuck = new AbortController()
  /** aborted when the disk that the thread reads does not respond */
  readonly silent: AbortSignal | undefined
  readonly #timer: NodeJS.Timeout
  readonly #abort = () => this.#stuck.abort()
  #secondsLeft: number

  /** @param caller aborted when the response is not wanted any more */
  constructor(
    caller?: AbortSignal,
    longestRequest = LONGEST_REQUEST,
    longestEnd = LONGEST_END,
    silent?: AbortSignal,
  ) {
    this.silent = silent
    if (silent?.aborted) this.#abort()
    else silent?.addEventListener('abort', this.#abort)
    this.#secondsLeft = caller ? longestEnd : longestRequest
    this.#timer = setInterval(() => {
      const isDue = caller ? caller.aborted : true
      if (!isDue || Atomics.load(this.begun, 0) === 0) return
      this.#secondsLeft--
      if (this.#secondsLeft <= 0) this.#stuck.abort()
    }, 1000).unref()
  }

  /** aborted when the thread is to be ended */
  get stuck(): AbortSignal {
    return this.#stuck.signal
  }

  /** Before the request is run again. */
  restart(): void {
    Atomics.store(this.begun, 0, 0)
  }

  [Symbol.dispose](): void {
    this.silent?.removeEventListener('abort', this.#abort)
    clearInterval(this.#timer)
  }
}

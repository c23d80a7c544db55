import { RequestAbortedError, ServerBusyError } from '../errors.ts'
import { Turns } from './turns.ts'

interface Waiting {
  readonly enter: () => void
}

/** Lets so many in at once, one in each turn of the event loop, keeps so many waiting, and turns the rest away. */
export class Gate {
  readonly #places: number
  readonly #queueLength: number
  readonly #queue = new Set<Waiting>()
  readonly #turns = new Turns()
  #inside = 0

  constructor(places: number, queueLength: number) {
    this.#places = places
    this.#queueLength = queueLength
  }

  /** how many are in */
  get running(): number {
    return this.#inside
  }

  /** how many wait */
  get waiting(): number {
    return this.#queue.size
  }

  /**
   * Run the work when there is a place.
   *
   * @param signal whoever is aborted while waiting gives up the place in the queue
   * @throws ServerBusyError, RequestAbortedError, and what the work throws
   */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#enter(signal)
    try {
      await this.#turns.take()
      return await work()
    } finally {
      this.#leave()
    }
  }

  async #enter(signal: AbortSignal): Promise<void> {
    if (this.#inside < this.#places) {
      this.#inside++
      return
    }
    if (this.#queue.size >= this.#queueLength) throw new ServerBusyError()
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        this.#queue.delete(waiting)
        reject(new RequestAbortedError())
      }
      const enter = () => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const waiting = { enter }
      this.#queue.add(waiting)
      signal.addEventListener('abort', giveUp, { once: true })
      if (signal.aborted) giveUp()
    })
  }

  /** The place goes to the one who waits longest. */
  #leave(): void {
    const [next] = this.#queue
    if (!next) {
      this.#inside--
      return
    }
    this.#queue.delete(next)
    next.enter()
  }
}

import { ServerBusyError } from '../../errors.ts'
import { FairQueue } from './fair-queue.ts'
import { Turns } from './turns.ts'
import { type Waiter, waitUnlessAborted } from './wait-unless-aborted.ts'

/**
 * The way in: so many requests resolve at once, and few begin in each turn of the event loop.
 * Whoever counts or reads much goes on in the {@link HeavyLane}, and is in nobody's way here.
 */
export class LightLane {
  readonly #places: number
  readonly #queue: FairQueue<Waiter>
  readonly #turns: Turns
  #inside = 0

  /** @param perTurn how many begin in each turn of the event loop */
  constructor(places: number, queueLength: number, perTurn = 1) {
    this.#turns = new Turns(perTurn)
    this.#places = places
    this.#queue = new FairQueue(queueLength)
  }

  /** how many are in */
  get running(): number {
    return this.#inside
  }

  /** how many wait */
  get waiting(): number {
    return this.#queue.length
  }

  /**
   * Wait for a place.
   *
   * @param client in whose turn it is given
   * @returns gives the place back; once is enough
   * @throws ServerBusyError, RequestAbortedError
   */
  async enter(client: string, signal: AbortSignal): Promise<() => void> {
    if (this.#inside < this.#places) this.#inside++
    else await this.#wait(client, signal)
    await this.#turns.take()
    let isInside = true
    return () => {
      if (isInside) this.#leave()
      isInside = false
    }
  }

  #wait(client: string, signal: AbortSignal): Promise<void> {
    return waitUnlessAborted(signal, (waiter) => {
      this.#queue.add(client, waiter)?.refuse(new ServerBusyError())
      return () => this.#queue.delete(client, waiter)
    })
  }

  #leave(): void {
    const next = this.#queue.take()
    if (next) next.go()
    else this.#inside--
  }
}

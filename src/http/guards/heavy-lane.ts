import { ServerBusyError } from '../../errors.ts'
import { FairQueue } from './fair-queue.ts'
import { type Waiter, waitUnlessAborted } from './wait-unless-aborted.ts'

/**
 * What takes no more than this does not wait until memory is free:
 * together these are few megabytes.
 */
const SMALL_BYTES = 2 ** 21

export interface HeavyLaneOptions {
  /** requests that count or read at once; half of them may be large */
  readonly places: number
  /** small ones, and large ones, that wait beyond those */
  readonly queueLength: number
  /**
   * of all responses that are made or sent; a larger one is let in when no
   * other large one is under way
   */
  readonly maxBytes: number
}

interface Waiting extends Waiter {
  readonly place: HeavyPlace
}

interface Growing extends Waiting {
  readonly bytes: number
}

/**
 * For requests that count or read much. A place is held while that goes on, and the bytes of the
 * response until its client has taken it: a client that reads slowly, or not at all, holds up only
 * those whose responses would not fit into memory next to its own.
 *
 * Clients get their turns one after the other. Small requests pass large ones, for
 * which half of the places are.
 */
export class HeavyLane {
  readonly #places: number
  readonly #largePlaces: number
  readonly #maxBytes: number
  readonly #small: FairQueue<Waiting>
  readonly #large: FairQueue<Waiting>
  readonly #growing = new Set<Growing>()
  /** that run, in the order in which they entered */
  readonly #running = new Set<HeavyPlace>()
  /** whose answers take memory */
  readonly #holding = new Set<HeavyPlace>()

  constructor({ places, queueLength, maxBytes }: HeavyLaneOptions) {
    this.#places = places
    this.#largePlaces = Math.max(1, Math.floor(places / 2))
    this.#maxBytes = maxBytes
    this.#small = new FairQueue(queueLength)
    this.#large = new FairQueue(queueLength)
  }

  /** how many count or read */
  get running(): number {
    return this.#running.size
  }

  /** how many wait */
  get waiting(): number {
    return this.#small.length + this.#large.length
  }

  /** of the responses that are made or sent */
  get bytes(): number {
    let sum = 0
    for (const place of this.#holding) sum += place.bytes
    return sum
  }

  /**
   * Wait for a place.
   *
   * @param client in whose turn it is given
   * @param bytes that the response will take
   * @throws ServerBusyError, RequestAbortedError
   */
  async enter(client: string, bytes: number, signal: AbortSignal): Promise<HeavyPlace> {
    const place = new HeavyPlace(this, bytes)
    const queue = place.isLarge ? this.#large : this.#small
    if (queue.length === 0 && this.#hasRoomFor(place)) {
      this.#let(place)
      return place
    }
    await waitUnlessAborted(signal, (waiter) => {
      const waiting = { ...waiter, place }
      queue.add(client, waiting)?.refuse(new ServerBusyError())
      return () => queue.delete(client, waiting)
    })
    return place
  }

  /**
   * Count a response that is made already.
   *
   * @throws ServerBusyError where it does not fit
   */
  hold(bytes: number): HeavyPlace {
    if (this.bytes + bytes > this.#maxBytes) throw new ServerBusyError()
    const place = new HeavyPlace(this, bytes)
    this.#holding.add(place)
    return place
  }

  /** See HeavyPlace.grow. */
  async grow(place: HeavyPlace, bytes: number, signal: AbortSignal): Promise<void> {
    if (bytes <= place.bytes) return
    if (this.#mayGrow(place, bytes)) {
      place.bytes = bytes
      return
    }
    await waitUnlessAborted(signal, (waiter) => {
      const growing = { ...waiter, place, bytes }
      this.#growing.add(growing)
      return () => this.#growing.delete(growing)
    })
  }

  /** See HeavyPlace.finish. */
  finish(place: HeavyPlace): void {
    if (this.#running.delete(place)) this.#goOn()
  }

  /** See HeavyPlace.release. */
  release(place: HeavyPlace): void {
    this.#running.delete(place)
    if (this.#holding.delete(place)) this.#goOn()
  }

  #let(place: HeavyPlace): void {
    this.#running.add(place)
    this.#holding.add(place)
  }

  #hasRoomFor(place: HeavyPlace): boolean {
    if (this.#running.size >= this.#places) return false
    if (!place.isLarge) return true
    if (count(this.#running, isLarge) >= this.#largePlaces) return false
    return this.bytes + place.bytes <= this.#maxBytes || !some(this.#holding, isLarge)
  }

  /**
   * The one that runs the longest always may: what all wait for each other for would never come.
   */
  #mayGrow(place: HeavyPlace, bytes: number): boolean {
    if (bytes <= SMALL_BYTES || this.bytes - place.bytes + bytes <= this.#maxBytes) return true
    const [oldest] = this.#running
    return place === oldest
  }

  #goOn(): void {
    for (const growing of this.#growing) {
      if (!this.#mayGrow(growing.place, growing.bytes)) continue
      this.#growing.delete(growing)
      growing.place.bytes = growing.bytes
      growing.go()
    }
    for (;;) {
      const queue = this.#queueToServe()
      const next = queue?.take()
      if (!next) return
      this.#let(next.place)
      next.go()
    }
  }

  /** Whose first entry has room. Small ones pass, but never keep the large ones from going on. */
  #queueToServe(): FairQueue<Waiting> | null {
    const hasRoom = (queue: FairQueue<Waiting>) => {
      const first = queue.peek()
      return first !== undefined && this.#hasRoomFor(first.place)
    }
    if (!some(this.#running, isLarge) && hasRoom(this.#large)) return this.#large
    if (hasRoom(this.#small)) return this.#small
    return hasRoom(this.#large) ? this.#large : null
  }
}

/** A request's place in the heavy lane, and the memory of its response. */
export class HeavyPlace {
  readonly #lane: HeavyLane
  bytes: number

  constructor(lane: HeavyLane, bytes: number) {
    this.#lane = lane
    this.bytes = bytes
  }

  get isLarge(): boolean {
    return this.bytes > SMALL_BYTES
  }

  /**
   * Wait until the response may take more.
   *
   * @param bytes in all
   * @throws RequestAbortedError
   */
  grow(bytes: number, signal: AbortSignal): Promise<void> {
    return this.#lane.grow(this, bytes, signal)
  }

  /** All is counted and read: the place is another's, the bytes are still taken. */
  finish(): void {
    this.#lane.finish(this)
  }

  /** The response is sent, or nobody wants it. */
  release(): void {
    this.#lane.release(this)
  }
}

const isLarge = (place: HeavyPlace) => place.isLarge

function some(places: Iterable<HeavyPlace>, matches: (place: HeavyPlace) => boolean): boolean {
  return count(places, matches) > 0
}

function count(places: Iterable<HeavyPlace>, matches: (place: HeavyPlace) => boolean): number {
  let matching = 0
  for (const place of places) if (matches(place)) matching++
  return matching
}

import type { FetchFailure } from './fetch-messages.ts'

const [STATE, LENGTH] = [0, 1]
const [PENDING, DONE, FAILED] = [0, 1, 2]

/** State and length; then the bytes. */
const HEADER_BYTES = 64

/** For a failure, and for what opening a file reports. */
const LEAST_BYTES = 8192

/**
 * Memory in which the fetcher lays what a thread waits for, and wakes it. The thread is blocked
 * meanwhile: nothing else would be read by it sooner.
 */
export class Reply {
  readonly memory: SharedArrayBuffer
  readonly #header: Int32Array<SharedArrayBuffer>
  /** what was requested, once it is there */
  readonly bytes: Uint8Array<SharedArrayBuffer>

  constructor(memory: SharedArrayBuffer) {
    this.memory = memory
    this.#header = new Int32Array(memory, 0, HEADER_BYTES / Int32Array.BYTES_PER_ELEMENT)
    this.bytes = new Uint8Array(memory, HEADER_BYTES)
  }

  static ofSize(bytes: number): Reply {
    return new Reply(new SharedArrayBuffer(HEADER_BYTES + Math.max(LEAST_BYTES, bytes)))
  }

  /** Before it is used again. */
  reset(): void {
    Atomics.store(this.#header, STATE, PENDING)
  }

  /** @returns whether it came within some ms; @throws what the fetcher failed with */
  wait(ms: number): boolean {
    Atomics.wait(this.#header, STATE, PENDING, ms)
    return Atomics.load(this.#header, STATE) !== PENDING
  }

  /** Null: what was requested is there. */
  get failure(): FetchFailure | null {
    return Atomics.load(this.#header, STATE) === FAILED ? this.json<FetchFailure>() : null
  }

  /** A response that is not bytes. */
  json<T>(): T {
    const length = Atomics.load(this.#header, LENGTH)
    return JSON.parse(new TextDecoder().decode(this.bytes.slice(0, length)))
  }

  finish(): void {
    this.#settle(DONE)
  }

  finishWith(value: object): void {
    this.#write(value)
    this.#settle(DONE)
  }

  fail(failure: FetchFailure): void {
    this.#write(failure)
    this.#settle(FAILED)
  }

  #write(value: object): void {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    this.bytes.set(bytes)
    Atomics.store(this.#header, LENGTH, bytes.length)
  }

  #settle(state: number): void {
    Atomics.store(this.#header, STATE, state)
    Atomics.notify(this.#header, STATE)
  }
}

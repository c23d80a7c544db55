/** What was fetched, and what was already here. */
export interface FetchCounts {
  /** to servers */
  readonly requests: number
  /** that came from servers */
  readonly bytes: number
  /** times that a reader waited for a server, whatever it then got at once */
  readonly waits: number
  /** requests that were repeated */
  readonly retries: number
  /** that readers needed and no server had to send: from memory, or from disk */
  readonly cachedBytes: number
}

const names = ['requests', 'bytes', 'waits', 'retries', 'cachedBytes'] as const
/** bytes that were decided to be fetched, before they come */
const CHARGED = names.length

/** Counts that several threads add to; the memory may be handed to them. */
export class FetchTally {
  readonly memory: SharedArrayBuffer
  readonly #values: BigInt64Array

  constructor(
    memory = new SharedArrayBuffer((names.length + 1) * BigInt64Array.BYTES_PER_ELEMENT),
  ) {
    this.memory = memory
    this.#values = new BigInt64Array(memory)
  }

  add(name: keyof FetchCounts, amount: number): void {
    Atomics.add(this.#values, names.indexOf(name), BigInt(amount))
  }

  get(name: keyof FetchCounts): number {
    return Number(Atomics.load(this.#values, names.indexOf(name)))
  }

  /** Count bytes that are going to be fetched; @returns whether that is within a limit. */
  charge(bytes: number, most: number): boolean {
    const before = Number(Atomics.load(this.#values, CHARGED))
    if (before + bytes > most) return false
    Atomics.add(this.#values, CHARGED, BigInt(bytes))
    return true
  }

  get counts(): FetchCounts {
    const [requests, bytes, waits, retries, cachedBytes] = names.map((name) => this.get(name))
    return { requests, bytes, waits, retries, cachedBytes }
  }
}

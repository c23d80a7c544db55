/** A store that has failed is left alone for this time: requests read the recording instead. */
const PAUSE_MS = 30_000

/** Work with a store that other machines have, and that may fail. */
export class PausingStore {
  readonly #onFault: (error: unknown) => void
  #pausedUntil = 0
  #hasFailed = false

  /** @param onFault called when it begins to fail, and again after it has worked in between */
  constructor(onFault: (error: unknown) => void = () => {}) {
    this.#onFault = onFault
  }

  /** @throws what the work throws, and an Error while the store is left alone */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (Date.now() < this.#pausedUntil) throw new Error('the store failed just before')
    try {
      const value = await work()
      this.#hasFailed = false
      return value
    } catch (error) {
      this.#pausedUntil = Date.now() + PAUSE_MS
      if (!this.#hasFailed) this.#onFault(error)
      this.#hasFailed = true
      throw error
    }
  }
}

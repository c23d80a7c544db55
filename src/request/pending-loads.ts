/**
 * Knows when a request has loaded all that it must before it can request spikes. Requests
 * that are held back until then come together, from whatever depth of the query, and
 * however long the tables took.
 */
export class PendingLoads {
  #pending = 0
  #held: (() => void)[] = []
  #checkIsDue = false

  /** Count a load as pending until it is settled. */
  async track<T>(load: Promise<T>): Promise<T> {
    this.#pending++
    try {
      return await load
    } finally {
      this.#pending--
      this.#check()
    }
  }

  /** Run when nothing is pending. */
  whenSettled(run: () => void): void {
    this.#held.push(run)
    this.#check()
  }

  // Not at once: a load that is settled lets resolvers go on, in microtasks, and these
  // may load again, or request more.
  #check(): void {
    if (this.#checkIsDue || this.#held.length === 0) return
    this.#checkIsDue = true
    setImmediate(() => {
      this.#checkIsDue = false
      if (this.#pending > 0) return
      const held = this.#held
      this.#held = []
      for (const run of held) run()
    })
  }
}

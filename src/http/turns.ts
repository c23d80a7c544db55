/** Lets one piece of work begin in each turn of the event loop: many that come at once do not hold up what else is due. */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #isTaken = false

  /** Settles at once when nothing has begun in this turn, else in one of the next, in order. */
  async take(): Promise<void> {
    if (this.#isTaken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#begin()
  }

  /** Settles in one of the next turns, in order: for whoever had this one. */
  async takeNext(): Promise<void> {
    if (!this.#isTaken) this.#begin()
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #begin(): void {
    this.#isTaken = true
    setImmediate(() => {
      const next = this.#waiting.shift()
      this.#isTaken = false
      if (!next) return
      this.#begin()
      next()
    })
  }
}

/**
 * Lets so much work begin in each turn of the event loop: much that comes at once does
 * not hold up what else is due.
 */
export class Turns {
  readonly #perTurn: number
  readonly #waiting: (() => void)[] = []
  /** what has begun in this turn */
  #taken = 0

  constructor(perTurn = 1) {
    this.#perTurn = perTurn
  }

  /** Settles at once when there is room in this turn, else in one of the next, in order. */
  async take(): Promise<void> {
    if (this.#taken >= this.#perTurn) return this.takeNext()
    this.#begin()
  }

  /** Settles in one of the next turns, in order: for whoever had this one. */
  async takeNext(): Promise<void> {
    if (this.#taken === 0) this.#begin()
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #begin(): void {
    if (this.#taken++ === 0) setImmediate(this.#nextTurn)
  }

  readonly #nextTurn = (): void => {
    this.#taken = 0
    for (const next of this.#waiting.splice(0, this.#perTurn)) {
      this.#begin()
      next()
    }
  }
}

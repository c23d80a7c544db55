import type { ErrorLogger } from '../../graphql/server/format-error.ts'

/**
 * The last line of defence: a promise that is rejected with nobody waiting for it is a fault of
 * ours, but it must not end the process for everyone else. It is logged in full and counted.
 */
export class UnhandledRejections {
  readonly #log: ErrorLogger
  #count = 0

  constructor(log: ErrorLogger) {
    this.#log = log
    process.on('unhandledRejection', this.#note)
  }

  /** since the start */
  get count(): number {
    return this.#count
  }

  /** From now on they end the process again. */
  stop(): void {
    process.off('unhandledRejection', this.#note)
  }

  readonly #note = (reason: unknown): void => {
    this.#count++
    this.#log.error(
      { err: reason },
      'unhandled rejection (internal error); the server keeps running',
    )
  }
}

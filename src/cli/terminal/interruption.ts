import { constants } from 'node:os'

/** The user or the machine requested a stop. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
  /** what a shell expects of a program that a signal ended */
  readonly exitCode: number

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}; no unfinished file was left behind`)
    this.exitCode = 128 + constants.signals[signal]
  }
}

/**
 * Do something that SIGINT and SIGTERM give up: the first aborts its signal, a
 * second ends the program at once.
 *
 * @throws InterruptedError when it was given up
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const stop = (name: NodeJS.Signals) => {
    const interruption = new InterruptedError(name)
    if (signal.aborted) process.exit(interruption.exitCode)
    controller.abort(interruption)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    return await work(signal)
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

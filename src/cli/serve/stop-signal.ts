import { InterruptedError } from '../terminal/interruption.ts'

/**
 * `npm start` passes Ctrl-C on, which the terminal has sent already: so close
 * together, two signals are one.
 */
const ECHO_MS = 500

/**
 * The first SIGINT or SIGTERM; a second ends the program at once, and what still runs with it.
 *
 * @param isHeldUp whether some thread would keep the process from ending
 * @param signals emits them
 */
export function stopSignal(
  isHeldUp: () => boolean,
  signals: NodeJS.EventEmitter = process,
): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let stoppedAt = Number.NaN
    const stop = (signal: NodeJS.Signals) => {
      if (Number.isNaN(stoppedAt)) {
        stoppedAt = performance.now()
        resolve(signal)
      } else if (performance.now() - stoppedAt > ECHO_MS) {
        console.error(`${signal}: stopped immediately; running requests were aborted.`)
        if (isHeldUp()) killOwnProcess()
        process.exit(new InterruptedError(signal).exitCode)
      }
    }
    signals.on('SIGINT', stop).on('SIGTERM', stop)
  })
}

/**
 * The only end of a process one of whose threads hangs in a system call: the usual one would wait
 * for it. Its exit status is 137.
 */
export function killOwnProcess(): void {
  console.error('Killed: some threads are still waiting for a disk that does not respond.')
  process.kill(process.pid, 'SIGKILL')
}

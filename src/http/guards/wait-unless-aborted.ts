import { RequestAbortedError } from '../../errors.ts'

/** Someone who waits. */
export interface Waiter {
  readonly go: () => void
  readonly refuse: (error: Error) => void
}

/**
 * Wait until released.
 *
 * @param join adds the waiter to whatever it waits for; returns what removes it again
 * @throws RequestAbortedError when the signal is aborted meanwhile, or what
 *   the waiter is refused with
 */
export function waitUnlessAborted(
  signal: AbortSignal,
  join: (waiter: Waiter) => () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      leave()
      reject(new RequestAbortedError())
    }
    const settled = () => signal.removeEventListener('abort', giveUp)
    signal.addEventListener('abort', giveUp, { once: true })
    const leave = join({
      go: () => {
        settled()
        resolve()
      },
      refuse: (error) => {
        settled()
        reject(error)
      },
    })
    if (signal.aborted) giveUp()
  })
}

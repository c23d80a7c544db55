import { RequestAbortedError } from '../errors.ts'

/**
 * The promise, or a RequestAbortedError as soon as the signal is aborted: whoever does
 * the work may be slow to notice.
 */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new RequestAbortedError())
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

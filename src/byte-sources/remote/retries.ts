import { setTimeout as sleep } from 'node:timers/promises'
import { RequestAbortedError } from '../../errors.ts'
import { FetchFault, faultOf } from './fetch-fault.ts'

export interface RetryPolicy {
  readonly attempts: number
  /** from the first attempt on, after which none begins */
  readonly deadlineSeconds: number
  /** ms before the first repetition, at most; doubled each time */
  readonly firstPause: number
}

/**
 * S3 asks for several attempts with growing pauses; a server that restarts is back within these.
 */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 6,
  deadlineSeconds: 60,
  firstPause: 100,
}

const LONGEST_PAUSE = 8000

/** A second look tells a replica that lags behind from a file that was replaced. */
const ATTEMPTS_IF_CHANGED = 2

/**
 * Try until it succeeds or cannot: pauses are random up to a bound that doubles ("full jitter"), so
 * that many clients of one server do not come back all at once.
 *
 * @param attempt made up to `attempts` times
 * @throws FetchFault that says what was tried, RequestAbortedError
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { attempts, deadlineSeconds, firstPause }: RetryPolicy,
  { signal, onRetry }: { signal?: AbortSignal | undefined; onRetry?: () => void } = {},
): Promise<T> {
  const began = performance.now()
  const faults: FetchFault[] = []
  for (;;) {
    if (signal?.aborted) throw new RequestAbortedError()
    try {
      return await attempt()
    } catch (error) {
      if (signal?.aborted) throw new RequestAbortedError()
      const fault = faultOf(error)
      faults.push(fault)
      const most = fault.kind === 'changed' ? ATTEMPTS_IF_CHANGED : attempts
      const isWorthwhile = fault.kind === 'transient' || fault.kind === 'changed'
      if (!isWorthwhile || faults.length >= most) throw summary(faults, began)
      const bound = Math.min(LONGEST_PAUSE, firstPause * 2 ** (faults.length - 1))
      const pause = Math.max(fault.retryAfter ?? 0, Math.random() * bound)
      if (performance.now() - began + pause > 1000 * deadlineSeconds) throw summary(faults, began)
      onRetry?.()
      await sleep(pause, undefined, { signal }).catch(() => {})
    }
  }
}

/** Such as "HTTP 503 three times, then ECONNRESET, in 4.2 s". */
function summary(faults: readonly FetchFault[], began: number): FetchFault {
  const last = faults.at(-1)
  if (!last || faults.length === 1) return last ?? new FetchFault('transient', 'not tried')
  const counts = new Map<string, number>()
  for (const { message } of faults) counts.set(message, (counts.get(message) ?? 0) + 1)
  const tried = [...counts].map(([message, count]) => `${message}${count > 1 ? ` x ${count}` : ''}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  return new FetchFault(
    last.kind,
    `${faults.length} attempts in ${seconds} s: ${tried.join(', ')}`,
    last.retryAfter,
  )
}

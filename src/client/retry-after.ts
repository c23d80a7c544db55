/** Seconds that a Retry-After header asks to wait: a number, or a date; null for none. */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}

/** The longest pause between two attempts, unless the server asks for a longer one. */
const LONGEST_PAUSE_SECONDS = 20

/**
 * The shortest pause before a request is repeated: nothing the first time, when the server knows
 * best, then twice as long each time.
 *
 * @param retry how many times it was repeated already
 */
export function backOffSeconds(retry: number): number {
  return retry === 0 ? 0 : Math.min(LONGEST_PAUSE_SECONDS, 2 ** retry)
}

/**
 * Wait as long as the server wants and up to half as long again, so that many who were refused
 * together do not come back together.
 *
 * @throws the signal's reason, as soon as it is aborted
 */
export function wait(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  const milliseconds = (seconds + (Math.random() * Math.max(seconds, 0.1)) / 2) * 1000
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }, milliseconds)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}

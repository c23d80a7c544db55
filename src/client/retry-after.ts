/** Seconds that a Retry-After header asks to wait: a number, or a date; null for none. */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}

/**
 * Wait as long as asked and up to half as long again, so that many who were refused together do not come back together.
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

/** Before an address expires, so that it holds until the response has begun. */
const MARGIN_MS = 60_000

/** For which a redirect without a date is kept. */
const DEFAULT_LIFE_MS = 600_000

interface KeptRedirect {
  readonly url: URL
  /** ms since 1970 */
  readonly until: number
}

/**
 * Where addresses redirect to, such as the presigned address of an object, for as long as that
 * holds: each range would cost another request otherwise.
 */
export class KeptRedirects {
  readonly #kept = new Map<string, KeptRedirect>()

  get(address: string): URL | null {
    const kept = this.#kept.get(address)
    if (!kept) return null
    if (Date.now() < kept.until) return kept.url
    this.#kept.delete(address)
    return null
  }

  keep(address: string, url: URL): void {
    this.#kept.set(address, { url, until: expiryOf(url) - MARGIN_MS })
  }

  forget(address: string): void {
    this.#kept.delete(address)
  }
}

/** When a presigned address expires, as its own parameters say. */
function expiryOf({ searchParams }: URL): number {
  const seconds = Number(searchParams.get('X-Amz-Expires') ?? searchParams.get('X-Goog-Expires'))
  const date = searchParams.get('X-Amz-Date') ?? searchParams.get('X-Goog-Date')
  const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(date ?? '') ?? []
  if (day && time && seconds > 0) {
    const [year, month, dayOfMonth] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)]
    const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4)]
    const begin = Date.UTC(+year, +month - 1, +dayOfMonth, +hour, +minute, +second)
    return begin + 1000 * seconds
  }
  const expires = Number(searchParams.get('Expires'))
  return expires > 0 ? 1000 * expires : Date.now() + DEFAULT_LIFE_MS
}

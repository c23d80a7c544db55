/** An interval of the session's clock, in seconds, both ends included. */
export interface TimeSpan {
  readonly startTime: number
  readonly stopTime: number
}

/** From the first to the last moment of some spans that is known; null when none is. */
export function spanOf(spans: readonly TimeSpan[]): TimeSpan | null {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  // One by one: a file without blocks can have more epochs than a function takes arguments.
  for (const { startTime, stopTime } of spans) {
    for (const time of [startTime, stopTime]) {
      if (!Number.isFinite(time)) continue
      if (time < first) first = time
      if (time > last) last = time
    }
  }
  return first <= last ? { startTime: first, stopTime: last } : null
}

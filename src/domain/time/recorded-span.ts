import type { SessionTables, TimeSpan } from '../session/session-tables.ts'

/**
 * From the first to the last moment of spikes, epochs and observed intervals
 * together; null when there are none.
 */
export function recordedSpan(
  spikes: TimeSpan | null,
  { epochs, units: { observation } }: RecordedTables,
): TimeSpan | null {
  return spanOf([spikes ?? [], observation?.stretches.flat() ?? [], epochs].flat())
}

/** What of a session's tables tells when it was recorded. */
interface RecordedTables {
  readonly epochs: SessionTables['epochs']
  readonly units: Pick<SessionTables['units'], 'observation'>
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

import type { SessionTables } from '../session/session-tables.ts'
import { spanOf, type TimeSpan } from './time-span.ts'

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

/** What of a session's tables says when it was recorded. */
interface RecordedTables {
  readonly epochs: SessionTables['epochs']
  readonly units: Pick<SessionTables['units'], 'observation'>
}

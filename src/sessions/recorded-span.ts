import type { SessionTables } from '../domain/session/session-tables.ts'
import { recordedSpan } from '../domain/time/recorded-span.ts'
import type { TimeSpan } from '../domain/time/time-span.ts'
import type { SessionReader } from './session-reader.ts'

/**
 * From the first to the last moment that a session's file records: spikes of any unit, and
 * intervals. Null: neither.
 */
export async function readRecordedSpan(
  reader: SessionReader,
  tables: SessionTables,
): Promise<TimeSpan | null> {
  return recordedSpan(await reader.load('spikeSpan', { from: [tables] }), tables)
}

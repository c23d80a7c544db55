import { RecordingError } from '../../errors.ts'
import type { SessionTables, StimulusEpoch } from '../session/session-tables.ts'

/**
 * The epochs of a session, for a request that needs them.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT, INDEX_INVALID where the file has tables of intervals,
 *   and none of them can be read: that there are none is not known
 */
export function knownEpochs({ epochs, epochsFault }: SessionTables): readonly StimulusEpoch[] {
  if (!epochsFault) return epochs
  throw new RecordingError(epochsFault.code, epochsFault.fileName, epochsFault.detail)
}

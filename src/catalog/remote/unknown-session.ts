import type { SessionMetadata } from '../../domain/session/session-tables.ts'
import type { DescribedSession } from './remote-place.ts'

/** What is known of a session in no table before its file was opened: its identifier. */
export function unknownSession(identifier: string): DescribedSession {
  return {
    published: null,
    metadata: unknownMetadata(identifier),
    areas: [],
    recordedAreas: null,
    unitCount: null,
    passingUnitCount: null,
    channelCount: null,
    validChannelCount: null,
    probeCount: null,
  }
}

export function unknownMetadata(identifier: string): SessionMetadata {
  return {
    identifier,
    nwbVersion: null,
    sessionType: null,
    description: null,
    startTime: null,
    createdAt: [],
    institution: null,
    lab: null,
    experimenters: [],
    subject: null,
  }
}

import type { SessionMetadata } from '../domain/session-tables.ts'
import type { RecordingError } from '../errors.ts'
import type { SessionReader } from '../nwb/session-reader.ts'

/** One recording that is served: what a list of sessions needs, without opening the file again. */
export interface CatalogSession {
  /** unique here: the NWB identifier, or, where two files share it, the file's name */
  readonly id: string
  /** without its folder */
  readonly fileName: string
  /** bytes */
  readonly fileSize: number
  readonly metadata: SessionMetadata
  /** areas that a valid channel lies in, in order of the channels */
  readonly recordedAreas: readonly RecordedArea[]
  readonly unitCount: number
  readonly channelCount: number
  readonly probeCount: number
  readonly reader: SessionReader
}

export interface RecordedArea {
  readonly acronym: string
  /** valid channels */
  readonly channelCount: number
  /** stored units, before any filter */
  readonly unitCount: number
}

/** A file that looked like a recording and is not served, and why. */
export interface RefusedFile {
  readonly fileName: string
  readonly error: RecordingError
}

/** Where sessions are. */
export interface SessionCatalog {
  /** All sessions served now, ordered by id (numeric ids by number). */
  sessions(): Promise<readonly CatalogSession[]>
  /** @throws SessionNotFoundError */
  session(id: string): Promise<CatalogSession>
  refused(): Promise<readonly RefusedFile[]>
}

import type { ExactNumber } from '../domain/numeric/exact-numbers.ts'
import type { SessionMetadata } from '../domain/session/session-tables.ts'
import type { SessionWarning } from '../domain/session/session-warning.ts'
import type { RecordingError } from '../errors.ts'
import type { SessionReader } from './session-reader.ts'

/**
 * One session that is listed: what a list of sessions needs, without opening the file again. Of
 * many sessions, what is seldom needed is unpacked only then: its properties may be getters of
 * a class, which `{ ...session }` leaves out; see ListedSession.
 */
export interface CatalogSession {
  /** unique here: the NWB identifier, or, where two files share it, the file's name */
  readonly id: string
  /**
   * false: only the tables of an AllenSDK cache know it; its reader has what they have, and
   * fails where the file is needed
   */
  readonly available: boolean
  /** name of the place that its file is in; null: only tables know it */
  readonly place: string | null
  /** without its folder; of an absent file the name that it would have */
  readonly fileName: string
  /** bytes; null: of an absent file, or one elsewhere whose size no list says */
  readonly fileSize: number | null
  /** address of a file that is read over the network, without secrets; null: of this machine */
  readonly location: string | null
  /** what the tables of an AllenSDK cache say of it; null: none here knows it */
  readonly published: PublishedSession | null
  readonly metadata: SessionMetadata
  /** areas that a valid channel or a stored unit lies in, in order of the channels */
  readonly areas: readonly ListedArea[]
  /**
   * those of them that a valid channel lies in, or a unit that something else places; all where
   * there are none; null: the file is absent or was not opened yet, and no table lists them
   */
  readonly recordedAreas: readonly ListedArea[] | null
  /** stored, before any filter; null, as of the next: as of the areas */
  readonly unitCount: number | null
  /** units that pass the AllenSDK's filter */
  readonly passingUnitCount: number | null
  /** stored, valid or not; null: as of the areas */
  readonly channelCount: number | null
  /** null: no one says which are valid */
  readonly validChannelCount: number | null
  /** null: as of the areas */
  readonly probeCount: number | null
  /** what the catalog has to say of the session, as well as the warnings of its reader */
  readonly warnings: readonly SessionWarning[]
  readonly reader: SessionReader
  /** what it is chosen by, where that is known without unpacking the rest; see facetsOf */
  readonly facets?: SessionFacets | undefined
}

/** What sessions are chosen by. */
export interface SessionFacets {
  readonly sessionType: string | null
  readonly genotype: string | null
  readonly sex: string | null
  readonly ageInDays: number | null
  /** acronyms; see CatalogSession.recordedAreas */
  readonly recordedAcronyms: readonly string[]
}

export interface ListedArea {
  readonly acronym: string
  /** valid channels */
  readonly channelCount: number
  /** stored units, before any filter */
  readonly unitCount: number
  /** units that pass the AllenSDK's filter */
  readonly passingUnitCount: number
}

/** What the tables of an AllenSDK cache say of a session, besides or instead of its file. */
export interface PublishedSession {
  /** ISO 8601 */
  readonly publishedAt: string | null
  /** ISO 8601 */
  readonly dateOfAcquisition: string | null
  readonly specimenId: string | null
  /** null: channels.csv does not list it */
  channel(id: ExactNumber): PublishedChannel | null
  /** Null: there is no table of them. Read when first wanted, and again when the file changed. */
  analysisMetrics(): Promise<AnalysisMetrics | null>
}

/** A row of channels.csv. */
export interface PublishedChannel {
  readonly area: string | null
  /** the atlas's number of the area; NaN: none */
  readonly structureId: number
  /** µm in the common coordinate framework; NaN: none */
  readonly anteriorPosterior: number
  readonly dorsalVentral: number
  readonly leftRight: number
}

/** Metrics of units that were computed beforehand, from their responses to stimuli. */
export interface AnalysisMetrics {
  /** units */
  readonly count: number
  /** names of the columns, in the file's order */
  readonly names: readonly string[]
  /** by name; NaN and null: missing; True is 1 and False is 0. Shape of each: [units] */
  readonly columns: ReadonlyMap<string, Float64Array | readonly (string | null)[]>
  /** -1: the table does not list the unit */
  rowOf(unitId: ExactNumber): number
}

/**
 * A file that looked like a recording, or a table of an AllenSDK cache, and is not served, and why.
 */
export interface RefusedFile {
  readonly fileName: string
  readonly error: RecordingError
}

/** How far the first look at a place has come. */
export interface PlaceStatus {
  /** of the folder or file, without those that it lies in */
  readonly name: string
  /** SILENT: its disk does not respond */
  readonly state: 'READING' | 'READ' | 'SILENT'
  /** recordings found */
  readonly fileCount: number
  /** of them, how many were read */
  readonly readCount: number
}

/** Where sessions are. */
export interface SessionCatalog {
  /**
   * All sessions listed now, with or without a file, ordered by id (numeric ids by number). The
   * same array as before while nothing has changed: what is computed of a list is kept with it.
   */
  sessions(): Promise<readonly CatalogSession[]>
  /**
   * @throws SessionNotFoundError when all places were read, else StillReadingError, or
   *   RecordingError (DISK_SILENT) where only silent disks were not
   */
  session(id: string): Promise<CatalogSession>
  refused(): Promise<readonly RefusedFile[]>
  /** What is served, in the order given. */
  places(): readonly PlaceStatus[]
  /** Places that were never read to their end: sessions may be missing from the list. */
  unread(): readonly PlaceStatus[]
}

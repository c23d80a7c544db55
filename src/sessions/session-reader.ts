import type { FetchTally } from '../domain/session/fetch-tally.ts'
import type { ReadTally } from '../domain/session/read-tally.ts'
import type { SessionTables } from '../domain/session/session-tables.ts'
import type {
  BatchName,
  BatchRequest,
  BatchResponse,
  ContentName,
  SessionContents,
} from './session-requests.ts'

/** Who requests something: a GraphQL request, or a command. */
export interface RequestedBy {
  /** aborted when the response is not wanted any more */
  readonly signal?: AbortSignal | undefined
  /** counts what is fetched of remote recordings for it; of what it shares, if it was first */
  readonly fetches?: FetchTally | undefined
  /** counts what is read for it, in the same way */
  readonly reads?: ReadTally | undefined
}

export interface LoadOptions extends RequestedBy {
  /**
   * responses of this reader that the request builds on: the tables whose rows it names, the
   * presentations. When they do not all come from one state of the file, or the file has changed
   * since, the request fails with FILE_CHANGED
   */
  readonly from?: readonly object[] | undefined
}

export type ReadOptions = LoadOptions

/**
 * Reads one recording. Every method fails with a RecordingError when the file is missing, damaged
 * or changed.
 */
export interface SessionReader {
  /**
   * Structure: everything but the spikes. Read once; later calls give the same tables while the
   * file stays as it is.
   */
  tables(by?: RequestedBy): Promise<SessionTables>

  /** What the session holds as a whole; see {@link SessionContents}. */
  load<Name extends ContentName>(name: Name, options?: LoadOptions): Promise<SessionContents[Name]>

  /**
   * One response to each request, in their order; see {@link SessionBatches}.
   *
   * @throws RequestAbortedError when the signal is aborted
   */
  read<Name extends BatchName>(
    name: Name,
    requests: readonly BatchRequest<Name>[],
    options?: ReadOptions,
  ): Promise<BatchResponse<Name>[]>
}

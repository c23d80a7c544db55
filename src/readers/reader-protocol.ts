import type { Disk } from '../byte-sources/disk/disk.ts'
import type { FetchAccess } from '../byte-sources/fetcher/fetch-messages.ts'
import type { RecordingIdentity } from '../byte-sources/recording-identity.ts'
import type { RecordingLocation } from '../byte-sources/recording-location.ts'
import { RecordingError, type RecordingProblem, RequestAbortedError } from '../errors.ts'
import type { FileContents } from '../nwb/request-handlers.ts'
import type { SpikeLayout } from '../nwb/spikes/sources/spike-layout.ts'
import type { RequestedBy } from '../sessions/session-reader.ts'
import type { BatchName, BatchRequest, BatchResponse } from '../sessions/session-requests.ts'
import type { ReaderTimes } from './thread/reader-times.ts'

export type FileContentName = keyof FileContents

export type FileResponses = FileContents & { [Name in BatchName]: BatchResponse<Name>[] }

/** What a reader thread is started with. */
export interface ReaderWorkerData {
  /** null: remote recordings are not read */
  readonly fetch: FetchAccess | null
}

/** A request about one file. */
export type FileTask = (LoadTask | ReadTask) & {
  readonly location: RecordingLocation
  /** the state of the file that is meant; null: whatever lies there now */
  readonly identity: RecordingIdentity | null
}

/** The same as it is sent to a thread. */
export type ReaderTask = FileTask & {
  /** set to 1 by the requesting thread when the response is not wanted any more */
  readonly cancelled: Int32Array<SharedArrayBuffer>
  /** set to 1 by the reading thread when it begins */
  readonly begun: Int32Array<SharedArrayBuffer>
  /** see FetchTally; null: for several requests, or none */
  readonly fetches: SharedArrayBuffer | null
  /** bytes that may be fetched for the request */
  readonly mostFetched: number
}

interface LoadTask {
  readonly name: FileContentName
  readonly requests: null
}

interface ReadTask {
  readonly name: BatchName
  /** where the spikes lie that are wanted; null: not known, or none are wanted */
  readonly layout: SpikeLayout | null
  readonly requests: readonly BatchRequest<BatchName>[]
}

/** A response, and the file that it was read from. */
export interface FileResponse<Name extends keyof FileResponses> {
  readonly name: Name
  readonly identity: RecordingIdentity
  readonly response: FileResponses[Name]
}

/** Any of them, as it comes back from a thread. */
export interface AnyResponse {
  readonly name: keyof FileResponses
  readonly identity: RecordingIdentity
  readonly response: FileContents[FileContentName] | BatchResponse<BatchName>[]
}

/**
 * What comes back from a thread. Errors that the caller can act on are data: a class does not
 * survive the way between threads.
 */
export type ReaderOutcome =
  | (AnyResponse & {
      readonly outcome: 'read'
      /** that the response took */
      readonly bytesRead: number
      readonly times: ReaderTimes
    })
  | {
      readonly outcome: 'failed'
      readonly code: RecordingProblem
      readonly fileName: string
      readonly detail: string
    }
  | { readonly outcome: 'aborted' }

/** Reads files: a pool of threads, or the thread of the caller. */
export interface FileReader {
  /** where local files are */
  readonly disk: Disk
  /** threads that have nothing to do */
  readonly idleThreads: number
  /**
   * The state of what lies at a location now.
   *
   * @throws RecordingError
   */
  identify(location: RecordingLocation): Promise<RecordingIdentity>
  /**
   * @param identity the state that is meant; null: whatever lies there now
   * @throws RecordingError, ServerBusyError
   */
  load<Name extends FileContentName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    by?: RequestedBy,
  ): Promise<FileResponse<Name>>
  /**
   * @param identity the state that is meant; null: whatever lies there now
   * @param layout of that file's spikes, where it is known: they are read without libhdf5
   * @throws RecordingError, RequestAbortedError, ServerBusyError
   */
  read<Name extends BatchName>(
    location: RecordingLocation,
    identity: RecordingIdentity | null,
    name: Name,
    requests: readonly BatchRequest<Name>[],
    by?: RequestedBy,
    layout?: SpikeLayout | null,
  ): Promise<FileResponse<Name>>
}

/**
 * The response that came back from a thread.
 *
 * @throws RecordingError, RequestAbortedError
 */
export function responseOf<Name extends keyof FileResponses>(
  outcome: ReaderOutcome,
  name: Name,
): FileResponse<Name> {
  if (outcome.outcome === 'aborted') throw new RequestAbortedError()
  if (outcome.outcome === 'failed') {
    throw new RecordingError(outcome.code, outcome.fileName, outcome.detail)
  }
  if (!isOf(outcome, name)) throw new Error(`${outcome.name} was read instead of ${name}`)
  return outcome
}

function isOf<Name extends keyof FileResponses>(
  response: AnyResponse,
  name: Name,
): response is FileResponse<Name> {
  return response.name === name
}

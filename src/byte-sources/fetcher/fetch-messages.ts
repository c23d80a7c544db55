import type { RecordingProblem } from '../../errors.ts'
import type { PageMemory } from '../pages/page-table.ts'
import type { RemoteAddress } from '../remote/remote-address.ts'
import type { RemoteIdentity } from '../remote/remote-identity.ts'

/** What a thread needs to have the fetcher fetch: plain data, which may go to any thread. */
export interface FetchAccess {
  /** name of the channel that requests go through */
  readonly channel: string
  readonly pages: PageMemory
  /** counts of all requests; see FetchTally */
  readonly tally: SharedArrayBuffer
  /** see SharedLine */
  readonly line: SharedArrayBuffer
  /** which of the threads that fetched runs now, from 1 on; 0: none yet, or it died. Shape [1] */
  readonly generation: SharedArrayBuffer
}

/** What comes with every request of a thread that waits. */
interface Waiting {
  readonly id: string
  /** see Reply */
  readonly reply: SharedArrayBuffer
  /** counts of the request that it is for; null: no request */
  readonly tally: SharedArrayBuffer | null
  /** bytes that the request may fetch */
  readonly mostBytes: number
}

export type FetchRequest =
  | (Waiting & {
      readonly kind: 'open'
      readonly address: RemoteAddress
      /** seconds since the server last confirmed the state of the file, at most */
      readonly maxAge: number
    })
  | (Waiting & {
      readonly kind: 'read'
      /** its number */
      readonly file: number
      /** begin and end of each range, in bytes; in the order of their bytes in the reply */
      readonly ranges: Float64Array
      /** pages that are fetched together, where one of them is wanted and none is here */
      readonly blockPages: number
    })
  /** for pages that will be wanted: no one waits, and failures are dropped */
  | (Omit<Waiting, 'reply'> & {
      readonly kind: 'prefetch'
      readonly file: number
      readonly ranges: Float64Array
    })
  | { readonly kind: 'abort'; readonly id: string }

export interface OpenedRemote {
  /** its number among the files of the fetcher */
  readonly file: number
  readonly identity: RemoteIdentity
  /** see remoteKey */
  readonly key: string
}

/** An error that goes between threads, where no class survives. */
export interface FetchFailure {
  readonly code: RecordingProblem
  readonly fileName: string
  readonly detail: string
}

/** Requests to the fetching thread from the one that started it, which must not wait. */
export interface IdentifyRequest {
  readonly id: number
  readonly address: RemoteAddress
  readonly maxAge: number
}

export type IdentifyResponse =
  | { readonly id: number; readonly opened: OpenedRemote }
  | { readonly id: number; readonly failure: FetchFailure }

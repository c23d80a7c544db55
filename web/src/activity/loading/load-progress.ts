import type { FetchLog } from '../../fetching/fetch-log.ts'

export interface LoadOptions {
  readonly signal: AbortSignal
  /** learns what the server fetches; null: the recording lies on the server */
  readonly log: FetchLog | null
  /** called with the part of the counts that has come, from 0 to 1 */
  readonly onProgress: (share: number) => void
}

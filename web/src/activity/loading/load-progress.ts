/** What a view of a recording that lies elsewhere has the server fetch. */
export interface ViewFetch {
  readonly matrixCount: number
  /** matrices that have come */
  readonly doneCount: number
  /** expected for the counts of all of them, with what the server has kept */
  readonly estimate: number
  /** fetched so far */
  readonly bytes: number
}

export interface LoadProgress {
  /** part of the matrices that has come, from 0 to 1 */
  readonly share: number
  /** null: the recording lies on the server, or it is not known yet what will be fetched */
  readonly fetch: ViewFetch | null
}

export interface LoadOptions {
  readonly signal: AbortSignal
  /** whether the recording lies elsewhere, so that the server fetches what is shown of it */
  readonly isRemote: boolean
  readonly onProgress: (progress: LoadProgress) => void
}

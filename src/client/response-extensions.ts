/** What a query may ask for besides its data. */
export interface RequestedExtensions {
  /** no data, but about what the query would fetch of remote recordings */
  readonly estimate?: boolean | undefined
  /** what the response took to make */
  readonly cost?: boolean | undefined
  /** what was fetched of remote recordings for it */
  readonly fetched?: boolean | undefined
}

/** What a server says of a response besides its data. */
export interface ResponseExtensions {
  /** of {@link Client.estimate} */
  readonly estimate?: FetchEstimate
  /** if requested */
  readonly cost?: ResponseCost
  /** if requested */
  readonly fetched?: FetchedCounts
  /** what may be missing in the response, as while the server still reads its folders */
  readonly warnings?: readonly { readonly code: string; readonly message: string }[]
}

/** See docs/watching.md. */
export interface ResponseCost {
  readonly cells: number
  readonly values: number
  readonly bytesRead: number
  readonly responses: number
  readonly cachedResponses: number
}

/** What a query would fetch of remote recordings. */
export interface FetchEstimate {
  /** about, with what the server has kept of them; 0 where the recording lies on the server */
  readonly bytes: number
}

/** What came over the network for a response, all zeros where the recording lies on the server. */
export interface FetchedCounts {
  readonly requests: number
  readonly bytes: number
  /** round trips, one after another */
  readonly waits: number
  /** requests that were repeated */
  readonly retries: number
  /** that were needed and kept already */
  readonly cachedBytes: number
}

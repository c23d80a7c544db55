/** What was read for one request, and what was kept from before. */
export interface ReadCounts {
  /** of recordings; less than they hold of it where it is compressed there */
  readonly bytesRead: number
  /** tables, columns and matrices requested of readers */
  readonly responses: number
  /** of these, those that were kept in memory, or were being read for another request */
  readonly cachedResponses: number
}

/** Counts what readers do for one request. */
export class ReadTally {
  #bytesRead = 0
  #responses = 0
  #cachedResponses = 0

  addBytes(bytes: number): void {
    this.#bytesRead += bytes
  }

  addResponses(count: number, cached: number): void {
    this.#responses += count
    this.#cachedResponses += cached
  }

  get counts(): ReadCounts {
    return {
      bytesRead: this.#bytesRead,
      responses: this.#responses,
      cachedResponses: this.#cachedResponses,
    }
  }
}

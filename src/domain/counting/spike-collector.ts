/**
 * Takes the spikes of one unit after another, in any order and each unit once, and holds no more
 * than its result.
 */
export interface SpikeCollector<Result> {
  /**
   * @param column position of the unit among those of the request
   * @param spikeTimes shape [spikes], seconds, ascending; holds only during the call
   */
  add(column: number, spikeTimes: Float64Array): void
  /** The result; the collector is not used again. */
  finish(): Result
}

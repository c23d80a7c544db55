/** Takes the samples of a series in order, piece by piece, and holds no more than its result. */
export interface SampleCollector<Result> {
  /**
   * @param times seconds; shape [added]
   * @param samples NaN: missing or masked; shape [added, channels]
   */
  add(times: Float64Array, samples: Float64Array): void
  /** The result; the collector is not used again. */
  finish(): Result
}

/** Samples that are read when they are reduced, in order, and not kept. */
export interface SampleSource {
  /** Hz; NaN of fewer than two samples */
  readonly rate: number
  reduce<Result>(collector: SampleCollector<Result>): Result
}

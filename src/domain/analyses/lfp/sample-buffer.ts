/** Consecutive samples of a series that come in pieces: those that are still needed. */
export class SampleBuffer {
  readonly #channelCount: number
  #times = new Float64Array(0)
  #samples = new Float64Array(0)

  constructor(channelCount: number) {
    this.#channelCount = channelCount
  }

  /** seconds; shape [held] */
  get times(): Float64Array {
    return this.#times
  }

  /** shape [held, channels] */
  get samples(): Float64Array {
    return this.#samples
  }

  /**
   * @param times shape [added]
   * @param samples shape [added, channels]
   */
  append(times: Float64Array, samples: Float64Array): void {
    this.#times = joined(this.#times, times)
    this.#samples = joined(this.#samples, samples)
  }

  /** Drops the first `count` samples held. */
  drop(count: number): void {
    this.#times = this.#times.slice(count)
    this.#samples = this.#samples.slice(count * this.#channelCount)
  }
}

function joined(first: Float64Array, second: Float64Array): Float64Array<ArrayBuffer> {
  const all = new Float64Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

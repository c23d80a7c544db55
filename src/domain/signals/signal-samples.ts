/** What was measured, as one number at a time, in any order. Shape of every array: [samples]. */
export interface SignalSamples {
  /** when each sample begins, in seconds; NaN: not known */
  readonly startTimes: Float64Array
  /** when each ends; null: the file does not say, a sample is of a moment */
  readonly stopTimes: Float64Array | null
  /** NaN: missing */
  readonly values: Float64Array
}

/** Samples that are there, in order of time. Shape of both: [samples]. */
export interface OrderedSamples {
  /** seconds, ascending */
  readonly times: Float64Array
  readonly values: Float64Array
}

/** The time of each sample: halfway through it where the file says when it ends. */
export function middleTimes({ startTimes, stopTimes }: SignalSamples): Float64Array {
  return stopTimes ? startTimes.map((time, sample) => (time + stopTimes[sample]) / 2) : startTimes
}

/**
 * Samples in order of time, without those whose time or value is missing (NaN); equal times keep
 * their order.
 *
 * @param times shape [samples], seconds
 * @param values shape [samples]
 */
export function orderSamples(times: Float64Array, values: Float64Array): OrderedSamples {
  const order = orderOf(times, values)
  if (!order) return { times, values }
  return {
    times: Float64Array.from(order, (sample) => times[sample]),
    values: Float64Array.from(order, (sample) => values[sample]),
  }
}

/** Null: all are there, and in order. */
function orderOf(times: Float64Array, values: Float64Array): Uint32Array | null {
  const order = new Uint32Array(times.length)
  let count = 0
  let isOrdered = true
  let previous = Number.NEGATIVE_INFINITY
  for (let sample = 0; sample < times.length; sample++) {
    const time = times[sample]
    if (Number.isNaN(time) || Number.isNaN(values[sample])) continue
    if (time < previous) isOrdered = false
    previous = time
    order[count++] = sample
  }
  if (count === times.length && isOrdered) return null
  const there = order.subarray(0, count)
  return isOrdered ? there : there.sort((a, b) => times[a] - times[b])
}

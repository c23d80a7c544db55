import { ascending } from '../numeric/compare-numbers.ts'
import { numpySum } from '../numeric/numpy-sum.ts'
import { lowerBoundNear } from '../numeric/search.ts'

/**
 * Mean of the samples of a series in each of some intervals, `start <= time < stop`: how the
 * AllenSDK's `StimulusAnalysis.running_speed` takes samples by their start. A missing value (NaN)
 * does not count.
 *
 * @param times of the samples, in any order; shape [samples]
 * @param values shape [samples]
 * @param startTimes shape [intervals]
 * @param stopTimes shape [intervals]
 * @returns shape [intervals]; NaN for one without samples, or whose start or stop is not known
 */
export function meanDuring(
  times: Float64Array,
  values: Float64Array,
  startTimes: Float64Array,
  stopTimes: Float64Array,
): Float64Array {
  const inOrder = sortByTime(times, values)
  // As pandas: what is missing is 0 in the sum.
  const known = inOrder.values.map((value) => (Number.isNaN(value) ? 0 : value))
  let from = 0
  let previous = Number.NEGATIVE_INFINITY
  return startTimes.map((start, interval) => {
    const stop = stopTimes[interval]
    if (!(start <= stop)) return Number.NaN
    from = lowerBoundNear(inOrder.times, start, start >= previous ? from : 0)
    previous = start
    const to = lowerBoundNear(inOrder.times, stop, from)
    let count = 0
    for (let i = from; i < to; i++) if (!Number.isNaN(inOrder.values[i])) count++
    // 0 / 0 without samples.
    return numpySum(known, from, to) / count
  })
}

/** Samples in order of time, those without one (NaN) last. */
function sortByTime(times: Float64Array, values: Float64Array) {
  let isAscending = true
  for (let i = 1; i < times.length; i++) if (!(times[i - 1] <= times[i])) isAscending = false
  if (isAscending) return { times, values }
  const order = Uint32Array.from(times.keys()).sort((a, b) => ascending(times[a], times[b]))
  return {
    times: Float64Array.from(order, (sample) => times[sample]),
    values: Float64Array.from(order, (sample) => values[sample]),
  }
}

import type { Intervals } from '../trains/train-runs.ts'
import { spikesWithin } from '../trains/train-runs.ts'

/**
 * The spike time tiling coefficient of two trains, Cutts and Eglen 2014, as elephant computes it:
 * `½ ((PA - TB) / (1 - PA TB) + (PB - TA) / (1 - PB TA))`, where PA is the part of A's spikes that
 * are within `dt` of one of B's, and TA the part of the time that is within `dt` of one of A's. A
 * term in which both are 1 is 1. NaN where one of the trains has no spikes.
 *
 * @param a, b shape [spikes], seconds, ascending
 * @param dt seconds; a spike at just this distance is within it
 */
export function spikeTimeTiling(
  a: TiledTrain,
  b: TiledTrain,
  intervals: Intervals,
  dt: number,
): number {
  if (a.spikeCount === 0 || b.spikeCount === 0) return Number.NaN
  const closeOfA = closeSpikes(a.spikeTimes, b.spikeTimes, intervals, dt) / a.spikeCount
  const closeOfB = closeSpikes(b.spikeTimes, a.spikeTimes, intervals, dt) / b.spikeCount
  return (term(closeOfA, b.tiledTime) + term(closeOfB, a.tiledTime)) / 2
}

/** A train, and what of it serves all of its pairs. */
export interface TiledTrain {
  readonly spikeTimes: Float64Array
  /** within the intervals */
  readonly spikeCount: number
  /** part of the intervals that is within `dt` of a spike */
  readonly tiledTime: number
}

export function tileTrain(spikeTimes: Float64Array, intervals: Intervals, dt: number): TiledTrain {
  let spikeCount = 0
  let tiled = 0
  let seconds = 0
  for (const interval of intervals) {
    const { startTime, stopTime } = interval
    if (!(startTime < stopTime)) continue
    const [from, to] = spikesWithin(spikeTimes, interval)
    seconds += stopTime - startTime
    spikeCount += to - from
    if (from < to) tiled += tiledSeconds(spikeTimes, from, to, startTime, stopTime, dt)
  }
  return { spikeTimes, spikeCount, tiledTime: tiled / seconds }
}

/** `2 dt` for each spike, less what overlaps with the next or lies outside of the interval. */
function tiledSeconds(
  spikeTimes: Float64Array,
  from: number,
  to: number,
  startTime: number,
  stopTime: number,
  dt: number,
): number {
  let seconds = 0
  for (let spike = from + 1; spike < to; spike++) {
    seconds += Math.min(2 * dt, spikeTimes[spike] - spikeTimes[spike - 1])
  }
  const before = Math.min(dt, spikeTimes[from] - startTime)
  return seconds + before + Math.min(dt, stopTime - spikeTimes[to - 1])
}

/** Spikes that are within `dt` of one of another train in the same interval. */
function closeSpikes(
  spikeTimes: Float64Array,
  others: Float64Array,
  intervals: Intervals,
  dt: number,
): number {
  let close = 0
  for (const interval of intervals) {
    const [from, to] = spikesWithin(spikeTimes, interval)
    let [other, end] = spikesWithin(others, interval)
    for (let spike = from; spike < to; spike++) {
      const time = spikeTimes[spike]
      while (other < end && time - others[other] > dt) other++
      if (other < end && others[other] - time <= dt) close++
    }
  }
  return close
}

function term(close: number, tiledTime: number): number {
  return close * tiledTime === 1 ? 1 : (close - tiledTime) / (1 - close * tiledTime)
}

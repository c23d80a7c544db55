import {
  isObserved,
  type Observation,
  observedSeconds,
  stretchesOfUnit,
} from '../time/observation.ts'
import type { WholeAlignment } from './alignment.ts'

/** An interval of the session's clock, in seconds. */
export interface Interval {
  readonly start: number
  readonly stop: number
}

/**
 * Intervals to count spikes in: `start <= time < stop`. One that does not stop after it starts has
 * no times, so that nothing is known of it.
 */
export function alignToIntervals(intervals: readonly Interval[]): WholeAlignment {
  const timesOf = (end: keyof Interval) =>
    Float64Array.from(intervals, (interval) =>
      interval.start < interval.stop ? interval[end] : Number.NaN,
    )
  return {
    kind: 'whole',
    closed: 'left',
    startTimes: timesOf('start'),
    stopTimes: timesOf('stop'),
  }
}

/**
 * Spikes per second within intervals: over the whole of an interval, or the part of it in which the
 * unit was observed; NaN where it was not observed at all, or the interval has no times.
 *
 * @param counts shape [intervals, units]
 * @param unitRows rows of the units that are the columns
 * @param observation null: all units were observed in all intervals
 * @returns shape [intervals, units]
 */
export function intervalRates(
  { startTimes, stopTimes }: WholeAlignment,
  counts: ArrayLike<number>,
  unitRows: Uint32Array,
  observation: Observation | null,
): Float64Array {
  const rates = new Float64Array(counts.length)
  for (let interval = 0; interval < startTimes.length; interval++) {
    const start = startTimes[interval]
    const stop = stopTimes[interval]
    for (let column = 0; column < unitRows.length; column++) {
      const stretches = observation && stretchesOfUnit(observation, unitRows[column])
      const isWhole = !stretches || isObserved(stretches, start, stop)
      const seconds = isWhole ? stop - start : observedSeconds(stretches, start, stop)
      const cell = interval * unitRows.length + column
      rates[cell] = seconds > 0 ? counts[cell] / seconds : Number.NaN
    }
  }
  return rates
}

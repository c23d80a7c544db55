import type { Bins } from '../counting/bins.ts'
import type { InvalidTime } from '../session/session-tables.ts'
import { observedSeconds, type Stretches } from './observation.ts'

/** Part of the binned window that lies within stretches of time, from 0 to 1. */
export function coverage(bins: Bins, stretches: Stretches): number {
  const length = bins.count * bins.size
  // The bins' end, but for a rounding that would put it after the window's.
  const end = Math.min(bins.start + length, bins.stop)
  // Divided, a whole window could come out a rounding below 1.
  const isWhole = stretches.some(
    ({ startTime, stopTime }) => startTime <= bins.start && end <= stopTime,
  )
  return isWhole ? 1 : Math.min(1, observedSeconds(stretches, bins.start, end) / length)
}

/** Invalid times that overlap the window, both ends included; in order of the file. */
export function overlappingInvalidTimes(
  { start, stop }: Pick<Bins, 'start' | 'stop'>,
  invalidTimes: readonly InvalidTime[],
): InvalidTime[] {
  return invalidTimes.filter(({ startTime, stopTime }) => startTime <= stop && stopTime >= start)
}

/**
 * Invalid times that touch an interval; one whose stop is not known (NaN) is taken for its start.
 */
export function touchingInvalidTimes(
  start: number,
  stop: number,
  invalidTimes: readonly InvalidTime[],
): InvalidTime[] {
  return overlappingInvalidTimes({ start, stop: Number.isNaN(stop) ? start : stop }, invalidTimes)
}

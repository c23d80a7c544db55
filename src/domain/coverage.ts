import type { Bins } from './bins.ts'
import type { InvalidTime, TimeSpan } from './session-tables.ts'

/** Part of the binned window that lies within what was recorded, from 0 to 1. Nothing recorded: 0. */
export function coverage(bins: Bins, recorded: TimeSpan | null): number {
  if (!recorded) return 0
  const length = bins.count * bins.size
  // The bins' end, but for a rounding that would put it behind the window's.
  const end = Math.min(bins.start + length, bins.stop)
  // Divided, a whole window could come out a rounding below 1.
  if (recorded.startTime <= bins.start && end <= recorded.stopTime) return 1
  const from = Math.max(bins.start, recorded.startTime)
  const to = Math.min(end, recorded.stopTime)
  return Math.min(1, Math.max(0, (to - from) / length))
}

/** Invalid times that overlap the window, both ends included; in order of the file. */
export function overlappingInvalidTimes(
  { start, stop }: Pick<Bins, 'start' | 'stop'>,
  invalidTimes: readonly InvalidTime[],
): InvalidTime[] {
  return invalidTimes.filter(({ startTime, stopTime }) => startTime <= stop && stopTime >= start)
}

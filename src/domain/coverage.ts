import type { Bins } from './bins.ts'
import type { InvalidTime, TimeSpan } from './session-tables.ts'

/** Part of the binned window that lies within what was recorded, from 0 to 1. Nothing recorded: 0. */
export function coverage(bins: Bins, recorded: TimeSpan | null): number {
  if (!recorded) return 0
  const length = bins.count * bins.size
  const from = Math.max(bins.start, recorded.startTime)
  const to = Math.min(bins.start + length, recorded.stopTime)
  // Through differences of large times a full window can come out a rounding above 1.
  return Math.min(1, Math.max(0, (to - from) / length))
}

/** Invalid times that overlap the window, both ends included; in order of the file. */
export function overlappingInvalidTimes(
  { start, stop }: Pick<Bins, 'start' | 'stop'>,
  invalidTimes: readonly InvalidTime[],
): InvalidTime[] {
  return invalidTimes.filter(({ startTime, stopTime }) => startTime <= stop && stopTime >= start)
}

import type { StimulusEpoch, TimeSpan } from './session-tables.ts'

/** From the first to the last moment of spikes and epochs together; null when there are neither. */
export function recordedSpan(
  spikes: TimeSpan | null,
  epochs: readonly StimulusEpoch[],
): TimeSpan | null {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  // One by one: a file without blocks can have more epochs than a function takes arguments. NaN is never less or more.
  for (const { startTime, stopTime } of spikes ? [spikes, ...epochs] : epochs) {
    for (const time of [startTime, stopTime]) {
      if (time < first) first = time
      if (time > last) last = time
    }
  }
  return first <= last ? { startTime: first, stopTime: last } : null
}

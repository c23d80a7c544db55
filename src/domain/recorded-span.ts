import type { StimulusEpoch, TimeSpan } from './session-tables.ts'

/** From the first to the last moment of spikes and epochs together; null when there are neither. */
export function recordedSpan(
  spikes: TimeSpan | null,
  epochs: readonly StimulusEpoch[],
): TimeSpan | null {
  const times = epochs.flatMap(({ startTime, stopTime }) => [startTime, stopTime])
  if (spikes) times.push(spikes.startTime, spikes.stopTime)
  const known = times.filter((time) => !Number.isNaN(time))
  if (known.length === 0) return null
  return { startTime: Math.min(...known), stopTime: Math.max(...known) }
}

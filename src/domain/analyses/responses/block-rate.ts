import { lowerBound } from '../../numeric/search.ts'
import type { TimeSpan } from '../../time/time-span.ts'

/**
 * Blocks of presentations: one ends where the next presentation starts more than twice a trial's
 * duration after this one. Gaps within a block belong to it.
 *
 * @param startTimes ascending; shape [presentations]
 */
export function presentationBlocks(
  startTimes: Float64Array,
  stopTimes: Float64Array,
  trialDuration: number,
): TimeSpan[] {
  const blocks: TimeSpan[] = []
  let first = 0
  for (let i = 0; i < startTimes.length; i++) {
    const isLast = i + 1 === startTimes.length
    if (!isLast && !(startTimes[i + 1] - startTimes[i] > 2 * trialDuration)) continue
    blocks.push({ startTime: startTimes[first], stopTime: stopTimes[i] })
    first = i + 1
  }
  return blocks
}

/** Spikes in some spans: `startTime <= time < stopTime`. */
export function countInSpans(spikeTimes: Float64Array, spans: readonly TimeSpan[]): number {
  return spans.reduce(
    (count, { startTime, stopTime }) =>
      count + lowerBound(spikeTimes, stopTime) - lowerBound(spikeTimes, startTime),
    0,
  )
}

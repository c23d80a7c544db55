import { spanOf, type TimeSpan } from '../time/time-span.ts'
import type { Alignment } from './alignment.ts'

/**
 * Seconds by which a span is widened: more than any rounding of `time - start` or `start + edge`.
 */
const ROUNDING = 1e-3

/**
 * Spans outside of which no spike counts for an alignment: one for each
 * presentation that has times.
 */
export function alignedSpans(alignment: Alignment): TimeSpan[] {
  return Array.from(alignment.startTimes, (_, presentation) => spanAround(alignment, presentation))
    .map(({ startTime, stopTime }) => ({
      startTime: startTime - ROUNDING,
      stopTime: stopTime + ROUNDING,
    }))
    .filter(({ startTime, stopTime }) => startTime <= stopTime)
}

/**
 * From the earliest start to the latest end of all presentations that
 * have times; null when none has.
 */
export function alignedWindow(alignment: Alignment): TimeSpan | null {
  return spanOf(
    Array.from(alignment.startTimes, (_, presentation) => spanAround(alignment, presentation)),
  )
}

function spanAround(alignment: Alignment, presentation: number): TimeSpan {
  const startTime = alignment.startTimes[presentation]
  if (alignment.kind === 'whole') {
    return { startTime, stopTime: alignment.stopTimes[presentation] }
  }
  const { edges } = alignment
  return {
    startTime: startTime + edges[0],
    stopTime: startTime + edges[edges.length - 1],
  }
}

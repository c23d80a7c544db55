import { InvalidArgumentError, InvalidWindowError } from '../../../errors.ts'
import type { Interval, Intervals } from './train-runs.ts'

/**
 * Intervals as one selection of time, in order.
 *
 * @throws InvalidWindowError for one that does not stop after it starts; InvalidArgumentError for
 *   two that overlap, whose spikes would count twice
 */
export function poolIntervals(intervals: readonly Interval[]): Intervals {
  const empty = intervals.find((interval) => !isInterval(interval))
  if (empty) {
    throw new InvalidWindowError(
      `An interval starts at ${empty.startTime} s and stops at ${empty.stopTime} s; it must stop after it starts.`,
    )
  }
  const inOrder = [...intervals].sort((a, b) => a.startTime - b.startTime)
  const second = inOrder.findIndex(
    ({ startTime }, i) => i > 0 && startTime < inOrder[i - 1].stopTime,
  )
  if (second > 0) {
    const [a, b] = inOrder.slice(second - 1, second + 1)
    throw new InvalidArgumentError(
      `The intervals from ${a.startTime} to ${a.stopTime} s and from ${b.startTime} to ${b.stopTime} s overlap; spikes in both would count twice. Give intervals that do not overlap.`,
    )
  }
  return inOrder
}

/** Intervals each by itself; nothing is in one that does not stop after it starts. */
export function separateIntervals(intervals: readonly Interval[]): Intervals[] {
  return intervals.map((interval) => (isInterval(interval) ? [interval] : []))
}

function isInterval({ startTime, stopTime }: Interval): boolean {
  return startTime < stopTime
}

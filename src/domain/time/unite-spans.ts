import type { TimeSpan } from './time-span.ts'

/**
 * Spans in any order as their union: in order of time, apart from each other. One that ends before
 * it starts, or has no number for an end, holds nothing.
 *
 * @param gap seconds; what lies between two spans that are not further apart is taken in
 */
export function uniteSpans(spans: readonly TimeSpan[], gap = 0): TimeSpan[] {
  const inOrder = spans
    .filter(({ startTime, stopTime }) => startTime <= stopTime)
    .sort((a, b) => (a.startTime < b.startTime ? -1 : 1))
  const united: { startTime: number; stopTime: number }[] = []
  for (const { startTime, stopTime } of inOrder) {
    const last = united.at(-1)
    if (last && startTime - last.stopTime <= gap) last.stopTime = Math.max(last.stopTime, stopTime)
    else united.push({ startTime, stopTime })
  }
  return united
}

/**
 * How many spans {@link uniteSpans} would make of some within a time, and how long they would be
 * together, in seconds: without making them, for each unit has a gap of its own.
 *
 * @param spans in order of time, apart from each other
 */
export function measureUnited(
  spans: readonly TimeSpan[],
  gap: number,
  within: TimeSpan,
): { count: number; duration: number } {
  let count = 0
  let duration = 0
  let latest = Number.NEGATIVE_INFINITY
  for (const { startTime, stopTime } of spans) {
    const from = Math.max(startTime, within.startTime)
    const to = Math.min(stopTime, within.stopTime)
    if (from > to) continue
    const isApart = from - latest > gap
    if (isApart) count++
    duration += to - (isApart ? from : latest)
    latest = to
  }
  return { count, duration }
}

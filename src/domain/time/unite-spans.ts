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

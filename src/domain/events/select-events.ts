import type { TimeSpan } from '../time/time-span.ts'

/** Which events are wanted; every condition must hold. */
export interface EventFilter {
  /** seconds; events at or after this time */
  readonly start?: number | null
  /** seconds; events at or before this time */
  readonly stop?: number | null
  /** seconds between an event and the last one that was kept, at least */
  readonly minGap?: number | null
}

/** Seconds around an event, both ends included, that must touch none of some spans. */
export interface ClearWindow {
  readonly from: number
  readonly to: number
  readonly spans: readonly TimeSpan[]
}

/**
 * Positions of the events that pass, in the order given. An event without a time (NaN) does not
 * pass. The gap is judged last: an event that something else excludes keeps no other away.
 *
 * @param times seconds, in any order
 * @param clear null: nothing has to be clear
 */
export function selectEvents(
  times: Float64Array,
  { start, stop, minGap }: EventFilter,
  clear: ClearWindow | null,
): Int32Array {
  const passes = (time: number) =>
    Number.isFinite(time) &&
    (start == null || time >= start) &&
    (stop == null || time <= stop) &&
    (clear === null || isClear(time, clear))
  const kept: number[] = []
  let last = Number.NaN
  for (let position = 0; position < times.length; position++) {
    const time = times[position]
    if (!passes(time)) continue
    if (minGap != null && Math.abs(time - last) < minGap) continue
    kept.push(position)
    last = time
  }
  return Int32Array.from(kept)
}

function isClear(time: number, { from, to, spans }: ClearWindow): boolean {
  return !spans.some(({ startTime, stopTime }) => startTime <= time + to && stopTime >= time + from)
}

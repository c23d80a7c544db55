export interface Interval {
  /** seconds */
  readonly startTime: number
  /** seconds; null: not known */
  readonly stopTime: number | null
}

export interface Placed<Entry extends Interval> {
  readonly entry: Entry
  /** row, from 0; those that overlap are in different ones */
  readonly lane: number
  /** of the timeline's width, from 0 to 1 */
  readonly left: number
  readonly width: number
}

/** Seconds from the timeline's left end to its right one. */
export type Span = readonly [start: number, stop: number]

/**
 * From the first moment of any interval, or of the recording, to the last. Null
 * where there is no time at all.
 */
export function spanOf(intervals: readonly Interval[], recorded: Interval | null): Span | null {
  const all = recorded ? [...intervals, recorded] : intervals
  const times = all.flatMap(({ startTime, stopTime }) => [startTime, stopTime ?? startTime])
  if (times.length === 0) return null
  const start = Math.min(...times)
  const stop = Math.max(...times)
  return stop > start ? [start, stop] : [start, start + 1]
}

/**
 * Less than this part of the timeline cannot be seen: intervals that
 * overlap by less stay in one row.
 */
const UNSEEN = 0.002

/**
 * Intervals, in order of their starts, on a timeline. One whose end is not known
 * lasts to the next one's start.
 */
export function placeIntervals<Entry extends Interval>(
  entries: readonly Entry[],
  [start, stop]: Span,
): Placed<Entry>[] {
  const lanes: number[] = []
  return entries.map((entry, i) => {
    const end = entry.stopTime ?? entries[i + 1]?.startTime ?? stop
    let lane = lanes.findIndex((free) => free <= entry.startTime + UNSEEN * (stop - start))
    if (lane < 0) lane = lanes.length
    lanes[lane] = Math.max(end, entry.startTime)
    return {
      entry,
      lane,
      left: (entry.startTime - start) / (stop - start),
      width: Math.max(0, end - entry.startTime) / (stop - start),
    }
  })
}

const stepsInSeconds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400]

/** Times to write at a timeline, at most so many, at whole steps. */
export function ticks([start, stop]: Span, most: number): number[] {
  const step =
    stepsInSeconds.find((seconds) => (stop - start) / seconds <= most - 1) ??
    (stop - start) / (most - 1)
  const first = Math.ceil(start / step)
  const last = Math.floor(stop / step)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** `90 s`, `20 min`, `2 h`: all times at a timeline in one unit. */
export function tickText(seconds: number, all: readonly number[]): string {
  const last = Math.max(...all)
  if (last <= 120) return `${seconds} s`
  if (last > 3600 && all.every((tick) => tick % 3600 === 0)) return `${seconds / 3600} h`
  return `${Number((seconds / 60).toFixed(1))} min`
}

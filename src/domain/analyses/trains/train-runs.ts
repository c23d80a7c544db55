import { lowerBound, upperBound } from '../../numeric/search.ts'
import { isObserved, observedSeconds, type Stretches } from '../../time/observation.ts'
import type { TimeSpan } from '../../time/time-span.ts'

/**
 * A spike is in an interval if `startTime <= time < stopTime`, so that intervals that touch share
 * none; in one that includes its stop, also if `time === stopTime`.
 */
export interface Interval extends TimeSpan {
  readonly includesStop?: boolean
}

/** Intervals whose spikes are taken together, in order of time and apart from each other. */
export type Intervals = readonly Interval[]

/** All times. */
export const everything: Intervals = [
  { startTime: Number.NEGATIVE_INFINITY, stopTime: Number.POSITIVE_INFINITY },
]

/** Consecutive spikes of a unit: the position of the first, and that after the last. */
export type Run = readonly [from: number, to: number]

/** The spikes of an interval. */
export function spikesWithin(
  spikeTimes: Float64Array,
  { startTime, stopTime, includesStop = false }: Interval,
): Run {
  const from = lowerBound(spikeTimes, startTime)
  const search = includesStop ? upperBound : lowerBound
  return [from, search(spikeTimes, stopTime, from)]
}

/**
 * The runs of a unit's spikes, each within one interval and one stretch of observed time, both ends
 * of which belong to it. Runs of no spikes are left out.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 * @param stretches when the unit was observed; null: whenever it has spikes
 */
export function observedRuns(
  spikeTimes: Float64Array,
  intervals: Intervals,
  stretches: Stretches | null,
): Run[] {
  const runs: Run[] = []
  for (const interval of intervals) {
    const [from, to] = spikesWithin(spikeTimes, interval)
    if (from === to) continue
    if (!stretches) runs.push([from, to])
    else addRunsOfStretches(runs, spikeTimes, from, to, stretches)
  }
  return runs
}

function addRunsOfStretches(
  runs: Run[],
  spikeTimes: Float64Array,
  from: number,
  to: number,
  stretches: Stretches,
): void {
  let next = from
  for (const { startTime, stopTime } of stretches) {
    if (next === to || startTime > spikeTimes[to - 1]) break
    const first = lowerBound(spikeTimes, startTime, next, to)
    next = Math.max(first, upperBound(spikeTimes, stopTime, first, to))
    if (first < next) runs.push([first, next])
  }
}

/** Seconds of some finite intervals during which a unit was observed. */
export function observedSecondsWithin(intervals: Intervals, stretches: Stretches): number {
  let seconds = 0
  for (const { startTime, stopTime } of intervals) {
    if (!(startTime < stopTime)) continue
    seconds += isObserved(stretches, startTime, stopTime)
      ? stopTime - startTime
      : observedSeconds(stretches, startTime, stopTime)
  }
  return seconds
}

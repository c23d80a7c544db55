import { lowerBound, lowerBoundNear, upperBound, upperBoundNear } from '../numeric/search.ts'
import type { EdgeRule } from './edge-rule.ts'

/** The same bins around the start of every presentation. */
export interface EdgeAlignment {
  readonly kind: 'edges'
  /** shape [presentations], seconds; NaN: nothing counts */
  readonly startTimes: Float64Array
  /** seconds from the start of the presentation, ascending; shape [bins + 1] */
  readonly edges: Float64Array
  readonly edgeRule: EdgeRule
}

/**
 * Every presentation, or interval, as one bin. Closed on the `right` it is `start < time <= stop`,
 * as the AllenSDK's `presentationwise_spike_times` takes it; on the `left`, `start <= time < stop`,
 * so that intervals that touch share nothing.
 */
export interface WholeAlignment {
  readonly kind: 'whole'
  /** 'right' when left out */
  readonly closed?: 'left' | 'right'
  /** shape [presentations], seconds */
  readonly startTimes: Float64Array
  /** shape [presentations], seconds; NaN: nothing counts */
  readonly stopTimes: Float64Array
}

export type Alignment = EdgeAlignment | WholeAlignment

export function presentationCount({ startTimes }: Alignment): number {
  return startTimes.length
}

export function binCount(alignment: Alignment): number {
  return alignment.kind === 'edges' ? alignment.edges.length - 1 : 1
}

/**
 * Positions of a presentation's spikes among the unit's; the second is not included.
 *
 * @param near none of the presentation's spikes is before this position
 */
export function spikesOf(
  alignment: Alignment,
  presentation: number,
  spikeTimes: Float64Array,
  near = 0,
): [number, number] {
  const startTime = alignment.startTimes[presentation]
  if (alignment.kind === 'whole') {
    return spikesWithin(spikeTimes, alignment, presentation, near)
  }
  if (Number.isNaN(startTime)) return [near, near]
  const { edges, edgeRule } = alignment
  const first = edges[0]
  const last = edges[edges.length - 1]
  if (edgeRule === 'allenSdk') {
    const from = lowerBound(spikeTimes, first + startTime, near)
    return [from, upperBound(spikeTimes, last + startTime, from)]
  }
  const from = positionAfter(spikeTimes, startTime, first, false, near)
  return [from, positionAfter(spikeTimes, startTime, last, edgeRule === 'numpy', from)]
}

/**
 * Positions of the spikes between the start and the stop of one of the intervals; the second is not
 * included.
 *
 * @param near none of the interval's spikes is before this position
 */
export function spikesWithin(
  spikeTimes: Float64Array,
  { startTimes, stopTimes, closed }: WholeAlignment,
  interval: number,
  near: number,
): [number, number] {
  const startTime = startTimes[interval]
  const stopTime = stopTimes[interval]
  if (!(startTime <= stopTime)) return [near, near]
  const bound = closed === 'left' ? lowerBoundNear : upperBoundNear
  const from = bound(spikeTimes, startTime, near)
  return [from, bound(spikeTimes, stopTime, from)]
}

/**
 * First position, at `from` or after it, whose time less `origin`, as float64 rounds it, is not
 * below `offset`; with `isIncluded` not at it either. All after it are so too, and a missing one
 * (NaN): a difference grows with the time, whatever its rounding. Quick where it is near.
 */
export function positionAfter(
  spikeTimes: Float64Array,
  origin: number,
  offset: number,
  isIncluded: boolean,
  from: number,
): number {
  // Written out: a function made for each of millions of presentations takes longer than counting.
  const count = spikeTimes.length
  let low = from
  let step = 1
  while (low + step <= count && isBefore(spikeTimes[low + step - 1] - origin, offset, isIncluded)) {
    low += step
    step *= 2
  }
  let high = Math.min(count, low + step - 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(spikeTimes[middle] - origin, offset, isIncluded)) low = middle + 1
    else high = middle
  }
  return low
}

const isBefore = (time: number, offset: number, isIncluded: boolean) =>
  time < offset || (isIncluded && time === offset)

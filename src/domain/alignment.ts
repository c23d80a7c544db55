import { lowerBound, upperBound, upperBoundNear } from './search.ts'

/**
 * In which bin a spike counts that lies on an edge.
 *
 * - `numpy`: `edges[k] <= time - start < edges[k + 1]`, the last bin closed: `numpy.histogram(times - start, edges)`
 * - `halfOpen`: the same with the last bin open
 * - `allenSdk`: `edges[k] + start <= time <= edges[k + 1] + start`, both ends closed: a spike on an inner edge counts twice
 */
export type EdgeRule = 'numpy' | 'halfOpen' | 'allenSdk'

/** The same bins around the start of every presentation. */
export interface EdgeAlignment {
  readonly kind: 'edges'
  /** shape [presentations], seconds; NaN: nothing counts */
  readonly startTimes: Float64Array
  /** seconds from the start of the presentation, ascending; shape [bins + 1] */
  readonly edges: Float64Array
  readonly edgeRule: EdgeRule
}

/** Every presentation as one bin: `start < time <= stop`, as the AllenSDK's `presentationwise_spike_times` takes it. */
export interface WholeAlignment {
  readonly kind: 'whole'
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

/** Where the counts of one unit go: the cell of presentation `p` and bin `b` is `offset + p * presentationStride + b * binStride`. */
export interface CountTarget {
  readonly cells: Uint8Array | Uint16Array | Uint32Array | Float64Array
  readonly offset: number
  readonly presentationStride: number
  readonly binStride: number
  /** the largest count that a cell holds */
  readonly full: number
}

/**
 * Add the spikes of one unit to cells that are 0.
 *
 * @param spikeTimes shape [spikes], seconds, ascending
 * @param from first of the presentations to count; those before `to`
 * @returns false as soon as a count has no room in its cell
 */
export function countAligned(
  alignment: Alignment,
  spikeTimes: Float64Array,
  target: CountTarget,
  from = 0,
  to = presentationCount(alignment),
): boolean {
  if (alignment.kind === 'whole') return countWhole(alignment, spikeTimes, target, from, to)
  return alignment.edgeRule === 'allenSdk'
    ? countClosed(alignment, spikeTimes, target, from, to)
    : countHalfOpen(alignment, spikeTimes, target, from, to)
}

/** Positions of a presentation's spikes among the unit's; the second is not included. */
export function spikesOf(
  alignment: Alignment,
  presentation: number,
  spikeTimes: Float64Array,
): [number, number] {
  const startTime = alignment.startTimes[presentation] as number
  if (alignment.kind === 'whole') {
    return spikesWithin(spikeTimes, startTime, alignment.stopTimes[presentation] as number)
  }
  if (Number.isNaN(startTime)) return [0, 0]
  const { edges, edgeRule } = alignment
  const first = edges[0] as number
  const last = edges[edges.length - 1] as number
  if (edgeRule === 'allenSdk') {
    const from = lowerBound(spikeTimes, first + startTime)
    return [from, upperBound(spikeTimes, last + startTime, from)]
  }
  const isBehind = (time: number) =>
    edgeRule === 'numpy' ? !(time - startTime <= last) : !(time - startTime < last)
  return [
    positionWhere(spikeTimes, (time) => !(time - startTime < first)),
    positionWhere(spikeTimes, isBehind),
  ]
}

/** Positions of the spikes with `startTime < time <= stopTime`; the second is not included. */
function spikesWithin(
  spikeTimes: Float64Array,
  startTime: number,
  stopTime: number,
): [number, number] {
  if (!(startTime <= stopTime)) return [0, 0]
  const from = upperBound(spikeTimes, startTime)
  return [from, upperBound(spikeTimes, stopTime, from)]
}

function countWhole(
  { startTimes, stopTimes }: WholeAlignment,
  spikeTimes: Float64Array,
  { cells, offset, presentationStride, full }: CountTarget,
  from: number,
  to: number,
): boolean {
  // Presentations come in order of time: the search goes on where the one before began.
  let first = 0
  let previous = Number.POSITIVE_INFINITY
  for (let presentation = from; presentation < to; presentation++) {
    const startTime = startTimes[presentation] as number
    const stopTime = stopTimes[presentation] as number
    if (!(startTime <= stopTime)) continue
    first = upperBoundNear(spikeTimes, startTime, startTime >= previous ? first : 0)
    previous = startTime
    const count = upperBoundNear(spikeTimes, stopTime, first) - first
    if (count > full) return false
    cells[offset + presentation * presentationStride] = count
  }
  return true
}

/** First subtract, then compare with the edges: the order of numpy's roundings. */
function countHalfOpen(
  { startTimes, edges, edgeRule }: EdgeAlignment,
  spikeTimes: Float64Array,
  { cells, offset, presentationStride, binStride, full }: CountTarget,
  from: number,
  to: number,
): boolean {
  const lastBin = edges.length - 2
  const firstEdge = edges[0] as number
  const lastEdge = edges[lastBin + 1] as number
  const isClosed = edgeRule === 'numpy'
  for (let presentation = from; presentation < to; presentation++) {
    const startTime = startTimes[presentation] as number
    if (Number.isNaN(startTime)) continue
    const row = offset + presentation * presentationStride
    let bin = 0
    let spike = positionWhere(spikeTimes, (time) => !(time - startTime < firstEdge))
    for (; spike < spikeTimes.length; spike++) {
      const time = (spikeTimes[spike] as number) - startTime
      if (!(time < lastEdge || (isClosed && time === lastEdge))) break
      if (time >= (edges[bin + 1] as number)) {
        bin = Math.min(upperBound(edges, time, bin + 1) - 1, lastBin)
      }
      const cell = row + bin * binStride
      const count = cells[cell] as number
      if (count === full) return false
      cells[cell] = count + 1
    }
  }
  return true
}

/** First add the start to the edges, then compare: the order of the AllenSDK's roundings. */
function countClosed(
  { startTimes, edges }: EdgeAlignment,
  spikeTimes: Float64Array,
  { cells, offset, presentationStride, binStride, full }: CountTarget,
  from: number,
  to: number,
): boolean {
  const bins = edges.length - 1
  const shifted = new Float64Array(edges.length)
  for (let presentation = from; presentation < to; presentation++) {
    const startTime = startTimes[presentation] as number
    if (Number.isNaN(startTime)) continue
    const row = offset + presentation * presentationStride
    for (let edge = 0; edge <= bins; edge++) shifted[edge] = (edges[edge] as number) + startTime
    let edge = 0
    let spike = lowerBound(spikeTimes, shifted[0] as number)
    for (; spike < spikeTimes.length; spike++) {
      const time = spikeTimes[spike] as number
      if (!(time <= (shifted[bins] as number))) break
      // The first edge at or behind the spike closes the bin before it; one just at the spike opens the next bin too.
      edge = lowerBound(shifted, time, edge)
      for (let bin = Math.max(0, edge - 1); bin < bins; bin++) {
        if ((shifted[bin] as number) > time) break
        const cell = row + bin * binStride
        const count = cells[cell] as number
        if (count === full) return false
        cells[cell] = count + 1
      }
    }
  }
  return true
}

/** First position whose time passes; all behind it pass too, a missing one (NaN) also. A difference grows with the time, whatever its rounding. */
function positionWhere(spikeTimes: Float64Array, passes: (time: number) => boolean): number {
  let low = 0
  let high = spikeTimes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(spikeTimes[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}

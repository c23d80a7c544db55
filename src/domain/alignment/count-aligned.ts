import { type BinCells, CountingEdges, evenBin } from '../counting/count-into-bins.ts'
import { lowerBound, lowerBoundNear, upperBound, upperBoundNear } from '../numeric/search.ts'
import {
  type Alignment,
  type EdgeAlignment,
  positionAfter,
  type WholeAlignment,
} from './alignment.ts'

/**
 * Where the counts of one unit go: the cell of presentation `p` and bin `b` is
 * `offset + p * presentationStride + b * stride`.
 */
export interface AlignedCells extends BinCells {
  readonly presentationStride: number
}

/** Counts the spikes of one unit after the other around the same presentations. */
export class AlignedKernel {
  readonly #alignment: Alignment
  readonly #edges: CountingEdges | null

  constructor(alignment: Alignment) {
    this.#alignment = alignment
    this.#edges = alignment.kind === 'edges' ? new CountingEdges(alignment.edges) : null
  }

  /**
   * Add the spikes of one unit to cells that are 0.
   *
   * @param spikeTimes shape [spikes], seconds, ascending
   * @param from first of the presentations to count; those before `to`
   * @returns false as soon as a count has no room in its cell
   */
  count(
    spikeTimes: Float64Array,
    target: AlignedCells,
    from = 0,
    to = this.#alignment.startTimes.length,
  ): boolean {
    const alignment = this.#alignment
    if (alignment.kind === 'whole') return countWhole(alignment, spikeTimes, target, from, to)
    if (alignment.edgeRule === 'allenSdk') {
      return countClosed(alignment, spikeTimes, target, from, to)
    }
    return countHalfOpen(alignment, this.#edges as CountingEdges, spikeTimes, target, from, to)
  }
}

function countWhole(
  alignment: WholeAlignment,
  spikeTimes: Float64Array,
  { cells, offset, presentationStride, full }: AlignedCells,
  from: number,
  to: number,
): boolean {
  const { startTimes, stopTimes, closed } = alignment
  const bound = closed === 'left' ? lowerBoundNear : upperBoundNear
  let begin = 0
  let previous = Number.POSITIVE_INFINITY
  for (let presentation = from; presentation < to; presentation++) {
    const startTime = startTimes[presentation]
    const stopTime = stopTimes[presentation]
    if (!(startTime <= stopTime)) continue
    // Presentations come in order of time: the search goes on where the one before began.
    begin = bound(spikeTimes, startTime, startTime >= previous ? begin : 0)
    const end = bound(spikeTimes, stopTime, begin)
    previous = startTime
    if (end - begin > full) return false
    cells[offset + presentation * presentationStride] = end - begin
  }
  return true
}

/**
 * First subtract, then compare with the edges: the order of numpy's roundings. No object and no
 * function is made for a presentation: millions of them take longer than the counting.
 */
function countHalfOpen(
  { startTimes, edgeRule }: EdgeAlignment,
  { edges, binCount, first, last, binsPerSecond }: CountingEdges,
  spikeTimes: Float64Array,
  { cells, offset, presentationStride, stride, full }: AlignedCells,
  from: number,
  to: number,
): boolean {
  const isClosed = edgeRule === 'numpy'
  const lastBin = binCount - 1
  const spikeCount = spikeTimes.length
  let begin = 0
  let previous = Number.POSITIVE_INFINITY
  for (let presentation = from; presentation < to; presentation++) {
    const start = startTimes[presentation]
    if (Number.isNaN(start)) continue
    // Where presentations come in order of time, the search goes on from the one before.
    begin = positionAfter(spikeTimes, start, first, false, start >= previous ? begin : 0)
    previous = start
    const row = offset + presentation * presentationStride
    let bin = 0
    for (let spike = begin; spike < spikeCount; spike++) {
      const time = spikeTimes[spike] - start
      if (!(time < last || (isClosed && time === last))) break
      if (binsPerSecond > 0) {
        bin = evenBin(time, edges, first, binsPerSecond, lastBin)
      } else if (time >= edges[bin + 1]) bin = upperBound(edges, time, bin + 1) - 1
      const cell = row + bin * stride
      const count = cells[cell]
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
  { cells, offset, presentationStride, stride, full }: AlignedCells,
  from: number,
  to: number,
): boolean {
  const bins = edges.length - 1
  const shifted = new Float64Array(edges.length)
  for (let presentation = from; presentation < to; presentation++) {
    const startTime = startTimes[presentation]
    if (Number.isNaN(startTime)) continue
    const row = offset + presentation * presentationStride
    for (let edge = 0; edge <= bins; edge++) shifted[edge] = edges[edge] + startTime
    let edge = 0
    let spike = lowerBound(spikeTimes, shifted[0])
    for (; spike < spikeTimes.length; spike++) {
      const time = spikeTimes[spike]
      if (!(time <= shifted[bins])) break
      // The first edge at or after the spike closes the bin before it; one just at the
      // spike opens the next bin too.
      edge = lowerBound(shifted, time, edge)
      for (let bin = Math.max(0, edge - 1); bin < bins; bin++) {
        if (shifted[bin] > time) break
        const cell = row + bin * stride
        const count = cells[cell]
        if (count === full) return false
        cells[cell] = count + 1
      }
    }
  }
  return true
}

import { upperBound } from '../numeric/search.ts'

/**
 * Edges of bins, in seconds from some point of time, made ready for counting
 * spikes around many such points.
 */
export class CountingEdges {
  readonly binCount: number
  readonly first: number
  readonly last: number
  /**
   * ascending; shape [bins + 1]. Instead of the last edge infinity: of what is counted at all,
   * nothing lies after the last bin.
   */
  readonly edges: Float64Array
  /** of bins as wide as each other, but for roundings; 0: their widths differ */
  readonly binsPerSecond: number

  /** @param edges seconds, ascending; shape [bins + 1]; is not changed */
  constructor(edges: Float64Array) {
    this.binCount = edges.length - 1
    this.first = edges[0]
    this.last = edges[this.binCount]
    this.edges = edges.slice()
    this.edges[this.binCount] = Number.POSITIVE_INFINITY
    this.binsPerSecond = isEven(edges) ? this.binCount / (this.last - this.first) : 0
  }

  /** Bins from 0 on: edge `k` is `k * size`. */
  static ofSize(size: number, binCount: number): CountingEdges {
    // A loop: from() takes thirty times as long.
    const edges = new Float64Array(binCount + 1)
    for (let edge = 0; edge <= binCount; edge++) edges[edge] = edge * size
    return new CountingEdges(edges)
  }
}

/** Where the counts of a unit go: the cell of bin `b` is `offset + b * stride`. */
export interface BinCells {
  readonly cells: Uint8Array | Uint16Array | Uint32Array | Float64Array
  readonly offset: number
  readonly stride: number
  /** the largest count that a cell holds */
  readonly full: number
}

/**
 * Count spikes in the bins around a point of time: bin `k` holds those with
 * `edges[k] <= time - origin < edges[k + 1]`, computed in float64 in just this order.
 *
 * The bin of a spike is guessed by a multiplication, which rounds, and then corrected against the
 * exact edges: the response of a comparison with every edge, at a fraction of its time.
 *
 * @param spikeTimes seconds, ascending; of those from `from` to before `to`, none is before the
 *   first edge, and what is at or after the last edge counts in the last bin
 * @param origin seconds
 * @returns position of the first spike that its cell has no room for; `to` when all are counted
 */
export function countIntoBins(
  bins: CountingEdges,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  origin: number,
  target: BinCells,
): number {
  return bins.binsPerSecond > 0
    ? countEven(bins, spikeTimes, from, to, origin, target)
    : countUneven(bins, spikeTimes, from, to, origin, target)
}

/**
 * The loop sees local constants and small integers only; a power within reach, which V8 computes
 * again for each spike, costs ten times as much.
 */
function countEven(
  { edges, binCount, first, binsPerSecond }: CountingEdges,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  origin: number,
  { cells, offset, stride, full }: BinCells,
): number {
  const lastBin = binCount - 1
  for (let spike = from; spike < to; spike++) {
    const time = spikeTimes[spike] - origin
    const bin = evenBin(time, edges, first, binsPerSecond, lastBin)
    const cell = offset + bin * stride
    const count = cells[cell]
    if (count === full) return spike
    cells[cell] = count + 1
  }
  return to
}

/**
 * The bin of a time among bins as wide as each other: a guess, which rounds, corrected against the
 * exact edges.
 *
 * @param time seconds from the point that the edges are counted from
 */
export function evenBin(
  time: number,
  edges: Float64Array,
  first: number,
  binsPerSecond: number,
  lastBin: number,
): number {
  let bin = ((time - first) * binsPerSecond) | 0
  if (bin > lastBin) bin = lastBin
  while (time < edges[bin]) bin--
  while (time >= edges[bin + 1]) bin++
  return bin
}

/** Spikes ascend: the bin of the next is the same, or is searched after it. */
function countUneven(
  { edges }: CountingEdges,
  spikeTimes: Float64Array,
  from: number,
  to: number,
  origin: number,
  { cells, offset, stride, full }: BinCells,
): number {
  let bin = 0
  for (let spike = from; spike < to; spike++) {
    const time = spikeTimes[spike] - origin
    if (time >= edges[bin + 1]) bin = upperBound(edges, time, bin + 1) - 1
    const cell = offset + bin * stride
    const count = cells[cell]
    if (count === full) return spike
    cells[cell] = count + 1
  }
  return to
}

/** Whether a guess by a multiplication is off by one bin at most. */
function isEven(edges: Float64Array): boolean {
  const [first = 0] = edges
  const binCount = edges.length - 1
  const width = (edges[binCount] - first) / binCount
  if (!(width > 0 && Number.isFinite(1 / width))) return false
  for (let edge = 1; edge < binCount; edge++) {
    if (!(Math.abs(edges[edge] - (first + edge * width)) < width / 2)) return false
  }
  return true
}

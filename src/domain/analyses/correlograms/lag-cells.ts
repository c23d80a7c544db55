import { type LagBins, lagEdges } from './lag-bins.ts'
import type { MergedSpikes } from './merged-spikes.ts'

/** A bin has up to 1024 ticks, if its cells can then be numbered in 31 bits. */
const MOST_BITS = 10
const BITS_OF_CELLS = 30

/** A lag in ticks is less than this off, as long as times are known to a part of a tick. */
const DOUBTFUL_TICKS = 2

/** Beyond this, times in ticks are rounded too much. */
const MOST_TICKS = 2 ** 50

/**
 * Finds the cells, of shape [trains, lags], of the lags from one spike to those of several trains.
 *
 * Times are whole numbers of ticks, of which a bin has a power of two: one addition gives the lag
 * and the cell of its train, and one shift the cell. Only a lag within two ticks of an edge is in
 * doubt, and compared with the edges in float64.
 */
export class LagCells {
  /** of the bins in a train's cells, and where the last one ends; shape [lags + 1] */
  readonly #edges: Float64Array
  readonly #ticksPerSecond: number
  /** of a lag, from the first edge; with what is in doubt before the edge */
  readonly #offset: number
  readonly #ticksPerTrain: number
  /** of a tick's position in its bin */
  readonly bits: number
  /** bits of a sum of base and mark that are 0 only where the lag is in doubt */
  mask = 0
  /** of each target: its time and the first cell of its train, in ticks */
  marks = new Int32Array(0)
  /** positions of targets, for {@link countLags} */
  doubtful = new Int32Array(0)
  #origin = 0

  /** @param first of the bins that there are cells for; they end with bin `first + lags - 1` */
  constructor(trainCount: number, bins: LagBins, first: number, lags: number) {
    const bitsOfCells = Math.ceil(Math.log2(trainCount * lags + 1))
    this.bits = Math.max(0, Math.min(MOST_BITS, BITS_OF_CELLS - bitsOfCells))
    this.#edges = lagEdges(bins, first, lags + 1)
    this.#ticksPerSecond = 2 ** this.bits / bins.binSize
    this.#offset = (0.5 - first) * 2 ** this.bits + DOUBTFUL_TICKS
    this.#ticksPerTrain = lags << this.bits
  }

  /** Where the first bin starts. */
  get least(): number {
    return this.#edges[0]
  }

  /** Where the last bin ends. */
  get most(): number {
    return this.#edges[this.#edges.length - 1]
  }

  /** Let spikes be the targets. */
  aimAt({ times, owners, count }: MergedSpikes): void {
    if (this.marks.length < count) {
      this.marks = new Int32Array(times.length)
      this.doubtful = new Int32Array(times.length)
    }
    this.#origin = times[0]
    const duration = times[count - 1] - times[0]
    const isExact = duration * this.#ticksPerSecond <= MOST_TICKS
    this.mask = isExact ? (2 ** this.bits - 1) & -(2 * DOUBTFUL_TICKS) : 0
    const marks = this.marks
    const ticksPerSecond = this.#ticksPerSecond
    const ticksPerTrain = this.#ticksPerTrain
    for (let i = 0; i < count; i++) {
      const ticks = ((times[i] - times[0]) * ticksPerSecond) | 0
      marks[i] = (Math.imul(owners[i], ticksPerTrain) + ticks) | 0
    }
  }

  /** What the marks of targets are added to for the cells of their lags from a time. */
  baseOf(time: number): number {
    return (this.#offset - (((time - this.#origin) * this.#ticksPerSecond) | 0)) | 0
  }

  /** The bin of a lag that is neither before the first one nor after the last. */
  binOf(lag: number): number {
    const edges = this.#edges
    const guess = (lag - edges[0]) / (edges[1] - edges[0])
    let bin = Math.min(edges.length - 1, Math.floor(guess))
    while (lag < edges[bin]) bin--
    while (lag >= edges[bin + 1]) bin++
    return bin
  }

  isOnEdge(lag: number, bin: number): boolean {
    return lag === this.#edges[bin]
  }
}

/**
 * Count the lags from a time to some targets, but for those in doubt: their positions are put into
 * `doubtful`, from its beginning on.
 *
 * @param base of the time
 * @param from position of the first target; none is out of reach
 * @returns how many are in doubt
 */
export function countLags(
  { marks, doubtful, bits, mask }: LagCells,
  base: number,
  from: number,
  to: number,
  cells: Int32Array | Uint32Array,
): number {
  let doubts = 0
  let target = from
  // Four at a time: V8 does as much for each turn of a loop as for a lag.
  for (const last = to - 3; target < last; target += 4) {
    const a = (base + marks[target]) | 0
    const b = (base + marks[target + 1]) | 0
    const c = (base + marks[target + 2]) | 0
    const d = (base + marks[target + 3]) | 0
    const isInDoubt =
      (((a & mask) - 1) | ((b & mask) - 1) | ((c & mask) - 1) | ((d & mask) - 1)) < 0
    if (isInDoubt) {
      for (let near = target; near < target + 4; near++) {
        const mark = (base + marks[near]) | 0
        if ((mark & mask) === 0) doubtful[doubts++] = near
        else cells[mark >> bits] = cells[mark >> bits] + 1
      }
    } else {
      cells[a >> bits] = cells[a >> bits] + 1
      cells[b >> bits] = cells[b >> bits] + 1
      cells[c >> bits] = cells[c >> bits] + 1
      cells[d >> bits] = cells[d >> bits] + 1
    }
  }
  for (; target < to; target++) {
    const mark = (base + marks[target]) | 0
    if ((mark & mask) === 0) doubtful[doubts++] = target
    else cells[mark >> bits] = cells[mark >> bits] + 1
  }
  return doubts
}

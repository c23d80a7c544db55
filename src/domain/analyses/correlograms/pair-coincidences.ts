import { type LagBins, lagEdges } from './lag-bins.ts'
import type { MergedSpikes } from './merged-spikes.ts'

/**
 * Counts how long after one another the spikes of several trains come, for every pair of trains at
 * once: each two spikes that are close enough are met once, from the later of them, and never the
 * two of a pair that are not.
 */
export class PairCoincidences {
  readonly #trainCount: number
  readonly #bins: LagBins
  /** lower edges of the bins from 0 to `lagCount + 2` */
  readonly #edges: Float64Array
  /**
   * of each two spikes, the bin of the time between them, without its sign; shape [train of the
   * later spike, train of the earlier one, bin]. Rows of one later train fit into the processor's
   * cache
   */
  readonly #cells: Int32Array
  /** of a train and itself: times that lie on the lower edge of a bin; shape [trains, bin] */
  readonly #ownOnEdge: Int32Array
  /** spikes grouped by train */
  #order = new Int32Array(0)
  readonly #ends: Int32Array

  constructor(trainCount: number, bins: LagBins) {
    const sides = bins.lagCount + 1
    this.#trainCount = trainCount
    this.#bins = bins
    this.#edges = lagEdges(bins, 0, sides + 2)
    this.#cells = new Int32Array(trainCount * trainCount * sides)
    this.#ownOnEdge = new Int32Array(trainCount * (sides + 1))
    this.#ends = new Int32Array(trainCount + 1)
  }

  /** Count the spikes from position `first` on, each with those before it. */
  add(spikes: MergedSpikes, first: number): void {
    const order = this.#orderByTrain(spikes, first)
    const width = this.#trainCount * (this.#bins.lagCount + 1)
    for (let train = 0; train < this.#trainCount; train++) {
      const from = train === 0 ? 0 : this.#ends[train - 1]
      const row = this.#cells.subarray(train * width, (train + 1) * width)
      this.#addLater(spikes, order, from, this.#ends[train], row)
    }
  }

  /**
   * The correlogram of two trains, or of one and itself, in which no spike is paired with itself.
   *
   * @param counts shape [lags]
   */
  write(reference: number, target: number, counts: Uint32Array): void {
    const { lagCount } = this.#bins
    const after = this.#cellsOf(target, reference)
    const before = this.#cellsOf(reference, target)
    for (let bin = 0; bin <= lagCount; bin++) {
      counts[lagCount + bin] += after[bin]
      counts[lagCount - bin] += before[bin]
    }
    if (reference !== target) return
    // A time on an edge belongs to the bin after it, and so its negative to the one before.
    const onEdge = this.#ownOnEdge.subarray(reference * (lagCount + 2))
    for (let bin = 0; bin <= lagCount; bin++) {
      counts[lagCount - bin] += onEdge[bin + 1] - onEdge[bin]
    }
  }

  #cellsOf(later: number, earlier: number): Int32Array {
    const sides = this.#bins.lagCount + 1
    const at = (later * this.#trainCount + earlier) * sides
    return this.#cells.subarray(at, at + sides)
  }

  #orderByTrain({ owners, count }: MergedSpikes, first: number): Int32Array {
    if (this.#order.length < count) this.#order = new Int32Array(owners.length)
    const ends = this.#ends.fill(0)
    for (let i = first; i < count; i++) ends[owners[i] + 1] = ends[owners[i] + 1] + 1
    for (let train = 1; train <= this.#trainCount; train++) ends[train] += ends[train - 1]
    // Starts move on until they are ends.
    for (let i = first; i < count; i++) this.#order[ends[owners[i]]++] = i
    return this.#order
  }

  #addLater(
    spikes: MergedSpikes,
    order: Int32Array,
    from: number,
    to: number,
    row: Int32Array,
  ): void {
    const { times, owners } = spikes
    const edges = this.#edges
    const sides = this.#bins.lagCount + 1
    const reach = edges[sides]
    const binsPerSecond = 1 / this.#bins.binSize
    for (let i = from; i < to; i++) {
      const later = order[i]
      const time = times[later]
      for (let earlier = later - 1; earlier >= 0; earlier--) {
        const lag = time - times[earlier]
        if (lag > reach) break
        const bin = (lag * binsPerSecond + 0.5) | 0
        if (lag > edges[bin] && lag < edges[bin + 1]) {
          const cell = owners[earlier] * sides + bin
          row[cell] = row[cell] + 1
        } else this.#addAtEdge(owners[later], owners[earlier], lag, bin, row)
      }
    }
  }

  /** Where the guess was off by one, or the time lies just on an edge. */
  #addAtEdge(later: number, earlier: number, lag: number, guess: number, row: Int32Array): void {
    const sides = this.#bins.lagCount + 1
    const edges = this.#edges
    let bin = guess
    while (lag < edges[bin]) bin--
    while (bin < sides && lag >= edges[bin + 1]) bin++
    const isOnEdge = lag === edges[bin]
    if (isOnEdge && later === earlier) this.#ownOnEdge[later * (sides + 1) + bin]++
    // Of two trains the first is the reference: the lag of a later reference is negative.
    if (isOnEdge && later < earlier) bin--
    if (bin < sides) row[earlier * sides + bin]++
  }
}

import type { LagBins } from './lag-bins.ts'
import { countLags, LagCells } from './lag-cells.ts'
import type { MergedSpikes } from './merged-spikes.ts'

/**
 * Counts how long after one another the spikes of several trains come, for every pair of trains at
 * once: each two spikes that are close enough are met once, from the later of them, and never the
 * two of a pair that are not.
 */
export class PairCoincidences {
  readonly #trainCount: number
  /** bins from that of the most negative lag to that around 0 */
  readonly #sides: number
  /**
   * lags from later spikes to earlier ones; shape [train of the later, train of the earlier, bin].
   * Rows of one later train fit into the processor's cache
   */
  readonly #cells: Int32Array
  readonly #lags: LagCells
  /** of a train and itself: lags that lie on the lower edge of a bin; shape [trains, bin] */
  readonly #ownOnEdge: Int32Array
  /**
   * of each spike, grouped by train: its position, that of the first within the lags, and the base
   * of its cells; shape [spikes, 3]
   */
  #walks = new Int32Array(0)
  readonly #ends: Int32Array

  constructor(trainCount: number, bins: LagBins) {
    const sides = bins.lagCount + 1
    this.#trainCount = trainCount
    this.#sides = sides
    this.#lags = new LagCells(trainCount, bins, -bins.lagCount, sides)
    this.#cells = new Int32Array(trainCount * trainCount * sides)
    this.#ownOnEdge = new Int32Array(trainCount * sides)
    this.#ends = new Int32Array(trainCount + 1)
  }

  /** Count the spikes from position `first` on, each with those before it. */
  add(spikes: MergedSpikes, first: number): void {
    if (first === spikes.count) return
    this.#lags.aimAt(spikes)
    this.#groupByTrain(spikes, first)
    const width = this.#trainCount * this.#sides
    for (let train = 0; train < this.#trainCount; train++) {
      const from = train === 0 ? 0 : this.#ends[train - 1]
      const row = this.#cells.subarray(train * width, (train + 1) * width)
      this.#addLater(spikes, train, from, this.#ends[train], row)
    }
  }

  /**
   * The correlogram of two trains, or of one and itself, in which no spike is paired with itself.
   *
   * @param reference not after the target
   * @param counts shape [lags]
   */
  write(reference: number, target: number, counts: Uint32Array): void {
    const last = counts.length - 1
    const before = this.#cellsOf(reference, target)
    const after = this.#cellsOf(target, reference)
    for (let bin = 0; bin < this.#sides; bin++) {
      counts[bin] += before[bin]
      counts[last - bin] += after[bin]
    }
    if (reference !== target) return
    // A lag on an edge belongs to the bin after it, and so does its negative.
    const onEdge = this.#ownOnEdge.subarray(reference * this.#sides, (reference + 1) * this.#sides)
    for (let bin = 0; bin < this.#sides; bin++) {
      counts[last - bin] -= onEdge[bin]
      if (bin > 0) counts[last - bin + 1] += onEdge[bin]
    }
  }

  #cellsOf(later: number, earlier: number): Int32Array {
    const at = (later * this.#trainCount + earlier) * this.#sides
    return this.#cells.subarray(at, at + this.#sides)
  }

  #groupByTrain({ times, owners, count }: MergedSpikes, first: number): void {
    if (this.#walks.length < 3 * count) this.#walks = new Int32Array(3 * times.length)
    const walks = this.#walks
    const ends = this.#ends.fill(0)
    for (let i = first; i < count; i++) ends[owners[i] + 1] = ends[owners[i] + 1] + 1
    for (let train = 1; train <= this.#trainCount; train++) ends[train] += ends[train - 1]
    const lags = this.#lags
    const { least } = lags
    let near = 0
    for (let i = first; i < count; i++) {
      const time = times[i]
      while (times[near] - time < least) near++
      // Starts move on until they are ends.
      const owner = owners[i]
      const at = ends[owner]
      ends[owner] = at + 1
      walks[3 * at] = i
      walks[3 * at + 1] = near
      walks[3 * at + 2] = lags.baseOf(time)
    }
  }

  #addLater(spikes: MergedSpikes, train: number, from: number, to: number, row: Int32Array): void {
    const walks = this.#walks
    const lags = this.#lags
    for (let walk = 3 * from; walk < 3 * to; walk += 3) {
      const later = walks[walk]
      const doubts = countLags(lags, walks[walk + 2], walks[walk + 1], later, row)
      if (doubts > 0) this.#resolve(spikes, train, later, doubts, row)
    }
  }

  #resolve(
    { times, owners }: MergedSpikes,
    train: number,
    later: number,
    doubts: number,
    row: Int32Array,
  ): void {
    const { doubtful } = this.#lags
    for (let i = 0; i < doubts; i++) {
      const earlier = doubtful[i]
      const owner = owners[earlier]
      const lag = times[earlier] - times[later]
      let bin = this.#lags.binOf(lag)
      if (this.#lags.isOnEdge(lag, bin)) {
        if (owner === train) this.#ownOnEdge[train * this.#sides + bin]++
        // Of two trains the first is the reference: the lag from it is the negative of this.
        if (owner < train) bin--
      }
      if (bin >= 0) row[owner * this.#sides + bin]++
    }
  }
}

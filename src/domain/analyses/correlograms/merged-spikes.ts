import { lowerBound } from '../../numeric/search.ts'

/** Spikes and, of each, the number of its train. */
interface OwnedSpikes {
  times: Float64Array
  owners: Int32Array
}

/** Spikes of several trains in order of time, in buffers that are used again. */
export class MergedSpikes {
  /** number of spikes; the buffers may be longer */
  count = 0
  #merged = emptySpikes(0)
  #spare = emptySpikes(0)
  /** where the spikes of each train, and later of merged ones, end */
  #ends = new Int32Array(0)

  /** ascending */
  get times(): Float64Array {
    return this.#merged.times
  }

  /** the train of each spike */
  get owners(): Int32Array {
    return this.#merged.owners
  }

  /**
   * Gather the spikes with `from <= time < to`.
   *
   * @param trains ascending, each
   */
  gather(trains: readonly Float64Array[], from: number, to: number): void {
    this.count = 0
    if (this.#ends.length < trains.length) this.#ends = new Int32Array(trains.length)
    for (const [train, times] of trains.entries()) {
      const first = lowerBound(times, from)
      const end = lowerBound(times, to, first)
      this.#reserve(this.count + end - first)
      this.#merged.times.set(times.subarray(first, end), this.count)
      this.#merged.owners.fill(train, this.count, this.count + end - first)
      this.count += end - first
      this.#ends[train] = this.count
    }
    for (let runs = trains.length; runs > 1; runs = Math.ceil(runs / 2)) this.#mergePairs(runs)
  }

  /** Position of the first spike that is not before a time. */
  firstAt(time: number): number {
    return lowerBound(this.times, time, 0, this.count)
  }

  #reserve(count: number): void {
    const known = this.#merged
    if (count <= known.times.length) return
    this.#merged = emptySpikes(2 * count)
    this.#spare = emptySpikes(2 * count)
    this.#merged.times.set(known.times)
    this.#merged.owners.set(known.owners)
  }

  /** Every two runs of spikes become one. */
  #mergePairs(runs: number): void {
    const ends = this.#ends
    let from = 0
    for (let run = 0; run < runs; run += 2) {
      const middle = ends[run]
      const to = run + 1 < runs ? ends[run + 1] : middle
      mergeRuns(this.#merged, this.#spare, from, middle, to)
      ends[run / 2] = to
      from = to
    }
    const merged = this.#spare
    this.#spare = this.#merged
    this.#merged = merged
  }
}

function mergeRuns(
  { times, owners }: OwnedSpikes,
  merged: OwnedSpikes,
  from: number,
  middle: number,
  to: number,
): void {
  const mergedTimes = merged.times
  const mergedOwners = merged.owners
  let left = from
  let right = middle
  for (let at = from; at < to; at++) {
    const isLeft = left < middle && (right === to || times[left] <= times[right])
    const next = isLeft ? left++ : right++
    mergedTimes[at] = times[next]
    mergedOwners[at] = owners[next]
  }
}

function emptySpikes(length: number): OwnedSpikes {
  return { times: new Float64Array(length), owners: new Int32Array(length) }
}

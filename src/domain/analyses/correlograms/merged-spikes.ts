import { lowerBound, lowerBoundNear } from '../../numeric/search.ts'

/** Spikes and, of each, the number of its train. */
interface OwnedSpikes {
  readonly times: Float64Array
  readonly owners: Int32Array
}

/** Buckets for each spike: where spikes come evenly, few share one. */
const BUCKETS_PER_SPIKE = 2

/** Spikes of several trains in order of time, in buffers that are used again. */
export class MergedSpikes {
  /** number of spikes; the buffers may be longer */
  count = 0
  #gathered = emptySpikes(0)
  #merged = emptySpikes(0)
  /** of each train, a spike that no later stretch begins before */
  #reached = new Int32Array(0)
  /** where the spikes of each bucket go */
  #starts = new Int32Array(0)

  /** ascending */
  get times(): Float64Array {
    return this.#merged.times
  }

  /** the train of each spike */
  get owners(): Int32Array {
    return this.#merged.owners
  }

  /** Begin with other trains. */
  restart(trainCount: number): void {
    this.#reached = new Int32Array(trainCount)
  }

  /**
   * Gather the spikes with `from <= time < to`.
   *
   * @param trains ascending, each; the same since `restart`
   * @param from not before that of the last time
   */
  gather(trains: readonly Float64Array[], from: number, to: number): void {
    this.count = 0
    let earliest = Number.POSITIVE_INFINITY
    let latest = Number.NEGATIVE_INFINITY
    for (const [train, times] of trains.entries()) {
      const first = lowerBoundNear(times, from, this.#reached[train])
      const end = lowerBoundNear(times, to, first)
      this.#reached[train] = first
      if (first === end) continue
      this.#reserve(this.count + end - first)
      this.#gathered.times.set(times.subarray(first, end), this.count)
      this.#gathered.owners.fill(train, this.count, this.count + end - first)
      this.count += end - first
      earliest = Math.min(earliest, times[first])
      latest = Math.max(latest, times[end - 1])
    }
    this.#distribute(earliest, latest)
    sortNearby(this.#merged, this.count)
  }

  /** Position of the first spike that is not before a time. */
  firstAt(time: number): number {
    return lowerBound(this.times, time, 0, this.count)
  }

  #reserve(count: number): void {
    const known = this.#gathered
    if (count <= known.times.length) return
    this.#gathered = emptySpikes(2 * count)
    this.#gathered.times.set(known.times)
    this.#gathered.owners.set(known.owners)
    this.#merged = emptySpikes(2 * count)
    this.#starts = new Int32Array(2 * count * BUCKETS_PER_SPIKE + 1)
  }

  /** Bring the spikes into the order of their buckets, which are as wide as each other. */
  #distribute(earliest: number, latest: number): void {
    const { times, owners } = this.#gathered
    const { times: mergedTimes, owners: mergedOwners } = this.#merged
    const { count } = this
    const lastBucket = BUCKETS_PER_SPIKE * count
    const bucketsPerSecond = latest > earliest ? lastBucket / (latest - earliest) : 0
    const starts = this.#starts.fill(0, 0, lastBucket + 1)
    for (let i = 0; i < count; i++) {
      const bucket = Math.min(lastBucket, (times[i] - earliest) * bucketsPerSecond) | 0
      starts[bucket] = starts[bucket] + 1
    }
    let before = 0
    for (let bucket = 0; bucket <= lastBucket; bucket++) {
      const ofBucket = starts[bucket]
      starts[bucket] = before
      before += ofBucket
    }
    for (let i = 0; i < count; i++) {
      const bucket = Math.min(lastBucket, (times[i] - earliest) * bucketsPerSecond) | 0
      const at = starts[bucket]
      starts[bucket] = at + 1
      mergedTimes[at] = times[i]
      mergedOwners[at] = owners[i]
    }
  }
}

/** Sorts spikes none of which is far from its place. */
function sortNearby({ times, owners }: OwnedSpikes, count: number): void {
  for (let i = 1; i < count; i++) {
    const time = times[i]
    if (times[i - 1] <= time) continue
    const owner = owners[i]
    let at = i
    for (; at > 0 && times[at - 1] > time; at--) {
      times[at] = times[at - 1]
      owners[at] = owners[at - 1]
    }
    times[at] = time
    owners[at] = owner
  }
}

function emptySpikes(length: number): OwnedSpikes {
  return { times: new Float64Array(length), owners: new Int32Array(length) }
}

import { setImmediate } from 'node:timers/promises'

/** Times in ascending order, and whose each is. Shape of both: [times]. */
export interface OwnedTimes {
  readonly times: Float64Array
  /** number of the run that each time is of */
  readonly owners: Uint32Array
}

/**
 * The times of several ascending runs in one; of equal times that of the earlier run is first.
 * Others get their turn between two merges.
 */
export async function mergeRuns(runs: readonly Float64Array[]): Promise<OwnedTimes> {
  let merged: OwnedTimes[] = runs.map((times, run) => ({
    times,
    owners: new Uint32Array(times.length).fill(run),
  }))
  while (merged.length > 1) {
    const next: OwnedTimes[] = []
    for (let i = 0; i < merged.length; i += 2) {
      next.push(i + 1 < merged.length ? mergeTwo(merged[i], merged[i + 1]) : merged[i])
      await setImmediate()
    }
    merged = next
  }
  return merged[0] ?? { times: new Float64Array(0), owners: new Uint32Array(0) }
}

function mergeTwo(first: OwnedTimes, second: OwnedTimes): OwnedTimes {
  const count = first.times.length + second.times.length
  const times = new Float64Array(count)
  const owners = new Uint32Array(count)
  let i = 0
  let j = 0
  for (let at = 0; at < count; at++) {
    const isFirst =
      j === second.times.length || (i < first.times.length && first.times[i] <= second.times[j])
    times[at] = isFirst ? first.times[i] : second.times[j]
    owners[at] = isFirst ? first.owners[i++] : second.owners[j++]
  }
  return { times, owners }
}

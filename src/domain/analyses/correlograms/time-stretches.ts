import { lowerBoundNear } from '../../numeric/search.ts'
import type { TimeSpan } from '../../time/time-span.ts'

/** Spikes that are merged at a time: they stay in the processor's cache. */
const SPIKES_AT_A_TIME = 1 << 15

/** A stretch of time is at least this many times as long as the lags that overlap into it. */
const LAGS_AT_A_TIME = 8

/** Spikes from a time on and before another. */
interface Stretch {
  readonly from: number
  readonly to: number
  /** position in each train of the first spike from `from` on */
  readonly begins: Int32Array
  /** and that after the last one */
  readonly ends: Int32Array
}

/**
 * Stretches of a share of the time, one after the other, that hold some spikes each; those in which
 * spikes crowd are divided again.
 *
 * @param trains ascending, each
 * @param reach of the lags
 */
export function* stretchesOf(
  trains: readonly Float64Array[],
  { startTime, stopTime }: TimeSpan,
  reach: number,
): Generator<[from: number, to: number]> {
  const begins = positionsAt(trains, startTime, new Int32Array(trains.length))
  const ends = positionsAt(trains, stopTime, begins)
  yield* divide(trains, { from: startTime, to: stopTime, begins, ends }, reach)
}

function* divide(
  trains: readonly Float64Array[],
  stretch: Stretch,
  reach: number,
): Generator<[from: number, to: number]> {
  const { from, to, begins, ends } = stretch
  let count = 0
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  trains.forEach((train, i) => {
    if (begins[i] === ends[i]) return
    count += ends[i] - begins[i]
    first = Math.min(first, train[begins[i]])
    last = Math.max(last, train[ends[i] - 1])
  })
  if (count === 0) return
  const parts = Math.min(
    Math.ceil(count / SPIKES_AT_A_TIME),
    Math.floor((last - first) / (LAGS_AT_A_TIME * reach)),
  )
  const duration = (last - first) / parts
  if (count <= 2 * SPIKES_AT_A_TIME || parts < 2 || first + duration === first) {
    yield [from, to]
    return
  }
  let before = begins
  for (let part = 0; part < parts; part++) {
    const start = part === 0 ? from : first + part * duration
    const stop = part === parts - 1 ? to : first + (part + 1) * duration
    const after = part === parts - 1 ? ends : positionsAt(trains, stop, before)
    yield* divide(trains, { from: start, to: stop, begins: before, ends: after }, reach)
    before = after
  }
}

/** Of each train, the first spike that is not before a time. */
function positionsAt(
  trains: readonly Float64Array[],
  time: number,
  earlier: Int32Array,
): Int32Array {
  return earlier.map((position, i) => lowerBoundNear(trains[i], time, position))
}

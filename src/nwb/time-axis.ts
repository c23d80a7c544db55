import { lowerBound, upperBound } from '../domain/search.ts'
import type { TimeSpan } from '../domain/session-tables.ts'
import type { Hdf5File } from './hdf5.ts'
import type { Hdf5Dataset } from './hdf5-dataset.ts'

/** Times of a series, in seconds, ascending. */
export interface TimeAxis {
  readonly length: number
  /** how many of them are read best at a time */
  readonly blockLength: number
  read(from: number, count: number): Float64Array
}

/** Entries of a dataset in one piece that are read at a time: the library reads 64 KB however few are wanted. */
const BLOCK_LENGTH = 8192

/** Without a limit a crafted chunk could be as large as the dataset. */
const LONGEST_BLOCK = 1 << 20

/**
 * The times at a path `…/timestamps`; where a series has a rate in their place, those that follow from it. Null: neither is there.
 *
 * @param sampleCount of the series; needed with a rate, which does not tell it
 */
export function openTimes(file: Hdf5File, path: string, sampleCount: number): TimeAxis | null {
  const timestamps = file.dataset(path)
  if (timestamps) return timestamps.shape.length === 1 ? new StoredTimes(timestamps) : null
  const start = path.replace(/timestamps$/, 'starting_time')
  const startingTime = file.dataset(start)?.numbers()[0]
  const rate = file.attributeNumber(start, 'rate')
  if (startingTime === undefined || !rate || !(rate > 0)) return null
  return new RegularTimes(startingTime, rate, sampleCount)
}

/** Positions of the times in a span, ends included; the axis is read in single blocks. */
export function findSpan(
  axis: TimeAxis,
  { startTime, stopTime }: TimeSpan,
): { from: number; to: number } {
  const from = startTime === Number.NEGATIVE_INFINITY ? 0 : positionOf(axis, startTime, lowerBound)
  const to =
    stopTime === Number.POSITIVE_INFINITY ? axis.length : positionOf(axis, stopTime, upperBound)
  return { from, to: Math.max(from, to) }
}

/** Search for the block first, by the last entry of each, then in it. */
function positionOf(axis: TimeAxis, time: number, bound: typeof lowerBound): number {
  const { length, blockLength } = axis
  let low = 0
  let high = Math.ceil(length / blockLength) - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    const last = axis.read(Math.min(length, (middle + 1) * blockLength) - 1, 1)
    if (bound(last, time) === 1) low = middle + 1
    else high = middle
  }
  if (length === 0) return 0
  const from = low * blockLength
  return from + bound(axis.read(from, Math.min(blockLength, length - from)), time)
}

class StoredTimes implements TimeAxis {
  readonly length: number
  readonly blockLength: number
  readonly #dataset: Hdf5Dataset
  /** the block read last: both ends of a short window lie in it */
  #kept: { readonly from: number; readonly times: Float64Array } = {
    from: 0,
    times: new Float64Array(0),
  }

  constructor(dataset: Hdf5Dataset) {
    this.#dataset = dataset
    this.length = dataset.length
    this.blockLength = Math.min(dataset.chunkLength ?? BLOCK_LENGTH, LONGEST_BLOCK)
  }

  read(from: number, count: number): Float64Array {
    const { from: keptFrom, times } = this.#kept
    if (from >= keptFrom && from + count <= keptFrom + times.length) {
      return times.subarray(from - keptFrom, from - keptFrom + count)
    }
    const read = this.#dataset.numbers({ from, count })
    if (count <= this.blockLength) this.#kept = { from, times: read }
    return read
  }
}

class RegularTimes implements TimeAxis {
  readonly length: number
  readonly blockLength = BLOCK_LENGTH
  readonly #start: number
  readonly #rate: number

  constructor(start: number, rate: number, length: number) {
    this.#start = start
    this.#rate = rate
    this.length = length
  }

  read(from: number, count: number): Float64Array {
    return Float64Array.from({ length: count }, (_, i) => this.#start + (from + i) / this.#rate)
  }
}

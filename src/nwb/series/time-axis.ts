import { lowerBound, upperBound } from '../../domain/numeric/search.ts'
import type { SampleRun } from '../../domain/series/series.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import type { Hdf5Dataset } from '../../hdf5/hdf5-dataset.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'

/** Times of a series, in seconds, as the file has them: usually, but not always, ascending. */
export interface TimeAxis {
  readonly length: number
  /** how many of them are read best at a time */
  readonly blockLength: number
  read(from: number, count: number): Float64Array
  /**
   * Whether no time is missing (NaN) or less than the one before. Reads
   * all of them, the first time.
   */
  ascends(isCancelled: () => boolean): boolean
}

/**
 * Entries of a dataset in one piece that are read at a time: the library reads
 * 64 KB however few are wanted.
 */
const BLOCK_LENGTH = 8192

/** Without a limit a crafted chunk could be as large as the dataset. */
const LONGEST_BLOCK = 1 << 20

/** Times read at a time while all are looked at: half a megabyte. */
const SCAN_LENGTH = 1 << 16

/** Runs in a window; a series in such disorder has no order at all. */
const MOST_RUNS = 1_000_000

/**
 * The times at a path `…/timestamps`, of shape [samples], [samples, 1], [1, samples], or
 * [2, samples] (when each started and stopped: the starts); where a series has a rate instead,
 * those that follow from it. Null: neither is there.
 *
 * @throws RecordingError UNSUPPORTED_LAYOUT for timestamps of another shape, or a
 *   starting time without a rate
 */
export function openTimes(file: Hdf5File, path: string, sampleCount: number): TimeAxis | null {
  const timestamps = file.dataset(path)
  if (timestamps)
    return new StoredTimes(file, timestamps, rowOfStarts(file, timestamps, sampleCount))
  const start = path.replace(/timestamps$/, 'starting_time')
  const startingTime = file.dataset(start)?.numbers()[0]
  if (startingTime === undefined) return null
  const rate = file.attributes.number(start, 'rate')
  if (rate === null || !(rate > 0 && Number.isFinite(rate) && Number.isFinite(startingTime))) {
    const found = `${start} is ${startingTime} with a rate of ${rate ?? 'nothing'}; both must be finite, and the rate above 0`
    throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
  }
  return new RegularTimes(startingTime, rate, sampleCount)
}

/**
 * When each sample stopped: the second row of timestamps of shape [2, samples]; null
 * where they have another shape.
 */
export function openStopTimes(file: Hdf5File, path: string, sampleCount: number): TimeAxis | null {
  const timestamps = file.dataset(path)
  const hasStops = timestamps?.shape[0] === 2 && rowOfStarts(file, timestamps, sampleCount) === 0
  return hasStops ? new StoredTimes(file, timestamps, 1) : null
}

/** Which row of a matrix of timestamps the samples start at; null: they are one below the other. */
function rowOfStarts(file: Hdf5File, { path, shape }: Hdf5Dataset, sampleCount: number): 0 | null {
  const [rows = 1, columns = 1] = shape
  if (shape.length === 1 || (shape.length === 2 && columns === 1 && rows === sampleCount))
    return null
  if (shape.length === 2 && rows <= 2) return 0
  const found = `${path} has the shape [${shape.join(', ')}]; expected [${sampleCount}] or [2, ${sampleCount}]`
  throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
}

/**
 * The samples whose times lie in a span, ends included, in order of the file. Where times ascend,
 * single blocks of them are read; else all. A missing time (NaN) lies in no span but the one that
 * is open on both sides. Null: they are in such disorder that there would be a million runs.
 *
 * @throws RecordingError, RequestAbortedError
 */
export function findRuns(
  axis: TimeAxis,
  span: TimeSpan,
  isCancelled: () => boolean = () => false,
): SampleRun[] | null {
  const { startTime, stopTime } = span
  const { length } = axis
  const isOpenBefore = startTime === Number.NEGATIVE_INFINITY
  const isOpenAfter = stopTime === Number.POSITIVE_INFINITY
  if (isOpenBefore && isOpenAfter) return [{ from: 0, count: length }]
  if (!axis.ascends(isCancelled)) return scanForRuns(axis, span, isCancelled)
  const from = isOpenBefore ? 0 : positionOf(axis, startTime, lowerBound)
  const to = isOpenAfter ? length : positionOf(axis, stopTime, upperBound)
  return [{ from, count: Math.max(0, to - from) }]
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

/** Null: there are too many. */
function scanForRuns(
  axis: TimeAxis,
  { startTime, stopTime }: TimeSpan,
  isCancelled: () => boolean,
): SampleRun[] | null {
  const runs: { from: number; count: number }[] = []
  let isInside = false
  for (const { from, times } of allTimes(axis, isCancelled)) {
    for (let i = 0; i < times.length; i++) {
      const time = times[i]
      const wasInside = isInside
      isInside = time >= startTime && time <= stopTime
      if (!isInside) continue
      const run = runs.at(-1)
      if (wasInside && run) run.count++
      else if (runs.push({ from: from + i, count: 1 }) > MOST_RUNS) {
        return null
      }
    }
  }
  return runs
}

function* allTimes(axis: TimeAxis, isCancelled: () => boolean) {
  const step = Math.ceil(SCAN_LENGTH / axis.blockLength) * axis.blockLength
  for (let from = 0; from < axis.length; from += step) {
    if (isCancelled()) throw new RequestAbortedError()
    yield { from, times: axis.read(from, Math.min(step, axis.length - from)) }
  }
}

function ascend(axis: TimeAxis, isCancelled: () => boolean): boolean {
  let previous = Number.NEGATIVE_INFINITY
  for (const { times } of allTimes(axis, isCancelled)) {
    for (let i = 0; i < times.length; i++) {
      const time = times[i]
      if (!(time >= previous)) return false
      previous = time
    }
  }
  return true
}

/** Of every open file: which of its timestamps ascend. */
const knownOrders = new WeakMap<Hdf5File, Map<string, boolean>>()

class StoredTimes implements TimeAxis {
  readonly length: number
  readonly blockLength: number
  readonly #file: Hdf5File
  readonly #dataset: Hdf5Dataset
  readonly #row: number | null
  /** the block read last: both ends of a short window lie in it */
  #kept: { readonly from: number; readonly times: Float64Array } = {
    from: 0,
    times: new Float64Array(0),
  }

  /** @param row of a matrix with a row of times; null: one below the other */
  constructor(file: Hdf5File, dataset: Hdf5Dataset, row: number | null) {
    this.#file = file
    this.#dataset = dataset
    this.#row = row
    this.length = (row === null ? dataset.length : dataset.shape[1]) ?? 0
    const chunkLength = row === null ? dataset.chunkLength : dataset.chunkWidth
    this.blockLength = Math.min(chunkLength ?? BLOCK_LENGTH, LONGEST_BLOCK)
  }

  read(from: number, count: number): Float64Array {
    const { from: keptFrom, times } = this.#kept
    if (from >= keptFrom && from + count <= keptFrom + times.length) {
      return times.subarray(from - keptFrom, from - keptFrom + count)
    }
    const row = this.#row
    const read = this.#dataset.numbers(
      row === null ? { from, count } : { from: row, count: 1, columns: { from, count } },
    )
    // A single one would take the place of the block that the other end of the window lies in.
    if (count > 1 && count <= this.blockLength) this.#kept = { from, times: read }
    return read
  }

  ascends(isCancelled: () => boolean): boolean {
    const orders = knownOrders.get(this.#file) ?? new Map<string, boolean>()
    knownOrders.set(this.#file, orders)
    const { path } = this.#dataset
    const known = orders.get(path)
    if (known !== undefined) return known
    const found = ascend(this, isCancelled)
    orders.set(path, found)
    return found
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

  ascends(): boolean {
    return true
  }
}

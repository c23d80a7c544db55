import { InvalidArgumentError, TooManyPointsError } from '../../errors.ts'
import type { TimeSpan } from '../time/time-span.ts'

/** How a window with more samples than are wanted is thinned out. */
export type ResampleMethod = 'none' | 'mean' | 'minMax'

/**
 * A window's samples cut into groups of `samplesPerGroup` consecutive ones, the last of
 * what is left; each group becomes `pointsPerGroup` points. Groups of one sample and one
 * point: the samples as they are.
 */
export interface Resampling {
  readonly method: ResampleMethod
  readonly samplesPerGroup: number
  readonly pointsPerGroup: 1 | 2
}

/**
 * What a group's points hold: `ends` the first and the last sample; `first` or
 * `last` that one, in every point.
 */
export type Reduction = 'mean' | 'minMax' | 'ends' | 'first' | 'last'

const asStored: Resampling = { method: 'none', samplesPerGroup: 1, pointsPerGroup: 1 }

/**
 * How to come from `sampleCount` samples to at most `maxPoints` points. A
 * window that fits is left as it is.
 *
 * @param maxPoints null: all samples
 * @throws InvalidArgumentError, TooManyPointsError
 */
export function planResampling(
  sampleCount: number,
  maxPoints: number | null,
  method: ResampleMethod,
): Resampling {
  if (maxPoints === null) return asStored
  const pointsPerGroup = method === 'minMax' ? 2 : 1
  if (maxPoints < pointsPerGroup) {
    throw new InvalidArgumentError(
      `maxPoints is ${maxPoints}; this resampling needs at least ${pointsPerGroup}.`,
    )
  }
  if (sampleCount <= maxPoints) return asStored
  if (method === 'none') throw new TooManyPointsError(sampleCount, maxPoints)
  const samplesPerGroup = Math.ceil(sampleCount / Math.floor(maxPoints / pointsPerGroup))
  return { method, samplesPerGroup, pointsPerGroup }
}

/** How many points come of `sampleCount` samples. */
export function pointCount(sampleCount: number, resampling: Resampling): number {
  return Math.ceil(sampleCount / resampling.samplesPerGroup) * resampling.pointsPerGroup
}

/** What becomes of a value that was measured, and of the time that it was measured at. */
export function reductionOf({ method }: Resampling, column: 'value' | 'time'): Reduction {
  if (method === 'minMax') return column === 'time' ? 'ends' : 'minMax'
  return 'mean'
}

/**
 * Brings samples, which come in pieces, to points. NaN, a missing or masked sample, is left out; a
 * group of nothing else is NaN.
 */
export class Resampler {
  readonly #resampling: Resampling
  readonly #reduction: Reduction
  readonly #points: Float64Array
  readonly #columns: number
  /**
   * of the group under way, one per column: sum or first value, and how many;
   * lowest and highest or last value
   */
  readonly #sums: Float64Array
  readonly #counts: Float64Array
  readonly #lows: Float64Array
  readonly #highs: Float64Array
  #inGroup = 0
  #written = 0

  constructor(
    sampleCount: number,
    columnCount: number,
    resampling: Resampling,
    reduction: Reduction,
  ) {
    this.#resampling = resampling
    this.#reduction = reduction
    this.#columns = columnCount
    this.#points = new Float64Array(pointCount(sampleCount, resampling) * columnCount)
    this.#sums = new Float64Array(columnCount)
    this.#counts = new Float64Array(columnCount)
    this.#lows = new Float64Array(columnCount).fill(Number.NaN)
    this.#highs = new Float64Array(columnCount).fill(Number.NaN)
  }

  /** @param samples shape [samples * columns], row by row; goes on where the piece before ended */
  add(samples: Float64Array): void {
    const { samplesPerGroup, pointsPerGroup } = this.#resampling
    if (samplesPerGroup === 1 && pointsPerGroup === 1) {
      this.#points.set(samples, this.#written)
      this.#written += samples.length
      return
    }
    for (let at = 0; at < samples.length; at += this.#columns) {
      for (let column = 0; column < this.#columns; column++) {
        this.#take(column, samples[at + column])
      }
      if (++this.#inGroup === samplesPerGroup) this.#endGroup()
    }
  }

  /** @returns shape [points * columns], row by row */
  finish(): Float64Array {
    if (this.#inGroup > 0) this.#endGroup()
    return this.#points
  }

  #take(column: number, value: number): void {
    if (Number.isNaN(value)) return
    const count = this.#counts[column]
    this.#counts[column] = count + 1
    if (this.#reduction === 'mean') {
      this.#sums[column] = this.#sums[column] + value
    } else if (this.#reduction === 'minMax') {
      // Written so that the first value, other than NaN, is taken.
      if (!(this.#lows[column] <= value)) this.#lows[column] = value
      if (!(this.#highs[column] >= value)) this.#highs[column] = value
    } else {
      if (count === 0) this.#lows[column] = value
      this.#highs[column] = value
    }
  }

  #endGroup(): void {
    const { pointsPerGroup } = this.#resampling
    for (let point = 0; point < pointsPerGroup; point++) {
      for (let column = 0; column < this.#columns; column++) {
        this.#points[this.#written++] = this.#pointOf(column, point)
      }
    }
    this.#sums.fill(0)
    this.#counts.fill(0)
    this.#lows.fill(Number.NaN)
    this.#highs.fill(Number.NaN)
    this.#inGroup = 0
  }

  #pointOf(column: number, point: number): number {
    // 0 / 0 is NaN: a group without samples has no mean.
    if (this.#reduction === 'mean') return this.#sums[column] / this.#counts[column]
    const isLow = this.#reduction === 'first' || (this.#reduction !== 'last' && point === 0)
    return (isLow ? this.#lows[column] : this.#highs[column]) as number
  }
}

/**
 * Set all columns of the samples that lie in a span, ends included, to NaN.
 *
 * @param samples shape [samples * columns], row by row; changed in place
 * @param times shape [samples], seconds
 */
export function maskSamples(
  samples: Float64Array,
  times: Float64Array,
  spans: readonly TimeSpan[],
): void {
  const columns = samples.length / times.length
  for (let row = 0; row < times.length; row++) {
    const time = times[row]
    if (spans.some(({ startTime, stopTime }) => startTime <= time && time <= stopTime)) {
      samples.fill(Number.NaN, row * columns, (row + 1) * columns)
    }
  }
}

import { InvalidBinSizeError, InvalidWindowError, TooManyBinsError } from '../../errors.ts'
import type { TimeSpan } from '../time/time-span.ts'

/** A million bins: a 1000 s window in 1 ms bins. */
export const MAX_BINS = 1_000_000

/**
 * How far `span / size` may lie from a whole number, relative to it, for the bins to be said to
 * divide the window. Covers the rounding of decimal fractions (0.3 / 0.1 = 2.9999999999999996); no
 * one means a billionth of a bin.
 */
const WHOLE_NUMBER_TOLERANCE = 1e-9

/**
 * A window of the session's clock cut into equal bins.
 *
 * Bin `k` holds the spikes with `k * size <= time - start < (k + 1) * size`, computed in float64 in
 * just this order: first the subtraction, then the comparison with the product. The last bin is
 * closed: it also holds a spike at exactly `count * size`. A spike outside of
 * `start <= time <= stop` is in no bin, whatever its rounded difference says. This is what
 * `numpy.histogram(times[(times >= start) & (times <= stop)] - start, size * arange(count + 1))`
 * counts, to the last spike.
 */
export interface Bins {
  /** seconds */
  readonly start: number
  /** seconds; the requested end of the window, before it was cut into bins */
  readonly stop: number
  /** seconds */
  readonly size: number
  readonly count: number
}

/**
 * Cut a window into bins of `size`. Where they do not divide it, the remainder at its end, shorter
 * than one bin, is left out: every bin has the same width.
 *
 * @param length seconds; give it where it is known better than `stop - start`
 *   (before + after = 100 exactly)
 * @throws InvalidBinSizeError, InvalidWindowError, TooManyBinsError
 */
export function cutIntoBins(
  span: TimeSpan,
  size: number,
  length = span.stopTime - span.startTime,
): Bins {
  const { startTime: start, stopTime: stop } = span
  if (!(Number.isFinite(size) && size > 0)) throw new InvalidBinSizeError(size)
  if (!(Number.isFinite(start) && Number.isFinite(stop))) {
    throw new InvalidWindowError(
      `The window is from ${start} to ${stop} s; both ends must be finite. If an epoch's end is unknown, pass the number of seconds after its start.`,
    )
  }
  if (!(start < stop)) {
    throw new InvalidWindowError(
      `The window starts at ${start} s and stops at ${stop} s; it must stop after it starts.`,
    )
  }
  const count = wholeBins(length / size)
  if (count < 1) {
    throw new InvalidWindowError(
      `A window of ${length} s is too short for a bin of ${size} s. Use a smaller binSize or a longer window.`,
    )
  }
  if (count > MAX_BINS) throw new TooManyBinsError(count, MAX_BINS)
  return { start, stop, size, count }
}

/** How many whole bins a quotient of lengths is, whatever rounding made of it. */
export function wholeBins(quotient: number): number {
  const nearest = Math.round(quotient)
  return Math.abs(quotient - nearest) <= WHOLE_NUMBER_TOLERANCE * nearest
    ? nearest
    : Math.floor(quotient)
}

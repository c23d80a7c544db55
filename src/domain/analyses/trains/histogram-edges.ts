import { InvalidArgumentError, TooManyBinsError } from '../../../errors.ts'
import { MAX_BINS } from '../../counting/bins.ts'

/** A range that is divided into bins. */
export interface BinRange {
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * Edges of bins of equal width, as `numpy.linspace(from, to, count + 1)` computes them.
 *
 * @throws InvalidArgumentError, TooManyBinsError
 */
export function linearEdges(range: BinRange): Float64Array {
  const { from, to, count } = checkedRange(range)
  const step = (to - from) / count
  return Float64Array.from({ length: count + 1 }, (_, edge) =>
    edge === count ? to : from + edge * step,
  )
}

/**
 * Edges of bins of equal width on a logarithmic scale: `from * (to / from) ** (k / count)`.
 *
 * @throws InvalidArgumentError, TooManyBinsError
 */
export function logarithmicEdges(range: BinRange): Float64Array {
  const { from, to, count } = checkedRange(range)
  if (!(from > 0)) {
    throw new InvalidArgumentError(
      `Logarithmic bins start at ${from}; they must start above 0, such as at 0.001.`,
    )
  }
  return Float64Array.from({ length: count + 1 }, (_, edge) =>
    edge === count ? to : from * (to / from) ** (edge / count),
  )
}

function checkedRange(range: BinRange): BinRange {
  const { from, to, count } = range
  if (count < 1 || !(from < to)) {
    throw new InvalidArgumentError(
      `${count} bins from ${from} to ${to}; there must be at least one, and the range must end after it starts.`,
    )
  }
  if (count > MAX_BINS) throw new TooManyBinsError(count, MAX_BINS)
  return range
}

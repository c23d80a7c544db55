import { InvalidArgumentError, TooManyBinsError } from '../../errors.ts'
import { cutIntoBins, MAX_BINS } from './bins.ts'

/** Bins around the start of a presentation: a window cut into equal ones, or their edges. */
export interface BinEdgesRequest {
  /** seconds */
  readonly before?: number | null
  /** seconds */
  readonly after?: number | null
  /** seconds */
  readonly binSize?: number | null
  /** seconds from the start */
  readonly edges?: readonly number[] | null
}

/**
 * Edges of bins, in seconds from the start, ascending; shape [bins + 1]. Those of equal
 * bins are `k * binSize - before`.
 *
 * @throws InvalidArgumentError, InvalidBinSizeError, InvalidWindowError, TooManyBinsError
 */
export function binEdges({ before, after, binSize, edges }: BinEdgesRequest): Float64Array {
  if (edges) {
    if (before != null || after != null || binSize != null) {
      throw new InvalidArgumentError('Give either edges, or before, after and binSize; not both.')
    }
    return checkEdges(edges)
  }
  if (after == null || binSize == null) {
    throw new InvalidArgumentError(
      'Give after and binSize, such as after: 0.5, binSize: 0.01; or the edges of the bins.',
    )
  }
  const start = before ?? 0
  const window = { startTime: -start, stopTime: after }
  const { count } = cutIntoBins(window, binSize, start + after)
  return Float64Array.from({ length: count + 1 }, (_, edge) => edge * binSize - start)
}

/**
 * Edges of bins as given.
 *
 * @throws InvalidArgumentError, TooManyBinsError
 */
export function checkEdges(edges: readonly number[]): Float64Array {
  if (edges.length < 2) {
    throw new InvalidArgumentError(`edges has ${edges.length} entries; a bin needs two.`)
  }
  if (edges.length - 1 > MAX_BINS) throw new TooManyBinsError(edges.length - 1, MAX_BINS)
  const unordered = edges.findIndex((edge, i) => i > 0 && !(edges[i - 1] < edge))
  if (unordered > 0) {
    throw new InvalidArgumentError(
      `edges must ascend: ${edges[unordered]} follows ${edges[unordered - 1]}.`,
    )
  }
  return Float64Array.from(edges)
}

/**
 * Middle of each bin, as the AllenSDK computes it: the edge before it and
 * half of its width. Shape [bins].
 */
export function binCentres(edges: Float64Array): Float64Array {
  return Float64Array.from(
    { length: edges.length - 1 },
    (_, bin) => edges[bin] + (edges[bin + 1] - edges[bin]) / 2,
  )
}

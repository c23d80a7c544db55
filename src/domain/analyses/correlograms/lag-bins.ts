import { InvalidArgumentError, InvalidBinSizeError } from '../../../errors.ts'

/** Lags, in bins, that a correlogram may have on each side. */
const MOST_LAGS = 100_000

/**
 * Bins of time lags around 0: bin `k`, from `-lagCount` to `lagCount`, holds the lags with
 * `(k - 1/2) * binSize <= lag < (k + 1/2) * binSize`, in float64.
 */
export interface LagBins {
  /** seconds */
  readonly binSize: number
  /** bins on each side of the one around 0 */
  readonly lagCount: number
}

/** @throws InvalidBinSizeError, InvalidArgumentError */
export function toLagBins(binSize: number, lagCount: number): LagBins {
  if (!(Number.isFinite(binSize) && binSize > 0)) throw new InvalidBinSizeError(binSize)
  if (lagCount < 0 || lagCount > MOST_LAGS) {
    throw new InvalidArgumentError(
      `lagCount is ${lagCount}; it must be from 0 to ${MOST_LAGS}: bins on each side of lag 0.`,
    )
  }
  return { binSize, lagCount }
}

/** Bins of a correlogram. */
export function lagBinCount({ lagCount }: LagBins): number {
  return 2 * lagCount + 1
}

/** Middle of each bin, in seconds, ascending; shape [lags]. */
export function lagCentres({ binSize, lagCount }: LagBins): Float64Array {
  // Without a bin of -0.
  return Float64Array.from({ length: 2 * lagCount + 1 }, (_, k) => (k - lagCount) * binSize + 0)
}

/** `(k - 1/2) * binSize` from `k = first` on; shape [count]. */
export function lagEdges({ binSize }: LagBins, first: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, edge) => (first + edge - 0.5) * binSize)
}

/** An empty correlogram for each pair; shape [pairs, lags]. */
export function emptyCorrelograms(pairCount: number, bins: LagBins): Uint32Array<ArrayBuffer> {
  return new Uint32Array(pairCount * lagBinCount(bins))
}

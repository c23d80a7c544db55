import { InvalidArgumentError } from '../../../errors.ts'

/** What counts in bins are smoothed with. */
export type RateKernel =
  /** deviation: seconds */
  | { readonly kind: 'gaussian'; readonly deviation: number }
  /** timeConstant: seconds; of the past only */
  | { readonly kind: 'exponential'; readonly timeConstant: number }
  /** width: seconds */
  | { readonly kind: 'boxcar'; readonly width: number }

/** Weights of the bins around one. */
export interface KernelWeights {
  /** bins before it that have a weight, and bins after it */
  readonly before: number
  readonly after: number
  /** of the bins from the first to the last; their sum is 1. Shape [before + 1 + after] */
  readonly weights: Float64Array
}

/** Bins that a kernel may reach on each side. */
const MOST_BINS = 100_000

/** Standard deviations, and time constants, at which a kernel ends. */
const GAUSSIAN_REACH = 4
const EXPONENTIAL_REACH = 5

/** Parts of a bin that are a rounding, and not a part. */
const ROUNDING = 1e-9

/**
 * The weights of a kernel for bins of a size b; bin `j` counts from the one that is smoothed.
 *
 * - `gaussian`: `exp(-(j b)² / (2 σ²))`, `|j| <= ceil(4 σ / b)`
 * - `exponential`: `exp(-|j| b / τ)`, `-ceil(5 τ / b) <= j <= 0`
 * - `boxcar`: the part of bin `j` that is within half the width of the middle of bin 0
 *
 * @throws InvalidArgumentError
 */
export function kernelWeights(kernel: RateKernel, binSize: number): KernelWeights {
  switch (kernel.kind) {
    case 'gaussian': {
      const { deviation } = kernel
      const reach = Math.ceil(reachInBins('gaussian', (GAUSSIAN_REACH * deviation) / binSize))
      return normalized(reach, reach, (j) =>
        Math.exp(-((j * binSize) ** 2) / (2 * deviation * deviation)),
      )
    }
    case 'exponential': {
      const { timeConstant } = kernel
      const reach = Math.ceil(
        reachInBins('exponential', (EXPONENTIAL_REACH * timeConstant) / binSize),
      )
      return normalized(reach, 0, (j) => Math.exp((j * binSize) / timeConstant))
    }
    case 'boxcar': {
      const half = reachInBins('boxcar', kernel.width / 2 / binSize)
      const reach = Math.max(0, Math.ceil(half - 0.5 - ROUNDING))
      return normalized(reach, reach, (j) => Math.min(1, half + 0.5 - Math.abs(j)))
    }
  }
}

function reachInBins(name: string, reach: number): number {
  if (reach > 0 && reach <= MOST_BINS) return reach
  throw new InvalidArgumentError(
    `The ${name} kernel reaches ${reach} bins to each side; its length must be greater than 0, and at most ${MOST_BINS} bins.`,
  )
}

function normalized(before: number, after: number, weightOf: (j: number) => number): KernelWeights {
  const weights = Float64Array.from({ length: before + 1 + after }, (_, i) => weightOf(i - before))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return { before, after, weights: weights.map((weight) => weight / sum) }
}

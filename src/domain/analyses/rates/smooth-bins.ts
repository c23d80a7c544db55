import { InvalidArgumentError } from '../../../errors.ts'
import type { KernelWeights } from './rate-kernel.ts'

/** Of a bin's width: more than any rounding of an edge. */
const ROUNDING = 1e-9

/**
 * The size of bins, in seconds.
 *
 * @param edges ascending; shape [bins + 1]
 * @throws InvalidArgumentError where they are not all of one size
 */
export function commonBinSize(edges: Float64Array): number {
  const last = edges.length - 1
  const size = (edges[last] - edges[0]) / last
  for (let bin = 0; bin < last; bin++) {
    const width = edges[bin + 1] - edges[bin]
    if (Math.abs(width - size) <= ROUNDING * size) continue
    throw new InvalidArgumentError(
      `A kernel needs bins of equal width; bin ${bin} is ${width} s wide, others ${size} s on average. Give binSize, or edges at equal distances.`,
    )
  }
  return size
}

/**
 * Values in bins smoothed with a kernel, whose weights sum to 1 over the bins that there are and
 * have a value; so they do also at the first and the last bin. A bin without a value (NaN) keeps
 * none.
 *
 * @param values shape [bins, units], which is that of the result
 */
export function smoothBins(
  values: Float64Array,
  binCount: number,
  { before, after, weights }: KernelWeights,
): Float64Array {
  const unitCount = values.length / binCount
  const smoothed = new Float64Array(values.length).fill(Number.NaN)
  for (let unit = 0; unit < unitCount; unit++) {
    for (let bin = 0; bin < binCount; bin++) {
      if (Number.isNaN(values[bin * unitCount + unit])) continue
      let sum = 0
      let total = 0
      const first = Math.max(0, bin - before)
      const last = Math.min(binCount - 1, bin + after)
      for (let other = first; other <= last; other++) {
        const value = values[other * unitCount + unit]
        if (Number.isNaN(value)) continue
        const weight = weights[other - bin + before]
        sum += weight * value
        total += weight
      }
      smoothed[bin * unitCount + unit] = sum / total
    }
  }
  return smoothed
}

import { InvalidArgumentError } from '../../errors.ts'
import { binCentres } from '../counting/bin-edges.ts'
import { numpySum } from '../numeric/numpy-sum.ts'
import { binsWithin } from './baseline.ts'

/** Where a response is looked for; seconds from the start of the presentation. */
export interface PeakWindow {
  readonly from: number
  /** null: to the end of the bins */
  readonly until: number | null
  /** what half of the rise is counted from; null: the bins that end by `from` */
  readonly baseline: { readonly from: number; readonly to: number } | null
}

/**
 * When and how much units respond. Shape of every array: [units]; NaN as {@link findPeaks} says.
 */
export interface ResponsePeaks {
  /** the largest mean */
  readonly peaks: Float64Array
  /** seconds; centre of the first bin that has it */
  readonly timesToPeak: Float64Array
  /** seconds; centre of the first bin that reaches half of the way from the baseline to the peak */
  readonly halfRiseTimes: Float64Array
}

/**
 * The largest mean of each unit within a window, and when it is reached. All are NaN where no bin
 * has a mean; times also where the peak is 0, and the half rise where the peak lies below the
 * baseline, or the baseline has no bin with a mean.
 *
 * @param means shape [bins, units]
 * @param edges seconds, ascending; shape [bins + 1]
 * @throws InvalidArgumentError where no bin lies in the window
 */
export function findPeaks(
  means: Float64Array,
  edges: Float64Array,
  { from, until, baseline }: PeakWindow,
): ResponsePeaks {
  const binCount = edges.length - 1
  const [first, end] = binsWithin(edges, from, until ?? Number.POSITIVE_INFINITY)
  if (first >= end) {
    throw new InvalidArgumentError(
      `No bin lies wholly within ${from} to ${until ?? 'the end'} s; the bins are from ${edges[0]} to ${edges[binCount]} s.`,
    )
  }
  const [baseFrom, baseEnd] = baseline
    ? binsWithin(edges, baseline.from, baseline.to)
    : binsWithin(edges, Number.NEGATIVE_INFINITY, from)
  const centres = binCentres(edges)
  const unitCount = means.length / binCount
  const found = {
    peaks: new Float64Array(unitCount).fill(Number.NaN),
    timesToPeak: new Float64Array(unitCount).fill(Number.NaN),
    halfRiseTimes: new Float64Array(unitCount).fill(Number.NaN),
  }
  for (let unit = 0; unit < unitCount; unit++) {
    const meanAt = (bin: number) => means[bin * unitCount + unit]
    let peakBin = -1
    for (let bin = first; bin < end; bin++) {
      if (peakBin < 0 ? !Number.isNaN(meanAt(bin)) : meanAt(bin) > meanAt(peakBin)) peakBin = bin
    }
    if (peakBin < 0) continue
    const peak = meanAt(peakBin)
    found.peaks[unit] = peak
    if (peak === 0) continue
    found.timesToPeak[unit] = centres[peakBin]
    const base = meanOf(baseFrom, baseEnd, meanAt)
    const half = base + (peak - base) / 2
    for (let bin = first; bin <= peakBin; bin++) {
      if (!(meanAt(bin) >= half)) continue
      found.halfRiseTimes[unit] = centres[bin]
      break
    }
  }
  return found
}

/** Of the bins that have a mean; NaN where none has. */
function meanOf(from: number, end: number, meanAt: (bin: number) => number): number {
  const known = Float64Array.from({ length: end - from }, (_, i) => meanAt(from + i)).filter(
    (mean) => !Number.isNaN(mean),
  )
  return numpySum(known) / known.length
}

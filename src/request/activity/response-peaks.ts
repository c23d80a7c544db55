import { kernelWeights, type RateKernel } from '../../domain/analyses/rates/rate-kernel.ts'
import { commonBinSize, smoothBins } from '../../domain/analyses/rates/smooth-bins.ts'
import {
  findPeaks,
  type PeakWindow,
  type ResponsePeaks,
} from '../../domain/analyses/response-peaks.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { RequestContext } from '../request-context.ts'
import {
  type ActivityUnit,
  chargeGroup,
  type GroupActivity,
  type StatisticsActivity,
  statisticOf,
} from './group-statistics.ts'

/** Where and how the peak of a mean is looked for. */
export interface PeakRequest extends PeakWindow {
  /** smooths the mean first; null: it stays as it is */
  readonly kernel: RateKernel | null
  /** of the peaks */
  readonly unit: ActivityUnit
}

/**
 * Peaks of the mean of one group. Charges its cells, and what is read.
 *
 * @throws InvalidArgumentError
 */
export async function responsePeaks(
  group: GroupActivity,
  { kernel, unit, ...window }: PeakRequest,
  context: RequestContext,
): Promise<ResponsePeaks> {
  chargeGroup(group, context)
  const edges = edgesOf(group, 'responsePeaks')
  const range = [group.group, group.group + 1] as const
  const means = await statisticOf(group, 'MEAN', unit, range, context)
  const smoothed = kernel
    ? smoothBins(means, edges.length - 1, kernelWeights(kernel, commonBinSize(edges)))
    : means
  return findPeaks(smoothed, edges, window)
}

/** @throws InvalidArgumentError where each presentation as a whole is one bin */
export function edgesOf(
  { activity: { alignment } }: StatisticsActivity,
  what: string,
): Float64Array {
  if (alignment.kind === 'edges') return alignment.edges
  throw new InvalidArgumentError(
    `${what} needs bins, which presentationActivity does not have. Use alignedActivity.`,
  )
}

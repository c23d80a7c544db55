import { type BaselineMethod, relativeToBaseline } from '../../../domain/analyses/baseline.ts'
import { kernelWeights } from '../../../domain/analyses/rates/rate-kernel.ts'
import { commonBinSize, smoothBins } from '../../../domain/analyses/rates/smooth-bins.ts'
import { findPeaks } from '../../../domain/analyses/response-peaks.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { statisticOf, statisticsOf } from '../../../request/activity/group-statistics.ts'
import type { GraphQLContext } from '../../context.ts'
import type {
  ActivityUnit,
  Baseline,
  BaselineWindow,
  BaselineMethod as MethodName,
  RateKernel,
} from '../../generated.ts'
import type { GroupModel } from '../../models.ts'
import { toKernel } from '../rate-kernel.ts'

const methods: Readonly<Record<MethodName, BaselineMethod>> = {
  SUBTRACT: 'subtract',
  PERCENT: 'percent',
  ZSCORE: 'zScore',
  POOLED_ZSCORE: 'pooledZScore',
}

/** The mean of a group relative to its baseline; shape [bins, units]. */
export async function meanToBaseline(
  group: GroupModel,
  unit: ActivityUnit,
  { from, to, method = 'SUBTRACT' }: Baseline,
  context: GraphQLContext,
): Promise<Float64Array> {
  const edges = edgesOf(group, 'baseline')
  const range = [group.group, group.group + 1] as const
  const [means, standardDeviations, { presentationCounts }] = await Promise.all([
    statisticOf(group, 'MEAN', unit, range, context),
    statisticOf(group, 'STANDARD_DEVIATION', unit, range, context),
    statisticsOf(group, unit, context),
  ])
  const first = group.group * means.length
  const statistics = {
    means,
    standardDeviations,
    presentationCounts: presentationCounts.subarray(first, first + means.length),
  }
  return relativeToBaseline(statistics, edges, { from, to, method: methods[method] })
}

/** Where a response is looked for. */
export interface PeakArguments {
  readonly from: number
  readonly until?: number | null
  readonly baseline?: BaselineWindow | null
  readonly kernel?: RateKernel | null
  readonly unit: ActivityUnit
}

/** Peaks of the mean of a group. */
export async function peaksOf(
  group: GroupModel,
  { from, until, baseline, kernel, unit }: PeakArguments,
  context: GraphQLContext,
) {
  const edges = edgesOf(group, 'responsePeaks')
  const means = await statisticOf(group, 'MEAN', unit, [group.group, group.group + 1], context)
  const smoothed = kernel
    ? smoothBins(means, edges.length - 1, kernelWeights(toKernel(kernel), commonBinSize(edges)))
    : means
  return findPeaks(smoothed, edges, { from, until: until ?? null, baseline: baseline ?? null })
}

function edgesOf({ activity: { alignment } }: GroupModel, what: string): Float64Array {
  if (alignment.kind === 'edges') return alignment.edges
  throw new InvalidArgumentError(
    `${what} needs bins, which presentationActivity does not have. Use alignedActivity.`,
  )
}

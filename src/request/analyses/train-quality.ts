import { type ViolationRule, violationRatio } from '../../domain/analyses/trains/isi-violations.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import { InvalidArgumentError, InvalidBinSizeError } from '../../errors.ts'
import type { RequestContext } from '../request-context.ts'
import { type SpikeTrains, summaryOf, trainSeconds } from './spike-trains.ts'
import { shapedAsTrains } from './train-columns.ts'

/** Whose definition of a quality metric. */
export type QualityRule = 'SPIKEINTERFACE' | 'ALLENSDK'

/** Seconds. */
export interface ViolationLimits {
  readonly threshold: number
  readonly minimum: number
}

/** Of SpikeInterface and of the Allen Institute. */
export const usualLimits: ViolationLimits = { threshold: 0.0015, minimum: 0 }

/** Seconds; SpikeInterface's. */
export const USUAL_PRESENCE_BIN = 60

/** @throws InvalidArgumentError */
export function violationRule(
  { threshold, minimum }: ViolationLimits,
  rule: QualityRule,
): ViolationRule {
  if (minimum >= 0 && minimum < threshold) {
    return { threshold, minimum, dropsDuplicates: rule === 'ALLENSDK' }
  }
  throw new InvalidArgumentError(
    `threshold is ${threshold} and minimum ${minimum}; minimum must be at least 0, and less than threshold.`,
  )
}

/** Shape as trainsShape, as of all below. */
export async function violationCounts(
  trains: SpikeTrains,
  rule: ViolationRule,
  context: RequestContext,
): Promise<Float64NdArray> {
  return shapedAsTrains(trains, (await violationsOf(trains, rule, context)).counts)
}

export async function violationRatios(
  trains: SpikeTrains,
  rule: ViolationRule,
  context: RequestContext,
): Promise<Float64NdArray> {
  const [{ counts, spikeCounts }, seconds] = await Promise.all([
    violationsOf(trains, rule, context),
    trainSeconds(trains, context),
  ])
  const ratioAt = (count: number, cell: number) =>
    violationRatio({ count, spikeCount: spikeCounts[cell] }, rule, seconds[cell])
  return shapedAsTrains(trains, counts.map(ratioAt))
}

/** @param binSize seconds; not used by the AllenSDK's rule */
export async function presenceRatios(
  trains: SpikeTrains,
  binSize: number,
  rule: QualityRule,
  context: RequestContext,
): Promise<Float64NdArray> {
  const size = rule === 'ALLENSDK' ? null : checkedSize(binSize)
  const summary = { kind: 'presenceRatios', binSize: size } as const
  return shapedAsTrains(trains, (await summaryOf(trains, summary, 1, context)).ratios)
}

/** @param binSize seconds */
export async function fanoFactors(
  trains: SpikeTrains,
  binSize: number,
  context: RequestContext,
): Promise<Float64NdArray> {
  const summary = { kind: 'fanoFactors', binSize: checkedSize(binSize) } as const
  return shapedAsTrains(trains, (await summaryOf(trains, summary, 1, context)).factors)
}

function violationsOf(trains: SpikeTrains, rule: ViolationRule, context: RequestContext) {
  return summaryOf(trains, { kind: 'isiViolations', rule }, 2, context)
}

/** @throws InvalidBinSizeError */
function checkedSize(binSize: number): number {
  if (Number.isFinite(binSize) && binSize > 0) return binSize
  throw new InvalidBinSizeError(binSize)
}

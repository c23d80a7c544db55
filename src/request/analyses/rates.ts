import { kernelWeights, type RateKernel } from '../../domain/analyses/rates/rate-kernel.ts'
import { type SlidingRequest, slideBins } from '../../domain/analyses/rates/sliding-counts.ts'
import type { SmoothingRequest } from '../../domain/analyses/rates/smoothed-rates.ts'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { SessionMatrix } from '../matrix-counts.ts'
import type { RequestContext } from '../request-context.ts'

/** Smoothed rates, before anything is counted. */
export interface SmoothedRates {
  readonly session: CatalogSession
  readonly request: SmoothingRequest
}

/** Counts in sliding bins, before anything is counted. */
export interface SlidingCounts {
  readonly session: CatalogSession
  readonly request: SlidingRequest
}

/** @throws InvalidArgumentError for a kernel without a length */
export async function smoothedRates(
  { session, tables, bins, unitRows }: SessionMatrix & { readonly tables: SessionTables },
  kernel: RateKernel,
  { loaders }: RequestContext,
): Promise<SmoothedRates> {
  const weights = kernelWeights(kernel, bins.size)
  const window = { startTime: bins.start, stopTime: bins.stop }
  const observation = await observationUnlessWhole(window, tables, () =>
    loaders.recordedSpan(session),
  )
  return { session, request: { unitRows, bins, kernel: weights, observation } }
}

/** Shape [bins, units]. */
export async function readRates(
  { session, request }: SmoothedRates,
  { budget, loaders }: RequestContext,
): Promise<Float64Array> {
  const { bins, unitRows, kernel } = request
  const cells = bins.count * Math.max(1, unitRows.length)
  budget.chargeOperations(request, cells * kernel.weights.length)
  budget.chargeShared(request, bins.count + kernel.weights.length)
  budget.chargeCells(cells)
  return (await loaders.read(session, 'smoothRates', request)).rates
}

/** @throws InvalidArgumentError, TooManyBinsError */
export function slidingCounts(
  { session, bins, unitRows }: SessionMatrix,
  stride: number,
): SlidingCounts {
  return { session, request: { unitRows, bins: slideBins(bins, stride) } }
}

export function readSlidingCounts(
  { session, request }: SlidingCounts,
  { budget, loaders }: RequestContext,
): Promise<CountMatrix> {
  const { bins, unitRows } = request
  budget.chargeCopy(request, bins.count * Math.max(1, unitRows.length))
  return loaders.read(session, 'slideCounts', request)
}

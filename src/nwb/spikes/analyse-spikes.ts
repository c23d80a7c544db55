import { alignedSpans } from '../../domain/alignment/aligned-spans.ts'
import {
  type CorrelationRequest,
  correlatorOf,
} from '../../domain/analyses/correlations/correlation-request.ts'
import type { PearsonMatrix } from '../../domain/analyses/correlations/pearson-matrix.ts'
import { CorrelogramCounter } from '../../domain/analyses/correlograms/correlogram-counter.ts'
import {
  type CorrelogramRequest,
  type CorrelogramResponse,
  spansOfCorrelograms,
} from '../../domain/analyses/correlograms/correlogram-request.ts'
import { HeldSpikes } from '../../domain/analyses/correlograms/held-spikes.ts'
import {
  JitterCounter,
  type JitterRequest,
  type JitterResponse,
} from '../../domain/analyses/correlograms/jitter-counter.ts'
import {
  TilingCounter,
  type TilingRequest,
  type TilingResponse,
} from '../../domain/analyses/correlograms/tiling-counter.ts'
import { SlidingCounter, type SlidingRequest } from '../../domain/analyses/rates/sliding-counts.ts'
import {
  RateSmoother,
  type SmoothingRequest,
  type SmoothingResponse,
  smoothedSpan,
} from '../../domain/analyses/rates/smoothed-rates.ts'
import type { TrainRequest, TrainResponse } from '../../domain/analyses/trains/train-request.ts'
import { TrainSummarizer } from '../../domain/analyses/trains/train-summarizer.ts'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import { RequestAbortedError } from '../../errors.ts'
import type { ReadableSpikes } from './recorded-spikes.ts'
import { reduceSpikes } from './reduce-spikes.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

/** A thread has one, as it reads one batch after another. */
const held = new HeldSpikes()

/** See SessionBatches.summarizeTrains. */
export function summarizeTrains(
  { units }: ReadableSpikes,
  requests: readonly TrainRequest[],
  isCancelled: IsCancelled,
): TrainResponse[] {
  const spansOf = ({ rows }: TrainRequest) => rows.flat()
  const collect = () => requests.map((request) => new TrainSummarizer(request))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

/** See SessionBatches.correlateSpikes. */
export function correlateSpikes(
  { units }: ReadableSpikes,
  requests: readonly CorrelogramRequest[],
  isCancelled: IsCancelled,
): CorrelogramResponse[] {
  const checkpoint = checkpointOf(isCancelled)
  const collect = () => requests.map((request) => new CorrelogramCounter(request, checkpoint, held))
  const reduction = { spansOf: spansOfCorrelograms, collect }
  return holdingSpikes(() => reduceSpikes(units, requests, reduction, isCancelled))
}

/** See SessionBatches.correctForJitter. */
export function correctForJitter(
  { units }: ReadableSpikes,
  requests: readonly JitterRequest[],
  isCancelled: IsCancelled,
): JitterResponse[] {
  const checkpoint = checkpointOf(isCancelled)
  const spansOf = ({ alignment }: JitterRequest) => alignedSpans(alignment)
  const collect = () => requests.map((request) => new JitterCounter(request, checkpoint))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

/** See SessionBatches.tileSpikes. */
export function tileSpikes(
  { units }: ReadableSpikes,
  requests: readonly TilingRequest[],
  isCancelled: IsCancelled,
): TilingResponse[] {
  const checkpoint = checkpointOf(isCancelled)
  const spansOf = ({ intervals }: TilingRequest) => intervals
  const collect = () => requests.map((request) => new TilingCounter(request, checkpoint, held))
  return holdingSpikes(() => reduceSpikes(units, requests, { spansOf, collect }, isCancelled))
}

/** See SessionBatches.correlateCounts. */
export function correlateCounts(
  { units }: ReadableSpikes,
  requests: readonly CorrelationRequest[],
  isCancelled: IsCancelled,
): PearsonMatrix[] {
  const checkpoint = checkpointOf(isCancelled)
  const spansOf = (request: CorrelationRequest) =>
    request.kind === 'total'
      ? [{ startTime: request.bins.start, stopTime: request.bins.stop }]
      : alignedSpans(request.alignment)
  const collect = () => requests.map((request) => correlatorOf(request, checkpoint))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

/** See SessionBatches.smoothRates. */
export function smoothRates(
  { units }: ReadableSpikes,
  requests: readonly SmoothingRequest[],
  isCancelled: IsCancelled,
): SmoothingResponse[] {
  const spansOf = (request: SmoothingRequest) => [smoothedSpan(request)]
  const collect = () => requests.map((request) => new RateSmoother(request))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

/** See SessionBatches.slideCounts. */
export function slideCounts(
  { units }: ReadableSpikes,
  requests: readonly SlidingRequest[],
  isCancelled: IsCancelled,
): CountMatrix[] {
  const spansOf = ({ bins }: SlidingRequest) => [{ startTime: bins.start, stopTime: bins.stop }]
  const collect = () => requests.map((request) => new SlidingCounter(request))
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

function holdingSpikes<Result>(reduce: () => Result): Result {
  try {
    return reduce()
  } finally {
    held.release()
  }
}

/** What a long computation calls from time to time. */
function checkpointOf(isCancelled: IsCancelled): () => void {
  return () => {
    if (isCancelled()) throw new RequestAbortedError()
  }
}

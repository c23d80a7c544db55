import {
  type AlignedResult,
  type AlignRequest,
  collectorOf,
} from '../../domain/alignment/align-request.ts'
import { alignedSpans } from '../../domain/alignment/aligned-spans.ts'
import type { CountMatrix } from '../../domain/counting/count-matrix.ts'
import { spikeCounters } from '../../domain/counting/spike-counter.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { MatrixRequest } from '../../sessions/unit-requests.ts'
import type { ReadableSpikes } from './recorded-spikes.ts'
import { reduceSpikes } from './reduce-spikes.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

const windowOf = ({ bins }: MatrixRequest): TimeSpan[] => [
  { startTime: bins.start, stopTime: bins.stop },
]

/** See SessionBatches.countSpikes. */
export function countSpikes(
  { units }: ReadableSpikes,
  requests: readonly MatrixRequest[],
  isCancelled: IsCancelled,
): CountMatrix[] {
  const reduction = { spansOf: windowOf, collect: spikeCounters }
  return reduceSpikes(units, requests, reduction, isCancelled)
}

/** See SessionBatches.alignSpikes. */
export function alignSpikes(
  { units }: ReadableSpikes,
  requests: readonly AlignRequest[],
  isCancelled: IsCancelled,
): AlignedResult[] {
  const spansOf = ({ alignment }: AlignRequest) => alignedSpans(alignment)
  const collect = (all: readonly AlignRequest[]) => all.map(collectorOf)
  return reduceSpikes(units, requests, { spansOf, collect }, isCancelled)
}

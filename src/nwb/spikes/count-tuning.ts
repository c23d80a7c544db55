import { TuningCounter, type TuningRequest } from '../../domain/analyses/tuning/tuning-counter.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { ReadableSpikes } from './recorded-spikes.ts'
import { reduceSpikes } from './reduce-spikes.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

/** See SessionBatches.countTuning. */
export function countTuning(
  { units }: ReadableSpikes,
  requests: readonly TuningRequest[],
  isCancelled: IsCancelled,
): Float64Array[] {
  const reduction = {
    spansOf: spanOfSamples,
    collect: (some: readonly TuningRequest[]) => some.map((request) => new TuningCounter(request)),
  }
  return reduceSpikes(units, requests, reduction, isCancelled)
}

/** By the nearest sample, spikes count however far they are. */
function spanOfSamples({ samples, lookup }: TuningRequest): TimeSpan[] | null {
  if (lookup === 'nearest') return null
  const { startTimes, stopTimes } = samples
  if (startTimes.length === 0) return []
  const stopTime = stopTimes.reduce((latest, time) => Math.max(latest, time))
  return [{ startTime: startTimes[0], stopTime }]
}

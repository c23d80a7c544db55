import { lowerBound, upperBound } from '../../domain/numeric/search.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import { uniteSpans } from '../../domain/time/unite-spans.ts'
import type { SpikeTimesRequest } from '../../sessions/unit-requests.ts'
import type { ReadableSpikes } from './recorded-spikes.ts'
import type { SpikeSource } from './sources/spike-source.ts'
import type { IsCancelled } from './unit-spike-reader.ts'

/** See SessionBatches.spikeTimes. */
export function readSpikeTimes(
  { units }: ReadableSpikes,
  requests: readonly SpikeTimesRequest[],
  isCancelled: IsCancelled,
): Float64Array[] {
  const responses = new Array<Float64Array>(requests.length)
  const ofUnits = requestsOfUnits(requests)
  const wanted = new Map(
    Array.from(ofUnits, ([unitRow, own]) => [
      unitRow,
      uniteSpans(own.map((request) => requests[request].span)),
    ]),
  )
  for (const { unitRow, spikeTimes } of units.read(wanted, isCancelled)) {
    for (const request of ofUnits.get(unitRow) ?? []) {
      responses[request] = spikeTimes.slice(...entriesIn(spikeTimes, requests[request].span))
    }
  }
  return responses
}

/** See SessionBatches.spikeAmplitudes. */
export function readAmplitudes(
  { units, amplitudes }: ReadableSpikes,
  requests: readonly SpikeTimesRequest[],
  isCancelled: IsCancelled,
): Float64Array[] {
  const responses = new Array<Float64Array>(requests.length)
  const ofUnits = requestsOfUnits(requests)
  const wanted = new Map(Array.from(ofUnits.keys(), (unitRow) => [unitRow, null]))
  for (const { unitRow, spikeTimes, order } of units.read(wanted, isCancelled)) {
    const first = units.unit(unitRow).from
    const sorted = order && entriesInOrder(amplitudes, first, order)
    for (const request of ofUnits.get(unitRow) ?? []) {
      const [from, to] = entriesIn(spikeTimes, requests[request].span)
      const own = sorted?.slice(from, to) ?? new Float64Array(to - from)
      if (!sorted) amplitudes.read(own, first + from)
      responses[request] = own
    }
  }
  return responses
}

/** Positions of the requests about each unit. */
function requestsOfUnits(requests: readonly SpikeTimesRequest[]): Map<number, number[]> {
  const ofUnits = new Map<number, number[]>()
  for (const [request, { unitRow }] of requests.entries()) {
    const own = ofUnits.get(unitRow)
    if (own) own.push(request)
    else ofUnits.set(unitRow, [request])
  }
  return ofUnits
}

/** Which spikes lie in a span: `[from, to)`. */
function entriesIn(spikeTimes: Float64Array, { startTime, stopTime }: TimeSpan): [number, number] {
  const from = lowerBound(spikeTimes, startTime)
  return [from, Math.max(from, upperBound(spikeTimes, stopTime))]
}

function entriesInOrder(source: SpikeSource, first: number, order: Uint32Array): Float64Array {
  const stored = new Float64Array(order.length)
  source.read(stored, first)
  return Float64Array.from(order, (entry) => stored[entry])
}

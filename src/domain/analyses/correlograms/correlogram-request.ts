import { inTurns } from '../../numeric/in-turns.ts'
import type { TimeSpan } from '../../time/time-span.ts'
import type { Intervals } from '../trains/train-runs.ts'
import type { LagBins } from './lag-bins.ts'

/** Which pairs of a request's units have a correlogram. */
export type Pairing =
  | {
      readonly kind: 'within'
      /** each unit with itself, with every unit after it, or both; row by row */
      readonly pairs: 'auto' | 'cross' | 'all'
    }
  | {
      /** every reference with every target, target by target */
      readonly kind: 'between'
      /** positions among the units; shape [references] */
      readonly references: Int32Array
      /** shape [targets] */
      readonly targets: Int32Array
    }

/** Correlograms of pairs of units. */
export interface CorrelogramRequest {
  /** rows of the units table, each once */
  readonly unitRows: Uint32Array
  readonly pairing: Pairing
  readonly bins: LagBins
  /** finite; two spikes are paired within one of them */
  readonly intervals: Intervals
  /**
   * whether spikes are first counted in bins of `binSize` from the start of each interval, and
   * lags are those of the bins: what a coefficient of correlation is made of
   */
  readonly isBinned: boolean
  /** of two spikes, where the later one, or that of the reference, has to be; null: anywhere */
  readonly share: TimeSpan | null
}

export interface CorrelogramResponse {
  /** shape [pairs, lags] */
  readonly counts: Uint32Array<ArrayBuffer>
  /** spikes of each unit within the intervals; shape [units] */
  readonly spikeCounts: Float64Array
  /** sum of the squares of each unit's counts in bins; 0 unless binned. Shape [units] */
  readonly squares: Float64Array
}

/** Positions of the units of each pair, in order; shape of both: [pairs]. */
export interface UnitPairs {
  readonly references: Int32Array
  readonly targets: Int32Array
}

export function pairsOf(pairing: Pairing, unitCount: number): UnitPairs {
  const references: number[] = []
  const targets: number[] = []
  const add = (reference: number, target: number) => {
    references.push(reference)
    targets.push(target)
  }
  if (pairing.kind === 'between') {
    for (const reference of pairing.references) {
      for (const target of pairing.targets) add(reference, target)
    }
  } else {
    const isWanted = (reference: number, target: number) =>
      pairing.pairs === 'all' || (reference === target) === (pairing.pairs === 'auto')
    for (let reference = 0; reference < unitCount; reference++) {
      const last = pairing.pairs === 'auto' ? reference : unitCount - 1
      for (let target = reference; target <= last; target++) {
        if (isWanted(reference, target)) add(reference, target)
      }
    }
  }
  return { references: Int32Array.from(references), targets: Int32Array.from(targets) }
}

/** How many pairs there are; see {@link pairsOf}. */
export function pairCount(pairing: Pairing, unitCount: number): number {
  if (pairing.kind === 'between') return pairing.references.length * pairing.targets.length
  if (pairing.pairs === 'auto') return unitCount
  const cross = (unitCount * (unitCount - 1)) / 2
  return pairing.pairs === 'cross' ? cross : cross + unitCount
}

/** Spans outside of which no spike matters. */
export function spansOfCorrelograms({
  intervals,
  share,
  bins,
}: Pick<CorrelogramRequest, 'intervals' | 'share' | 'bins'>): TimeSpan[] {
  if (!share) return [...intervals]
  const reach = (bins.lagCount + 1) * bins.binSize
  return intervals
    .map(({ startTime, stopTime }) => ({
      startTime: Math.max(startTime, share.startTime - reach),
      stopTime: Math.min(stopTime, share.stopTime + reach),
    }))
    .filter(({ startTime, stopTime }) => startTime <= stopTime)
}

/**
 * A request in shares that threads can count at once, each of as much of the time; their responses
 * add up to that of the request.
 */
export function shareCorrelograms(
  request: CorrelogramRequest,
  count: number,
): CorrelogramRequest[] {
  const { intervals } = request
  const lengthOf = ({ startTime, stopTime }: TimeSpan) => Math.max(0, stopTime - startTime)
  const length = intervals.reduce((sum, interval) => sum + lengthOf(interval), 0)
  const cuts = [Number.NEGATIVE_INFINITY]
  let before = 0
  for (const interval of intervals) {
    const after = before + lengthOf(interval)
    for (; cuts.length < count && (length * cuts.length) / count <= after; ) {
      cuts.push(interval.startTime + (length * cuts.length) / count - before)
    }
    before = after
  }
  return cuts.map((startTime, i) => ({
    ...request,
    share: { startTime, stopTime: cuts[i + 1] ?? Number.POSITIVE_INFINITY },
  }))
}

/** The response of all shares together. Large ones take several turns of the event loop. */
export async function addCorrelograms(
  shares: readonly CorrelogramResponse[],
): Promise<CorrelogramResponse> {
  const [first, ...others] = shares
  for (const { counts, spikeCounts } of others) {
    await inTurns(counts.length, 1, (from, to) => {
      for (let cell = from; cell < to; cell++) first.counts[cell] += counts[cell]
    })
    for (let unit = 0; unit < spikeCounts.length; unit++) {
      first.spikeCounts[unit] += spikeCounts[unit]
    }
  }
  return first
}

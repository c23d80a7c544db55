import type { TimeSpan } from '../../time/time-span.ts'
import { spikesWithin } from '../trains/train-runs.ts'
import { type Pairing, pairsOf } from './correlogram-request.ts'
import { CrossCoincidences } from './cross-coincidences.ts'
import { emptyCorrelograms, type LagBins, lagBinCount } from './lag-bins.ts'
import { MergedSpikes } from './merged-spikes.ts'
import { PairCoincidences } from './pair-coincidences.ts'
import { stretchesOf } from './time-stretches.ts'

/** Trains of several units, each ascending: in one interval, trial or presentation. */
export type Trains = readonly Float64Array[]

/** All times. */
export const always: TimeSpan = {
  startTime: Number.NEGATIVE_INFINITY,
  stopTime: Number.POSITIVE_INFINITY,
}

/** How coincidences are counted. */
export interface CoincidenceRule {
  readonly pairing: Pairing
  readonly bins: LagBins
  /** of two spikes, where the later one, or that of the reference, has to be */
  readonly share: TimeSpan
  /** called from time to time; may throw to give up */
  readonly checkpoint: () => void
}

/**
 * Correlograms of pairs of units: how many spikes of the target there are at each lag from those of
 * the reference in the same interval. A spike is not paired with itself.
 *
 * @param intervals the trains of all units in each interval
 * @returns shape [pairs, lags]
 */
export function countCoincidences(
  intervals: readonly Trains[],
  unitCount: number,
  rule: CoincidenceRule,
): Uint32Array<ArrayBuffer> {
  return rule.pairing.kind === 'between'
    ? countBetween(intervals, rule.pairing, rule)
    : countWithin(intervals, unitCount, rule)
}

function countWithin(
  intervals: readonly Trains[],
  unitCount: number,
  rule: CoincidenceRule,
): Uint32Array<ArrayBuffer> {
  const lags = lagBinCount(rule.bins)
  const { references, targets } = pairsOf(rule.pairing, unitCount)
  const counts = emptyCorrelograms(references.length, rule.bins)
  const cellsOf = (pair: number) => counts.subarray(pair * lags, (pair + 1) * lags)
  if (rule.pairing.kind === 'within' && rule.pairing.pairs === 'auto') {
    for (let unit = 0; unit < unitCount; unit++) {
      const own = intervals.map((trains) => [trains[unit]])
      coincidencesOf(own, 1, rule).write(0, 0, cellsOf(unit))
    }
    return counts
  }
  const coincidences = coincidencesOf(intervals, unitCount, rule)
  for (let pair = 0; pair < references.length; pair++) {
    coincidences.write(references[pair], targets[pair], cellsOf(pair))
  }
  return counts
}

function coincidencesOf(
  intervals: readonly Trains[],
  unitCount: number,
  { bins, share, checkpoint }: CoincidenceRule,
): PairCoincidences {
  const coincidences = new PairCoincidences(unitCount, bins)
  const merged = new MergedSpikes()
  const reach = reachOf(bins)
  for (const trains of intervals) {
    merged.restart(trains.length)
    for (const [from, to] of stretchesOf(trains, share, reach)) {
      checkpoint()
      merged.gather(trains, from - reach, to)
      coincidences.add(merged, merged.firstAt(from))
    }
  }
  return coincidences
}

function countBetween(
  intervals: readonly Trains[],
  { references, targets }: Extract<Pairing, { kind: 'between' }>,
  { bins, share, checkpoint }: CoincidenceRule,
): Uint32Array<ArrayBuffer> {
  const coincidences = new CrossCoincidences(references.length, targets.length, bins)
  const merged = new MergedSpikes()
  const reach = reachOf(bins)
  const met = new Float64Array(references.length)
  for (const trains of intervals) {
    const targetTrains = Array.from(targets, (unit) => trains[unit])
    merged.restart(targetTrains.length)
    for (const [from, to] of stretchesOf(trains, share, reach)) {
      checkpoint()
      merged.gather(targetTrains, from - reach, to + reach)
      coincidences.aimAt(merged)
      references.forEach((unit, reference) => {
        const run = spikesWithin(trains[unit], { startTime: from, stopTime: to })
        coincidences.add(reference, trains[unit], run, merged)
        met[reference] += run[1] - run[0]
      })
    }
  }
  const { counts } = coincidences
  references.forEach((unit, reference) => {
    targets.forEach((other, target) => {
      // Each spike has met itself.
      const pair = reference * targets.length + target
      if (unit === other) counts[pair * lagBinCount(bins) + bins.lagCount] -= met[reference]
    })
  })
  return counts
}

/** A little more than the longest lag. */
function reachOf({ binSize, lagCount }: LagBins): number {
  return (lagCount + 1) * binSize
}

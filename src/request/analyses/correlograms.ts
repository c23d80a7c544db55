import { wholeBinCount } from '../../domain/analyses/correlograms/binned-train.ts'
import {
  type CorrelogramRequest,
  type CorrelogramResponse,
  type Pairing,
  pairCount,
  pairsOf,
  type UnitPairs,
} from '../../domain/analyses/correlograms/correlogram-request.ts'
import {
  correlationCoefficients,
  expectedCoincidences,
  normalizedRates,
  targetRates,
} from '../../domain/analyses/correlograms/correlogram-values.ts'
import { lagBinCount, toLagBins } from '../../domain/analyses/correlograms/lag-bins.ts'
import type { TilingRequest } from '../../domain/analyses/correlograms/tiling-counter.ts'
import { poolIntervals } from '../../domain/analyses/trains/pool-intervals.ts'
import { observedSecondsWithin } from '../../domain/analyses/trains/train-runs.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { observationIn, stretchesOfUnit } from '../../domain/time/observation.ts'
import { spanOf } from '../../domain/time/time-span.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { type IntervalSelection, selectedIntervals } from './selected-intervals.ts'

export type CorrelogramUnit = 'COUNT' | 'HZ' | 'NORMALIZED' | 'COEFFICIENT'

/** Which pairs of units are correlated. */
export interface PairSelection {
  readonly unitRows: Uint32Array
  /** null: units of `unitRows` with each other */
  readonly targetRows: Uint32Array | null
  readonly pairs: 'auto' | 'cross' | 'all'
}

/** The units of a selection, each once, and their pairs. */
export interface PairedUnits {
  readonly unitRows: Uint32Array
  readonly pairing: Pairing
}

/** Pairs of spike trains, before anything is read of them. */
export interface PairedTrains {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly pairs: UnitPairs
  readonly request: PairedUnits & Pick<CorrelogramRequest, 'intervals'>
}

/** Correlograms of a session, before anything is counted. */
export interface Correlograms extends PairedTrains {
  /** whether each spike of an autocorrelogram is paired with itself */
  readonly hasSelfPairs: boolean
  readonly request: CorrelogramRequest
  /** of counts in bins, for coefficients of correlation */
  readonly binned: CorrelogramRequest
}

/** @throws InvalidArgumentError, EpochNotFoundError, TooManyCellsError */
export async function pairedTrains(
  session: CatalogSession,
  selection: PairSelection & IntervalSelection,
  context: RequestContext,
): Promise<PairedTrains> {
  const tables = await context.loaders.tables(session)
  const intervals = poolIntervals(await selectedIntervals(session, selection, context))
  const paired = pairUnits(selection)
  const { unitRows, pairing } = paired
  chargePairs(pairing, unitRows.length, context)
  const pairs = pairsOf(pairing, unitRows.length)
  return { session, tables, pairs, request: { ...paired, intervals } }
}

/** @throws InvalidArgumentError, EpochNotFoundError, TooManyCellsError */
export async function correlograms(
  session: CatalogSession,
  requested: PairSelection &
    IntervalSelection & {
      readonly binSize: number
      readonly lagCount: number
      readonly selfPairs: boolean
    },
  context: RequestContext,
): Promise<Correlograms> {
  const bins = toLagBins(requested.binSize, requested.lagCount)
  const paired = await pairedTrains(session, requested, context)
  const request = { ...paired.request, bins, isBinned: false, share: null }
  return {
    ...paired,
    hasSelfPairs: requested.selfPairs,
    request,
    binned: { ...request, isBinned: true },
  }
}

/** Pairs are held as positions, before any cell of them is charged. */
export function chargePairs(pairing: Pairing, unitCount: number, { budget }: RequestContext): void {
  budget.chargeCells(pairCount(pairing, unitCount))
  budget.assertWithin()
}

/** The units that are read, each once. */
export function pairUnits({ unitRows, targetRows, pairs }: PairSelection): PairedUnits {
  if (!targetRows) return { unitRows, pairing: { kind: 'within', pairs } }
  const all = Uint32Array.from(new Set([...unitRows, ...targetRows]))
  const positions = new Map(Array.from(all, (row, position) => [row, position]))
  const positionsOf = (rows: Uint32Array) =>
    Int32Array.from(rows, (row) => positions.get(row) ?? -1)
  const references = positionsOf(unitRows)
  const targets = positionsOf(targetRows)
  return { unitRows: all, pairing: { kind: 'between', references, targets } }
}

/** [pairs, lags] */
export function correlogramsShape({ pairs, request }: Correlograms): [number, number] {
  return [pairs.references.length, lagBinCount(request.bins)]
}

/** The counts, and the spikes of the units. */
export async function countsOfCorrelograms(
  model: Correlograms,
  context: RequestContext,
): Promise<CorrelogramResponse> {
  const response = await readCorrelograms(model, model.request, context)
  if (!model.hasSelfPairs) return response
  return { ...response, counts: withSelfPairs(model, response) }
}

/** The correlograms in a unit; shape [pairs, lags]. */
export async function valuesOfCorrelograms(
  model: Correlograms,
  unit: CorrelogramUnit,
  context: RequestContext,
): Promise<Float64Array> {
  if (unit === 'COEFFICIENT') return coefficientsOf(model, context)
  const { counts, spikeCounts } = await countsOfCorrelograms(model, context)
  if (unit === 'COUNT') return Float64Array.from(counts)
  const { bins } = model.request
  const seconds = unit === 'NORMALIZED' ? await secondsOfUnits(model, context) : null
  return eachPair(model, counts, (ofPair, reference, target) => {
    const totals = { referenceCount: spikeCounts[reference], targetCount: spikeCounts[target] }
    return seconds
      ? normalizedRates(ofPair, totals, bins, seconds[target])
      : targetRates(ofPair, totals, bins)
  })
}

/** Spike time tiling coefficients; shape [pairs]. */
export async function tilingOf(
  { session, tables, pairs, request }: PairedTrains,
  dt: number,
  { budget, loaders }: RequestContext,
): Promise<Float64Array> {
  if (!(Number.isFinite(dt) && dt > 0)) {
    throw new InvalidArgumentError(`dt is ${dt}; it must be greater than 0, in seconds.`)
  }
  const { unitRows, pairing, intervals } = request
  const countOf = (unit: number) => tables.units.spikeCounts[unitRows[unit]]
  let steps = 0
  pairs.references.forEach((reference, pair) => {
    steps += countOf(reference) + countOf(pairs.targets[pair])
  })
  const tiling: TilingRequest = { unitRows, pairing, intervals, dt }
  budget.chargeOperations(tiling, steps)
  budget.chargeCells(pairs.references.length + spikesOf(unitRows, tables))
  return (await loaders.read(session, 'tileSpikes', tiling)).coefficients
}

/** Charges what counting takes: the coincidences that units of even rates would have. */
async function readCorrelograms(
  { session, tables, pairs }: Correlograms,
  request: CorrelogramRequest,
  { budget, loaders }: RequestContext,
): Promise<CorrelogramResponse> {
  const { unitRows, pairing, bins, intervals } = request
  const recorded = await loaders.recordedSpan(session)
  const seconds = recorded ? observedSecondsWithin(intervals, [recorded]) : 0
  const part = recorded && seconds > 0 ? seconds / (recorded.stopTime - recorded.startTime) : 0
  const spikeCounts = Float64Array.from(unitRows, (row) => part * tables.units.spikeCounts[row])
  budget.chargeOperations(request, expectedCoincidences(spikeCounts, pairs, bins, seconds))
  const isAuto = pairing.kind === 'within' && pairing.pairs === 'auto'
  const isSquare = pairing.kind === 'within' && !isAuto
  const square = isSquare ? unitRows.length * unitRows.length * (bins.lagCount + 1) : 0
  // Pairs of a unit and itself are counted while it is read.
  budget.chargeShared(request, square + (isAuto ? 0 : spikesOf(unitRows, tables)))
  budget.chargeCells(pairs.references.length * lagBinCount(bins))
  return loaders.read(session, 'correlateSpikes', request)
}

/** Spikes that are held while pairs of units are counted. */
export function spikesOf(unitRows: Uint32Array, { units }: SessionTables): number {
  return unitRows.reduce((sum, row) => sum + units.spikeCounts[row], 0)
}

/** At lag 0 of every pair of a unit and itself, one for each of its spikes more. */
function withSelfPairs(
  { pairs, request }: Correlograms,
  { counts, spikeCounts }: CorrelogramResponse,
): Uint32Array<ArrayBuffer> {
  const all = counts.slice()
  pairs.references.forEach((unit, pair) => {
    const atZero = pair * lagBinCount(request.bins) + request.bins.lagCount
    if (unit === pairs.targets[pair]) all[atZero] += spikeCounts[unit]
  })
  return all
}

async function coefficientsOf(model: Correlograms, context: RequestContext): Promise<Float64Array> {
  const response = await readCorrelograms(model, model.binned, context)
  const { spikeCounts, squares } = response
  const { intervals, bins } = model.binned
  const binCount = intervals.reduce(
    (sum, interval) => sum + wholeBinCount(interval, bins.binSize),
    0,
  )
  return eachPair(model, withSelfPairs(model, response), (ofPair, reference, target) =>
    correlationCoefficients(
      ofPair,
      { referenceCount: spikeCounts[reference], targetCount: spikeCounts[target] },
      [squares[reference], squares[target]],
      binCount,
    ),
  )
}

/** Values of each pair, from its counts. */
function eachPair(
  model: Correlograms,
  counts: Uint32Array,
  valuesOf: (counts: Uint32Array, reference: number, target: number) => Float64Array,
): Float64Array {
  const { references, targets } = model.pairs
  const [, lags] = correlogramsShape(model)
  const values = new Float64Array(counts.length)
  for (let pair = 0; pair < references.length; pair++) {
    const ofPair = counts.subarray(pair * lags, (pair + 1) * lags)
    values.set(valuesOf(ofPair, references[pair], targets[pair]), pair * lags)
  }
  return values
}

/** During which each unit was observed within the intervals. */
async function secondsOfUnits(
  { session, tables, request }: Correlograms,
  { loaders }: RequestContext,
): Promise<Float64Array> {
  const { intervals, unitRows } = request
  const window = spanOf(intervals)
  if (!window) return new Float64Array(unitRows.length)
  const observation = await observationIn(window, tables, () => loaders.recordedSpan(session))
  return Float64Array.from(unitRows, (row) =>
    observedSecondsWithin(intervals, stretchesOfUnit(observation, row)),
  )
}

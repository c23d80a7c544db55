import {
  binSamples,
  occupancyOf,
  type SampleLookup,
} from '../../domain/analyses/tuning/feature-bins.ts'
import {
  type SpatialInformation,
  spatialInformation,
  tuningRates,
} from '../../domain/analyses/tuning/spatial-information.ts'
import type { TuningRequest } from '../../domain/analyses/tuning/tuning-counter.ts'
import { checkEdges } from '../../domain/counting/bin-edges.ts'
import type { Float64NdArray } from '../../domain/counting/nd-array.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import type { SignalReference } from '../../domain/signals/signal-source.ts'
import { type Stretches, stretchesOfUnit } from '../../domain/time/observation.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { needSignal, type OpenSignal, samplesOf, wholeSession } from '../signals/open-signal.ts'

/** A signal that units are tuned to, with the edges of its bins. */
export interface TuningAxis {
  readonly signal: SignalReference
  readonly edges: readonly number[]
}

export interface SignalTuningRequest {
  /** one or two */
  readonly axes: readonly TuningAxis[]
  readonly units: UnitFilter
  /** only samples that begin in one of these; null: all */
  readonly within: readonly { readonly start: number; readonly stop: number }[] | null
  readonly lookup: SampleLookup
  /** seconds; null: five times the median step */
  readonly maxGap: number | null
  /** seconds */
  readonly minOccupancy: number
}

/** Tuning of units: samples of the signals were read, of the spikes nothing. */
export interface SignalTuning {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly unitRows: Uint32Array
  /** as it was made */
  readonly request: SignalTuningRequest
  readonly signals: readonly OpenSignal[]
  /** of each signal */
  readonly edges: readonly Float64Array[]
  readonly counted: TuningRequest
  /** seconds; shape [bins…] */
  readonly occupancy: Float64Array
  /** shape [units, bins…] */
  readonly unitOccupancy: Float64Array
}

/** @throws InvalidArgumentError, TooManyBinsError, and what the unit filter throws */
export async function tuneToSignals(
  session: CatalogSession,
  request: SignalTuningRequest,
  context: RequestContext,
): Promise<SignalTuning> {
  const { axes, within, lookup, maxGap } = request
  if (axes.length < 1 || axes.length > 2) {
    throw new InvalidArgumentError(`axes has ${axes.length} entries; give one signal or two.`)
  }
  const tables = await context.loaders.tables(session)
  const unitRows = context.selections.rows(tables, request.units)
  const edges = axes.map((axis) => checkEdges(axis.edges))
  const binCount = product(binCounts(edges))
  context.budget.chargeCells(4 * binCount * Math.max(1, unitRows.length))
  context.budget.assertWithin()
  const signals = await Promise.all(
    axes.map(({ signal }) => needSignal(session, signal, wholeSession, context)),
  )
  const features = await Promise.all(
    signals.map(async (signal, axis) => ({
      samples: await samplesOf(signal, context),
      edges: edges[axis],
    })),
  )
  const samples = binSamples(features, {
    lookup,
    maxGap,
    within: within?.map(({ start, stop }) => ({ startTime: start, stopTime: stop })) ?? null,
  })
  const counted = { samples, lookup, binCount, unitRows }
  return {
    session,
    tables,
    unitRows,
    request,
    signals,
    edges,
    counted,
    occupancy: occupancyOf(samples, binCount),
    unitOccupancy: occupancyOfUnits(counted, tables),
  }
}

/** [bins], or [bins of the first signal, bins of the second] */
export function binCounts(edges: readonly Float64Array[]): number[] {
  return edges.map(({ length }) => length - 1)
}

/** [units, bins…] */
export function tuningShape({ unitRows, edges }: SignalTuning): number[] {
  return [unitRows.length, ...binCounts(edges)]
}

/** Spikes in each bin; shape as tuningShape. */
export function tuningCounts(
  { session, counted }: SignalTuning,
  { loaders }: RequestContext,
): Promise<Float64Array> {
  return loaders.read(session, 'countTuning', counted)
}

/** Spikes per second; NaN in a bin without enough occupancy. */
export async function ratesOfTuning(
  tuning: SignalTuning,
  context: RequestContext,
): Promise<Float64NdArray> {
  const counts = await tuningCounts(tuning, context)
  const { unitOccupancy, request } = tuning
  return {
    shape: tuningShape(tuning),
    data: tuningRates(counts, unitOccupancy, request.minOccupancy),
  }
}

/** Of each unit; shape [units]. */
export async function informationOfTuning(
  tuning: SignalTuning,
  name: keyof SpatialInformation,
  context: RequestContext,
): Promise<Float64Array> {
  const { data } = await ratesOfTuning(tuning, context)
  const { unitOccupancy, occupancy, unitRows } = tuning
  return Float64Array.from(unitRows, (_, unit) => {
    const range = [unit * occupancy.length, (unit + 1) * occupancy.length] as const
    return spatialInformation(data.subarray(...range), unitOccupancy.subarray(...range))[name]
  })
}

/** Of the time in which each unit was observed, if the file says when; shape [units, bins…]. */
function occupancyOfUnits(
  { samples, lookup, binCount, unitRows }: TuningRequest,
  { units: { observation } }: SessionTables,
): Float64Array {
  const known = new Map<Stretches | null, Float64Array>()
  const occupancy = new Float64Array(unitRows.length * binCount)
  for (const [unit, row] of unitRows.entries()) {
    const stretches = observation && stretchesOfUnit(observation, row)
    const ofUnit =
      known.get(stretches) ?? occupancyOf(samples, binCount, stretches && { stretches, lookup })
    known.set(stretches, ofUnit)
    occupancy.set(ofUnit, unit * binCount)
  }
  return occupancy
}

const product = (numbers: readonly number[]) => numbers.reduce((all, number) => all * number, 1)

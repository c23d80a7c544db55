import {
  binSamples,
  occupancyOf,
  type SampleLookup,
} from '../../../domain/analyses/tuning/feature-bins.ts'
import type { TuningRequest } from '../../../domain/analyses/tuning/tuning-counter.ts'
import { binEdges } from '../../../domain/counting/bin-edges.ts'
import type { SessionTables } from '../../../domain/session/session-tables.ts'
import { type Stretches, stretchesOfUnit } from '../../../domain/time/observation.ts'
import { InvalidArgumentError } from '../../../errors.ts'
import { needSignal, samplesOf, wholeSession } from '../../../request/signals/open-signal.ts'
import type { GraphQLContext } from '../../context.ts'
import type { SessionSignalTuningArgs } from '../../generated.ts'
import type { SessionModel, SignalTuningModel } from '../../models.ts'
import { toUnitFilter } from '../units/unit-arguments.ts'
import { toSignal } from './signal-arguments.ts'

const lookups = { PREVIOUS: 'previous', NEAREST: 'nearest' } as const

/** What of its arguments has a default. */
type TuningArguments = SessionSignalTuningArgs &
  Required<Pick<SessionSignalTuningArgs, 'lookup' | 'minOccupancy' | 'units'>>

/**
 * Tuning of units to signals. Samples of the signals are read; of the spikes nothing is, until it
 * is wanted.
 *
 * @throws InvalidArgumentError, and what the unit filter throws
 */
export async function tuneToSignals(
  session: SessionModel,
  { axes, units, within, maxGap, minOccupancy, lookup: lookupName }: TuningArguments,
  context: GraphQLContext,
): Promise<SignalTuningModel> {
  if (axes.length < 1 || axes.length > 2) {
    throw new InvalidArgumentError(`axes has ${axes.length} entries; give one signal or two.`)
  }
  const lookup: SampleLookup = lookups[lookupName]
  const tables = await context.loaders.tables(session)
  const unitRows = context.selections.rows(tables, toUnitFilter(units))
  const edges = axes.map((axis) => binEdges({ edges: axis.edges }))
  const binCounts = edges.map(({ length }) => length - 1)
  const binCount = binCounts.reduce((product, count) => product * count, 1)
  context.budget.chargeCells(4 * binCount * Math.max(1, unitRows.length))
  context.budget.assertWithin()
  const signals = await Promise.all(
    axes.map(async ({ signal }) =>
      samplesOf(await needSignal(session, toSignal(signal), wholeSession, context), context),
    ),
  )
  const features = signals.map((samples, axis) => ({ samples, edges: edges[axis] }))
  const samples = binSamples(features, {
    lookup,
    maxGap: maxGap ?? null,
    within: within?.map(({ start, stop }) => ({ startTime: start, stopTime: stop })) ?? null,
  })
  const request = { samples, lookup, binCount, unitRows }
  return {
    session,
    tables,
    unitRows,
    request,
    binCounts,
    occupancy: occupancyOf(samples, binCount),
    unitOccupancy: occupancyOfUnits(request, tables),
    minOccupancy,
  }
}

/** Of the time in which each unit was observed, where the file says; shape [units, bins]. */
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

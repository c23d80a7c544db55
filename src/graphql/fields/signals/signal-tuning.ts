import {
  binSamples,
  occupancyOf,
  type SampleLookup,
} from '../../../domain/analyses/tuning/feature-bins.ts'
import { binEdges } from '../../../domain/counting/bin-edges.ts'
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
  return {
    session,
    tables,
    unitRows,
    request: { samples, lookup, binCount, unitRows },
    binCounts,
    occupancy: occupancyOf(samples, binCount),
    minOccupancy,
  }
}

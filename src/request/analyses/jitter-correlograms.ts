import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import type { EdgeAlignment } from '../../domain/alignment/alignment.ts'
import { pairsOf, type UnitPairs } from '../../domain/analyses/correlograms/correlogram-request.ts'
import { expectedCoincidences } from '../../domain/analyses/correlograms/correlogram-values.ts'
import type { JitterRequest } from '../../domain/analyses/correlograms/jitter-counter.ts'
import { toLagBins } from '../../domain/analyses/correlograms/lag-bins.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { isObserved, observationUnlessWhole } from '../../domain/time/observation.ts'
import { InvalidArgumentError } from '../../errors.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { AlignedActivity } from '../activity/aligned-activity.ts'
import type { RequestContext } from '../request-context.ts'
import { chargePairs, pairUnits, spikesOf } from './correlograms.ts'

/** Jitter-corrected correlograms, before anything is counted. */
export interface JitterCorrelograms {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly pairs: UnitPairs
  /** seconds */
  readonly binSize: number
  readonly request: JitterRequest
}

export interface JitterArguments {
  readonly targetRows: Uint32Array | null
  readonly lagCount: number
  /** seconds */
  readonly jitterWindow: number
  /** Hz */
  readonly minimumRate: number
}

export async function jitterCorrelograms(
  activity: AlignedActivity,
  { targetRows, lagCount, jitterWindow, minimumRate }: JitterArguments,
  context: RequestContext,
): Promise<JitterCorrelograms> {
  const { session, tables } = activity
  const alignment = evenAlignment(activity)
  const [first, second] = alignment.edges
  const binSize = activity.request.bins?.binSize ?? second - first
  toLagBins(binSize, lagCount)
  const windowBins = Math.round(jitterWindow / binSize)
  if (!(windowBins >= 1 && Math.abs(windowBins * binSize - jitterWindow) < binSize / 1000)) {
    throw new InvalidArgumentError(
      `jitterWindow is ${jitterWindow} s; it must be a whole number of bins of ${binSize} s, at least one.`,
    )
  }
  const { unitRows, pairing } = pairUnits({
    unitRows: activity.unitRows,
    targetRows,
    pairs: 'cross',
  })
  chargePairs(pairing, unitRows.length, context)
  const observed = await observedOnly(activity, alignment, unitRows, context)
  const rule = { lagCount, windowBins, minimumRate: minimumRate * binSize }
  return {
    session,
    tables,
    pairs: pairsOf(pairing, unitRows.length),
    binSize,
    request: { unitRows, pairing, alignment: observed, rule },
  }
}

/** The corrected correlograms; shape [pairs, lags]. */
export async function readJitterCorrelograms(
  { session, tables, pairs, request }: JitterCorrelograms,
  { budget, loaders }: RequestContext,
): Promise<Float64Array> {
  const { unitRows, rule, alignment } = request
  const { startTimes, edges } = alignment
  const lags = 2 * rule.lagCount + 1
  const bins = edges.length - 1
  const recorded = await loaders.recordedSpan(session)
  const all = recorded ? recorded.stopTime - recorded.startTime : 0
  const seconds = startTimes.length * (edges[bins] - edges[0])
  const part = all > 0 ? seconds / all : 0
  const spikeCounts = Float64Array.from(unitRows, (row) => part * tables.units.spikeCounts[row])
  const lagBins = { binSize: (edges[bins] - edges[0]) / bins, lagCount: rule.lagCount }
  const coincidences = expectedCoincidences(spikeCounts, pairs, lagBins, seconds)
  budget.chargeOperations(request, coincidences + pairs.references.length * bins * lags)
  const spikes = Math.min(1, part) * spikesOf(unitRows, tables)
  const square = unitRows.length * unitRows.length * (rule.lagCount + 1)
  budget.chargeShared(request, spikes + square + unitRows.length * bins)
  budget.chargeCells(pairs.references.length * lags)
  return (await loaders.read(session, 'correctForJitter', request)).corrected
}

function evenAlignment({ alignment }: AlignedActivity): EdgeAlignment {
  const isUsable =
    alignment.kind === 'edges' && alignment.edgeRule !== 'allenSdk' && areEven(alignment.edges)
  if (isUsable) return alignment
  throw new InvalidArgumentError(
    'jitterCorrectedCorrelograms needs bins of equal width that do not share edges: alignedActivity with before, after and binSize, such as binSize: 0.001, and edgeRule NUMPY or HALF_OPEN.',
  )
}

/** Whether bins are as wide as each other, but for roundings. */
function areEven(edges: Float64Array): boolean {
  const width = (edges[edges.length - 1] - edges[0]) / (edges.length - 1)
  return edges.every((edge, i) => Math.abs(edge - edges[0] - i * width) < width / 1000)
}

/** The presentations that have a start and were wholly observed for all units. */
async function observedOnly(
  { session, tables }: AlignedActivity,
  alignment: EdgeAlignment,
  unitRows: Uint32Array,
  { loaders }: RequestContext,
): Promise<EdgeAlignment> {
  const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
    loaders.recordedSpan(session),
  )
  const lists = new Set(Array.from(unitRows, (row) => observation?.ofUnits[row] ?? 0))
  const stretches = [...lists].flatMap((list) => (observation ? [observation.stretches[list]] : []))
  const { edges } = alignment
  const startTimes = alignment.startTimes.filter(
    (time) =>
      !Number.isNaN(time) &&
      stretches.every((list) => isObserved(list, time + edges[0], time + edges[edges.length - 1])),
  )
  return { ...alignment, startTimes }
}

import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import type { Alignment } from '../../domain/alignment/alignment.ts'
import type { CorrelationRequest } from '../../domain/analyses/correlations/correlation-request.ts'
import type { PearsonMatrix } from '../../domain/analyses/correlations/pearson-matrix.ts'
import type { Bins } from '../../domain/counting/bins.ts'
import type { SessionTables } from '../../domain/session/session-tables.ts'
import { blankConditions } from '../../domain/stimuli/blank-conditions.ts'
import type { StimulusConditions } from '../../domain/stimuli/conditions.ts'
import { groupsOf, type PresentationGroups } from '../../domain/stimuli/grouped-presentations.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { AlignedActivity } from '../activity/aligned-activity.ts'
import type { RequestContext } from '../request-context.ts'

/** Correlations of units, before anything is counted. */
export interface UnitCorrelations {
  readonly session: CatalogSession
  readonly tables: SessionTables
  readonly unitRows: Uint32Array
  /** of each unit */
  readonly sampleCount: number
  readonly request: CorrelationRequest
}

export interface ResponseCorrelations {
  readonly kind: 'signal' | 'noise'
  readonly perSecond: boolean
  readonly includeBlanks: boolean
}

/** Correlations of the counts in the whole windows of presentations. */
export async function responseCorrelations(
  activity: AlignedActivity,
  { kind, perSecond, includeBlanks }: ResponseCorrelations,
  { loaders }: RequestContext,
): Promise<UnitCorrelations> {
  const { session, tables, unitRows, ids } = activity
  const conditions = await loaders.load(session, 'stimulusConditions')
  const groups = groupByCondition(ids, conditions, includeBlanks)
  const alignment = asOneBin(activity.alignment)
  const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
    loaders.recordedSpan(session),
  )
  return {
    session,
    tables,
    unitRows,
    sampleCount: kind === 'signal' ? groups.count : ids.length,
    request: { kind, unitRows, observation, alignment, groups, perSecond },
  }
}

/** Correlations of the counts in bins. */
export async function binCorrelations(
  {
    session,
    tables,
    unitRows,
    bins,
  }: Pick<UnitCorrelations, 'session' | 'tables' | 'unitRows'> & { readonly bins: Bins },
  { loaders }: RequestContext,
): Promise<UnitCorrelations> {
  const window = { startTime: bins.start, stopTime: bins.stop }
  const observation = await observationUnlessWhole(window, tables, () =>
    loaders.recordedSpan(session),
  )
  const request = { kind: 'total', unitRows, observation, bins } as const
  return { session, tables, unitRows, sampleCount: bins.count, request }
}

export async function readCorrelations(
  { session, unitRows, sampleCount, request }: UnitCorrelations,
  { budget, loaders }: RequestContext,
): Promise<PearsonMatrix> {
  const pairs = unitRows.length * unitRows.length
  budget.chargeOperations(request, (pairs * sampleCount) / 2)
  budget.chargeShared(request, unitRows.length * sampleCount + pairs)
  budget.chargeCells(pairs)
  return loaders.read(session, 'correlateCounts', request)
}

function asOneBin(alignment: Alignment): Alignment {
  if (alignment.kind === 'whole') return alignment
  const { edges } = alignment
  return { ...alignment, edges: Float64Array.of(edges[0], edges[edges.length - 1]) }
}

/** Conditions in order of their ids; a masked presentation is in none. */
function groupByCondition(
  ids: Int32Array,
  conditions: StimulusConditions,
  includeBlanks: boolean,
): PresentationGroups {
  const blanks = blankConditions(conditions)
  const conditionOf = (id: number) => {
    const condition = conditions.ofPresentations[id]
    return condition >= 0 && (includeBlanks || blanks[condition] === 0) ? condition : -1
  }
  const ofPresentations = ids.map(conditionOf)
  const shown = [...new Set(ofPresentations)].filter((id) => id >= 0).sort((a, b) => a - b)
  const groupOf = new Map(shown.map((condition, group) => [condition, group]))
  return groupsOf(
    ofPresentations.map((condition) => groupOf.get(condition) ?? -1),
    shown.length,
  )
}

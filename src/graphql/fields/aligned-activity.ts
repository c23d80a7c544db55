import type { AlignRequest } from '../../domain/alignment/align-request.ts'
import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import { type Alignment, binCount, presentationCount } from '../../domain/alignment/alignment.ts'
import { groupsOf } from '../../domain/stimuli/grouped-presentations.ts'
import { selectPresentations } from '../../domain/stimuli/presentation-filter.ts'
import {
  type Grouping,
  groupPresentations,
  groupsByCondition,
} from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationSelection } from '../../domain/stimuli/presentations.ts'
import { observationUnlessWhole } from '../../domain/time/observation.ts'
import type { GraphQLContext } from '../context.ts'
import type { PresentationFilter, UnitFilter } from '../generated.ts'
import type { ActivityGroupModel, AlignedActivityModel, SessionModel } from '../models.ts'
import { selectPresentationIds } from '../selections/presentations.ts'
import { toUnitFilter } from './unit-arguments.ts'

/**
 * Spike counts, means, deviations and the numbers of presentations are read, and held, together.
 */
export const STATISTICS_READ = 4

/** Which presentations and units are aligned. */
export interface AlignArguments {
  readonly presentations: PresentationFilter
  readonly units: UnitFilter
}

/**
 * Activity around, or within, presentations. Nothing of it is read until it is wanted.
 *
 * @throws what the filters throw
 */
export async function alignActivity(
  session: SessionModel,
  { presentations: filter, units }: AlignArguments,
  align: (selection: PresentationSelection) => Alignment,
  context: GraphQLContext,
): Promise<AlignedActivityModel> {
  const { loaders, selections } = context
  const [tables, list, ids] = await Promise.all([
    loaders.tables(session),
    loaders.presentations(session),
    selectPresentationIds(session, filter, context),
  ])
  const alignment = align(selectPresentations(list, ids, null))
  const unitRows = selections.rows(tables, toUnitFilter(units))
  return {
    session,
    tables,
    list,
    ids,
    alignment,
    unitRows,
    counts: { kind: 'counts', alignment, unitRows },
    totals: totalsOf(alignment, unitRows),
    spikes: { kind: 'spikes', alignment, unitRows },
  }
}

/**
 * Of all presentations in one: a number a unit is held, where counts would be one
 * for each presentation as well.
 */
function totalsOf(alignment: Alignment, unitRows: Uint32Array): AlignRequest {
  const groups = groupsOf(new Int32Array(presentationCount(alignment)), 1)
  const common = { groups, observation: null, unitRows }
  if (alignment.kind === 'whole') {
    return { kind: 'presentationStatistics', alignment, perSecond: false, ...common }
  }
  const { edges } = alignment
  const ends = Float64Array.of(edges[0], edges[edges.length - 1])
  return { kind: 'binStatistics', alignment: { ...alignment, edges: ends }, ...common }
}

/** The groups that presentations are cut into. The statistics of all are read together, once. */
export async function groupActivity(
  activity: AlignedActivityModel,
  grouping: Grouping,
  { loaders }: GraphQLContext,
): Promise<ActivityGroupModel[]> {
  const conditions = groupsByCondition(grouping)
    ? await loaders.stimulusConditions(activity.session)
    : null
  const { groups, members } = groupPresentations(activity.ids, activity.list, conditions, grouping)
  const { session, tables, alignment, unitRows } = activity
  const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
    loaders.recordedSpan(session),
  )
  const ofWhole = (perSecond: boolean): AlignRequest | null =>
    alignment.kind === 'whole'
      ? { kind: 'presentationStatistics', alignment, groups, perSecond, observation, unitRows }
      : null
  const statistics: AlignRequest | null =
    alignment.kind === 'edges'
      ? { kind: 'binStatistics', alignment, groups, observation, unitRows }
      : ofWhole(false)
  if (!statistics) return []
  const rateStatistics = ofWhole(true)
  return members.map((ofGroup, group) => ({
    activity,
    grouping,
    conditions,
    groupCount: groups.count,
    group,
    members: ofGroup,
    statistics,
    rateStatistics,
  }))
}

/** [presentations, bins, units] */
export function alignedShape({ ids, alignment, unitRows }: AlignedActivityModel): number[] {
  return [ids.length, binCount(alignment), unitRows.length]
}

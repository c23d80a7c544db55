import type { AlignRequest } from '../../domain/alignment/align-request.ts'
import { alignedWindow } from '../../domain/alignment/aligned-spans.ts'
import { type Alignment, binCount, presentationCount } from '../../domain/alignment/alignment.ts'
import { groupsOf, type PresentationGroups } from '../../domain/stimuli/grouped-presentations.ts'
import { gridPresentations } from '../../domain/stimuli/parameter-grid.ts'
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
import type {
  ActivityGridModel,
  ActivityGroupModel,
  AlignedActivityModel,
  SessionModel,
  StatisticsModel,
} from '../models.ts'
import { selectPresentationIds } from '../selections/presentations.ts'
import { toUnitFilter } from './unit-arguments.ts'

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
  const statistics = await statisticsOfGroups(activity, groups, loaders)
  return members.map((ofGroup, group) => ({
    ...statistics,
    grouping,
    conditions,
    group,
    members: ofGroup,
  }))
}

/** The presentations laid out by the values of some parameters. */
export async function gridActivity(
  activity: AlignedActivityModel,
  parameters: readonly string[],
  { loaders }: GraphQLContext,
): Promise<ActivityGridModel> {
  const conditions = await loaders.stimulusConditions(activity.session)
  const grid = gridPresentations(activity.ids, conditions, parameters)
  return { ...(await statisticsOfGroups(activity, grid.groups, loaders)), grid }
}

async function statisticsOfGroups(
  activity: AlignedActivityModel,
  groups: PresentationGroups,
  loaders: GraphQLContext['loaders'],
): Promise<StatisticsModel> {
  const { session, tables, alignment, unitRows } = activity
  const observation = await observationUnlessWhole(alignedWindow(alignment), tables, () =>
    loaders.recordedSpan(session),
  )
  const common = { groups, observation, unitRows }
  if (alignment.kind === 'edges') {
    const statistics: AlignRequest = { kind: 'binStatistics', alignment, ...common }
    return { activity, groupCount: groups.count, statistics, rateStatistics: null }
  }
  const ofWhole = (perSecond: boolean): AlignRequest => ({
    kind: 'presentationStatistics',
    alignment,
    perSecond,
    ...common,
  })
  return {
    activity,
    groupCount: groups.count,
    statistics: ofWhole(false),
    rateStatistics: ofWhole(true),
  }
}

/** [presentations, bins, units] */
export function alignedShape({ ids, alignment, unitRows }: AlignedActivityModel): number[] {
  return [ids.length, binCount(alignment), unitRows.length]
}

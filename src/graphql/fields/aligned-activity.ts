import type { Alignment } from '../../domain/alignment/alignment.ts'
import { gridPresentations } from '../../domain/stimuli/parameter-grid.ts'
import { selectPresentations } from '../../domain/stimuli/presentation-filter.ts'
import {
  type Grouping,
  groupPresentations,
  groupsByCondition,
} from '../../domain/stimuli/presentation-grouping.ts'
import type { PresentationSelection } from '../../domain/stimuli/presentations.ts'
import type { GraphQLContext } from '../context.ts'
import type { PresentationFilter, UnitFilter } from '../generated.ts'
import type {
  ActivityGridModel,
  ActivityGroupModel,
  AlignedActivityModel,
  SessionModel,
} from '../models.ts'
import { selectPresentationIds } from '../selections/presentations.ts'
import { activityOf } from './activity.ts'
import { groupStatistics } from './group-statistics.ts'
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
  return { ...activityOf(session, tables, alignment, unitRows), list, ids }
}

/** The groups that presentations are cut into. The statistics of all are read together, once. */
export async function groupActivity(
  activity: AlignedActivityModel,
  grouping: Grouping,
  context: GraphQLContext,
): Promise<ActivityGroupModel[]> {
  const conditions = groupsByCondition(grouping)
    ? await context.loaders.stimulusConditions(activity.session)
    : null
  const { groups, members } = groupPresentations(activity.ids, activity.list, conditions, grouping)
  const statistics = await groupStatistics(activity, groups, context)
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
  context: GraphQLContext,
): Promise<ActivityGridModel> {
  const conditions = await context.loaders.stimulusConditions(activity.session)
  const grid = gridPresentations(activity.ids, conditions, parameters)
  return { ...(await groupStatistics(activity, grid.groups, context)), grid }
}

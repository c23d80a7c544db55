import type { EdgeRule } from '../../../domain/alignment/edge-rule.ts'
import { type EventGrouping, groupEvents } from '../../../domain/events/event-groups.ts'
import { activityOf } from '../../../request/activity/activity.ts'
import { groupStatistics } from '../../../request/activity/group-statistics.ts'
import type { GraphQLContext } from '../../context.ts'
import type { EventFilter, EventSource, UnitFilter } from '../../generated.ts'
import type { EventActivityModel, EventGroupModel, SessionModel } from '../../models.ts'
import { eventSource, selectFromSource } from '../../selections/events.ts'
import { toUnitFilter } from '../units/unit-arguments.ts'

/** Which events and units are aligned, and in which bins. */
export interface EventArguments {
  readonly events: EventSource
  readonly where: EventFilter
  readonly units: UnitFilter
  /** seconds */
  readonly edges: Float64Array
  readonly edgeRule: EdgeRule
}

/**
 * Activity around events. Of the spikes nothing is read until it is wanted.
 *
 * @throws InvalidArgumentError, and what the unit filter throws
 */
export async function alignToEvents(
  session: SessionModel,
  { events, where, units, edges, edgeRule }: EventArguments,
  context: GraphQLContext,
): Promise<EventActivityModel> {
  const tables = await context.loaders.tables(session)
  const unitRows = context.selections.rows(tables, toUnitFilter(units))
  const source = await eventSource(session, events, context)
  const sourceIndexes = selectFromSource(source, where, edges, tables)
  const startTimes = Float64Array.from(sourceIndexes, (position) => source.times[position])
  const alignment = { kind: 'edges', startTimes, edges, edgeRule } as const
  return { ...activityOf(session, tables, alignment, unitRows), alignment, source, sourceIndexes }
}

/** The groups that events are cut into. */
export async function groupEventActivity(
  activity: EventActivityModel,
  grouping: EventGrouping,
  context: GraphQLContext,
): Promise<EventGroupModel[]> {
  const { groups, members } = groupEvents(activity.sourceIndexes.length, grouping, (event) =>
    valueOfEvent(activity, event),
  )
  const statistics = await groupStatistics(activity, groups, context)
  return members.map((ofGroup, group) => ({
    ...statistics,
    grouping,
    group,
    members: ofGroup,
  }))
}

/** What the source says of an event, by its position among those selected. */
export function valueOfEvent({ source, sourceIndexes }: EventActivityModel, event: number) {
  return source.valueAt(sourceIndexes[event])
}

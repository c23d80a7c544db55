import type { EdgeAlignment } from '../../domain/alignment/alignment.ts'
import type { EdgeRule } from '../../domain/alignment/edge-rule.ts'
import { type BinEdgesRequest, binEdges } from '../../domain/counting/bin-edges.ts'
import { type EventGrouping, groupEvents } from '../../domain/events/event-groups.ts'
import type { EventSelection, EventSourceRequest } from '../../domain/events/event-request.ts'
import type { EventSource } from '../../domain/events/event-source.ts'
import type { UnitFilter } from '../../domain/units/unit-filter.ts'
import type { CatalogSession } from '../../sessions/session-catalog.ts'
import type { RequestContext } from '../request-context.ts'
import { type Activity, activityOf } from './activity.ts'
import { eventSource, selectFromSource } from './event-source.ts'
import { type GroupActivity, groupStatistics } from './group-statistics.ts'

/** Which events and units are aligned, and in which bins. */
export interface EventActivityRequest {
  readonly events: EventSourceRequest
  readonly where: EventSelection
  readonly units: UnitFilter
  readonly bins: BinEdgesRequest & { readonly edgeRule: EdgeRule }
}

export interface EventActivity extends Activity {
  readonly alignment: EdgeAlignment
  readonly source: EventSource
  /** positions of the events in their source */
  readonly sourceIndexes: Int32Array
  /** as it was made */
  readonly requested: EventActivityRequest
}

/**
 * Activity around events. Of the spikes nothing is read until it is wanted.
 *
 * @throws InvalidArgumentError, and what the unit filter throws
 */
export async function eventActivity(
  session: CatalogSession,
  requested: EventActivityRequest,
  context: RequestContext,
): Promise<EventActivity> {
  const { edgeRule, ...bins } = requested.bins
  const edges = binEdges(bins)
  const tables = await context.loaders.tables(session)
  const unitRows = context.selections.rows(tables, requested.units)
  const source = await eventSource(session, requested.events, context)
  const sourceIndexes = selectFromSource(source, requested.where, edges, tables)
  const startTimes = Float64Array.from(sourceIndexes, (position) => source.times[position])
  const alignment = { kind: 'edges', startTimes, edges, edgeRule } as const
  const activity = activityOf(session, tables, alignment, unitRows)
  return { ...activity, alignment, source, sourceIndexes, requested }
}

/** One of the groups that events are cut into. */
export interface EventGroup extends GroupActivity<EventActivity> {
  readonly grouping: EventGrouping
}

/** The groups that events are cut into. */
export async function groupEventActivity(
  activity: EventActivity,
  grouping: EventGrouping,
  context: RequestContext,
): Promise<EventGroup[]> {
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
export function valueOfEvent({ source, sourceIndexes }: EventActivity, event: number) {
  return source.valueAt(sourceIndexes[event])
}

import { type EventGrouping, groupEvents } from '../../../domain/events/event-groups.ts'
import { groupStatistics } from '../../../request/activity/group-statistics.ts'
import type { GraphQLContext } from '../../context.ts'
import type { EventActivityModel, EventGroupModel } from '../../models.ts'

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

import { alongDimension } from '../../formats/labelled-arrays.ts'
import type { EventActivity } from '../../request/activity/event-activity.ts'
import { integers } from './activity-labels.ts'

/** Events along `event`: when they were, and their positions in their source. */
export function eventCoordinates({ alignment, sourceIndexes }: EventActivity) {
  return [
    alongDimension('event', 'event_times', alignment.startTimes, {
      unit: 's',
      column: 'event_time',
    }),
    alongDimension('event', 'source_indexes', integers(sourceIndexes), {
      column: 'source_index',
    }),
  ]
}

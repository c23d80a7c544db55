import { alongDimension } from '../../../formats/labelled-arrays.ts'
import { integers } from './activity-labels.ts'

/** Events along `event`: when they were, and their positions in their source. */
export function eventCoordinates(startTimes: Float64Array, sourceIndexes: Int32Array) {
  return [
    alongDimension('event', 'event_times', startTimes, {
      unit: 's',
      column: 'event_time',
    }),
    alongDimension('event', 'source_indexes', integers(sourceIndexes), {
      column: 'source_index',
    }),
  ]
}

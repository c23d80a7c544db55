import { alignedBinsField } from '../../addresses/aligned-fields.ts'
import { eventSelectionField, eventSourceField } from '../../addresses/event-fields.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import { countsOf } from '../../request/activity/activity.ts'
import { type EventActivityRequest, eventActivity } from '../../request/activity/event-activity.ts'
import { arrayExport } from '../array-export.ts'
import { binCoordinates, integers, unitCoordinate } from './activity-labels.ts'

/** Spike counts around events, shape [events, bins, units]. */
export const eventActivityExport = arrayExport<EventActivityRequest>({
  name: 'event-activity',
  fields: {
    events: eventSourceField,
    where: eventSelectionField,
    units: unitFilterField,
    bins: alignedBinsField,
  },
  async load(request, source) {
    const activity = await eventActivity(source.session, request, source)
    const { alignment, sourceIndexes, tables, unitRows } = activity
    return {
      main: {
        name: 'counts',
        dims: ['event', 'bin', 'unit'],
        ...(await countsOf(activity, source)),
      },
      coordinates: [
        alongDimension('event', 'event_times', alignment.startTimes, {
          unit: 's',
          column: 'event_time',
        }),
        alongDimension('event', 'source_indexes', integers(sourceIndexes), {
          column: 'source_index',
        }),
        unitCoordinate(tables, unitRows),
        ...binCoordinates(alignment),
      ],
      attributes: { edge_rule: alignment.edgeRule },
    }
  },
})

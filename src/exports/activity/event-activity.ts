import type { FieldsOf } from '../../addresses/address-field.ts'
import { alignedBinsField } from '../../addresses/aligned-fields.ts'
import { eventSelectionField, eventSourceField } from '../../addresses/event-fields.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { countsOf } from '../../request/activity/activity.ts'
import {
  type EventActivity,
  type EventActivityRequest,
  eventActivity,
} from '../../request/activity/event-activity.ts'
import { arrayExport } from '../array-export.ts'
import { noUnits } from '../emptiness.ts'
import type { Emptiness } from '../export-kind.ts'
import { binCoordinates, unitCoordinates } from './labels/activity-labels.ts'
import { eventCoordinates } from './labels/event-labels.ts'

/** The parts of a request that aligns events, in the order of an address. */
export const eventActivityFields: FieldsOf<EventActivityRequest> = {
  events: eventSourceField,
  where: eventSelectionField,
  units: unitFilterField,
  bins: alignedBinsField,
}

/** Spike counts around events, shape [events, bins, units]. */
export const eventActivityExport = arrayExport<EventActivityRequest>({
  name: 'event-activity',
  fields: eventActivityFields,
  emptiness: async (request, source) =>
    emptinessOfEvents(await eventActivity(source.session, request, source)),
  async load(request, source) {
    const activity = await eventActivity(source.session, request, source)
    const { alignment, tables, unitRows } = activity
    return {
      main: {
        name: 'counts',
        dims: ['event', 'bin', 'unit'],
        ...(await countsOf(activity, source)),
      },
      coordinates: [
        ...eventCoordinates(activity.alignment.startTimes, activity.sourceIndexes),
        ...unitCoordinates(tables, unitRows),
        ...binCoordinates(alignment),
      ],
      attributes: { edge_rule: alignment.edgeRule },
    }
  },
})

/** Why activity has no cell; null: it has. */
export function emptinessOfEvents({
  source,
  sourceIndexes,
  unitRows,
  tables,
}: EventActivity): Emptiness | null {
  if (unitRows.length === 0) return noUnits(tables)
  if (sourceIndexes.length > 0) return null
  const reason = `No event is left to export, of the ${source.times.length} of the source.`
  return { missing: 'events', reason }
}

import type { AddressField } from '../../addresses/address-field.ts'
import { intervalsField } from '../../addresses/interval-fields.ts'
import { unitFilterField } from '../../addresses/unit-filter-field.ts'
import { alongDimension } from '../../formats/labelled-arrays.ts'
import {
  countsInIntervals,
  type IntervalActivityRequest,
  intervalActivity,
  ratesInIntervals,
} from '../../request/activity/interval-activity.ts'
import { arrayExport } from '../array-export.ts'
import { unitCoordinates } from './labels/activity-labels.ts'

const givenIntervalsField: AddressField<IntervalActivityRequest['intervals']> = {
  write: intervalsField.write,
  read: (fields, name) => intervalsField.read(fields, name) ?? [],
}

const seconds = { unit: 's' }

/** Counts, with rates beside them, in a list of intervals; shape [intervals, units]. */
export const intervalActivityExport = arrayExport<IntervalActivityRequest>({
  name: 'interval-activity',
  fields: { intervals: givenIntervalsField, units: unitFilterField },
  async load(request, source) {
    const activity = await intervalActivity(source.session, request, source)
    const [counts, rates] = await Promise.all([
      countsInIntervals(activity, source),
      ratesInIntervals(activity, source),
    ])
    const dims = ['interval', 'unit']
    const { startTimes, stopTimes } = activity.alignment
    return {
      main: { name: 'counts', column: 'count', dims, ...counts },
      beside: [{ name: 'rates', column: 'rate', unit: 'Hz', dims, ...rates }],
      coordinates: [
        alongDimension('interval', 'start_time', startTimes, seconds),
        alongDimension('interval', 'stop_time', stopTimes, seconds),
        ...unitCoordinates(source.tables, activity.unitRows),
      ],
      attributes: {},
    }
  },
})

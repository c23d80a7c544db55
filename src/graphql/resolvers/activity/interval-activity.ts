import { intervalActivityExport } from '../../../exports/activity/interval-activity.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import {
  countsInIntervals,
  intervalShape,
  ratesInIntervals,
} from '../../../request/activity/interval-activity.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { IntervalActivityResolvers } from '../../generated.ts'

export const IntervalActivity: IntervalActivityResolvers = {
  shape: (activity) => intervalShape(activity),
  ...unitColumns,

  startTimes({ alignment }, _args, { budget }) {
    budget.chargeCells(alignment.startTimes.length)
    return alignment.startTimes
  },

  stopTimes({ alignment }, _args, { budget }) {
    budget.chargeCells(alignment.stopTimes.length)
    return alignment.stopTimes
  },

  counts: (activity, _args, context) => countsInIntervals(activity, context),
  rates: (activity, _args, context) => ratesInIntervals(activity, context),

  async data(activity, _args, context) {
    const { data, shape } = await countsInIntervals(activity, context)
    return encodeArray(data, shape)
  },

  async ratesData(activity, _args, context) {
    const { data, shape } = await ratesInIntervals(activity, context)
    return encodeArray(data, shape)
  },

  href: ({ session, requested }, { format }, { loaders }) =>
    exportHref(intervalActivityExport, session, requested, fileFormatOf[format], loaders),
}

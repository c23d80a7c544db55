import { exportHref } from '../../../exports/addressed-export.ts'
import { presentationIntervalsExport } from '../../../exports/tables/presentation-intervals.ts'
import { finiteOrNull } from '../../fields/columns.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import type { InterPresentationIntervalsResolvers } from '../../generated.ts'
import type { InterPresentationIntervalsModel } from '../../models.ts'

/** Lists that a response may have, for what they cost. */
export const INTERVAL_COLUMNS = 3

export const InterPresentationIntervals: InterPresentationIntervalsResolvers = {
  count: ({ intervals }) => intervals.length,

  mean(gaps) {
    const known = knownIntervals(gaps)
    return finiteOrNull(known.reduce((sum, interval) => sum + interval, 0) / known.length)
  },

  min: (gaps) =>
    finiteOrNull(knownIntervals(gaps).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),

  max: (gaps) =>
    finiteOrNull(knownIntervals(gaps).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),

  href: ({ session, stimulusNames }, { format }, { loaders }) =>
    exportHref(
      presentationIntervalsExport,
      session,
      { stimulusNames },
      fileFormatOf[format],
      loaders,
    ),
}

function knownIntervals({ intervals }: InterPresentationIntervalsModel): Float64Array {
  return intervals.filter((interval) => !Number.isNaN(interval))
}

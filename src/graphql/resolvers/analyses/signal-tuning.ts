import { exportHref } from '../../../exports/addressed-export.ts'
import { signalTuningExport } from '../../../exports/analyses/signal-tuning.ts'
import {
  binCounts,
  informationOfTuning,
  ratesOfTuning,
  tuningCounts,
  tuningShape,
} from '../../../request/analyses/signal-tuning.ts'
import { encodeArray } from '../../fields/encode-array.ts'
import { fileFormatOf } from '../../fields/file-formats.ts'
import { unitColumns } from '../../fields/units/unit-columns.ts'
import type { SignalTuningResolvers } from '../../generated.ts'

export const SignalTuning: SignalTuningResolvers = {
  ...unitColumns,
  shape: (tuning) => tuningShape(tuning),
  occupancy: ({ edges, occupancy }) => ({ shape: binCounts(edges), data: occupancy }),
  unitOccupancy: (tuning) => ({ shape: tuningShape(tuning), data: tuning.unitOccupancy }),

  counts: async (tuning, _args, context) => ({
    shape: tuningShape(tuning),
    data: await tuningCounts(tuning, context),
  }),

  rates: (tuning, _args, context) => ratesOfTuning(tuning, context),

  async data(tuning, _args, context) {
    const { data, shape } = await ratesOfTuning(tuning, context)
    return encodeArray(data, shape)
  },

  href: ({ session, request }, { format }, { loaders }) =>
    exportHref(signalTuningExport, session, request, fileFormatOf[format], loaders),

  bitsPerSecond: (tuning, _args, context) => informationOfTuning(tuning, 'bitsPerSecond', context),
  bitsPerSpike: (tuning, _args, context) => informationOfTuning(tuning, 'bitsPerSpike', context),
}

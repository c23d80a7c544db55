import { exportHref } from '../../../exports/addressed-export.ts'
import { datasetExport } from '../../../exports/dataset/dataset-export.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import type { DatasetResolvers } from '../../generated.ts'
import { openedArea } from '../../selections/areas.ts'

export const Dataset: DatasetResolvers = {
  areas({ session, tables, request: { units }, plan }, _args, { budget }, info) {
    budget.chargeList(plan.areas.length, fieldsBelow(info))
    return plan.areas.flatMap(({ acronym, unitRows }) =>
      acronym === null ? [] : openedArea({ session, tables, units, unitRows }, acronym),
    )
  },

  epochs({ session, tables, plan }, _args, { budget }, info) {
    budget.chargeList(plan.epochs.length, fieldsBelow(info))
    return plan.epochs.map(({ epoch }) => ({ session, tables, epoch }))
  },

  matrixCount: ({ plan }) => plan.areas.length * plan.epochs.length,

  cellCount({ plan: { areas, epochs } }) {
    const binCount = epochs.reduce((sum, { bins }) => sum + bins.count, 0)
    return areas.reduce((sum, { unitRows }) => sum + binCount * unitRows.length, 0)
  },

  href: ({ session, request }, _args, { loaders }) =>
    exportHref(datasetExport, session, request, 'npz', loaders),
}

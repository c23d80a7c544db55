import { areaAlias, areaName } from '../../../domain/areas/area-names.ts'
import { epochBins } from '../../../domain/counting/epoch-window.ts'
import { selectEpochs } from '../../../domain/stimuli/epochs.ts'
import { knownEpochs } from '../../../domain/stimuli/known-epochs.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import { rowsPage } from '../../fields/lists/rows-page.ts'
import { toOrders } from '../../fields/units/unit-arguments.ts'
import type { AreaResolvers } from '../../generated.ts'

export const Area: AreaResolvers = {
  alias: ({ acronym }) => areaAlias(acronym),
  name: ({ acronym }) => areaName(acronym),
  async units(area, { orderBy, ...page }, context, info) {
    const opened = await area.open()
    const rows = context.selections.sorted(opened.tables, opened.unitRows, toOrders(orderBy))
    return rowsPage(opened, 'units', rows, page, context, info)
  },

  async binnedActivity(area, { epochs: where, before, after, binSize }, { budget }, info) {
    const { session, tables, units, unitRows } = await area.open()
    const around = { before, after: after ?? null, binSize }
    const epochs = selectEpochs(knownEpochs(tables), where ?? {})
    budget.chargeList(epochs.length, fieldsBelow(info))
    return epochs.map((epoch) => ({
      session,
      tables,
      area,
      epoch: { session, tables, epoch },
      window: { epochIndex: epoch.index, ...around },
      bins: epochBins(epoch, around),
      units,
      unitRows,
    }))
  },
}

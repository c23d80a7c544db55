import { areaAlias, areaName, validChannelAreas } from '../../domain/areas.ts'
import { epochBins } from '../../domain/epoch-window.ts'
import { selectEpochs } from '../../domain/epochs.ts'
import type { AreaResolvers } from '../generated.ts'
import { rowsPage } from '../rows-page.ts'

export const Area: AreaResolvers = {
  alias: ({ acronym }) => areaAlias(acronym),
  name: ({ acronym }) => areaName(acronym),
  unitCount: ({ unitRows }) => unitRows.length,
  units: (area, page, context) => rowsPage(area, 'units', area.unitRows, page, context),

  channelCount({ tables, acronym }) {
    const areas = [...validChannelAreas(tables.channels)]
    return areas.filter((area) => area === acronym).length
  },

  binnedActivity(area, { epochs: where, before, after, binSize }, { budget }) {
    const { session, tables, unitRows } = area
    const epochs = selectEpochs(tables.epochs, where ?? {})
    budget.chargeEntries(epochs.length)
    return epochs.map((epoch) => ({
      session,
      tables,
      area,
      epoch: { session, tables, epoch },
      bins: epochBins(epoch, { before, after: after ?? null, binSize }),
      unitRows,
    }))
  },
}

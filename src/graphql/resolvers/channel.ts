import { integerAt, numberAt } from '../columns.ts'
import type { ChannelResolvers } from '../generated.ts'

export const Channel: ChannelResolvers = {
  id: ({ tables, row }) => String(tables.channels.ids[row]),
  localIndex: ({ tables, row }) => integerAt(tables.channels.localIndex, row),
  area: ({ tables, row }) => tables.channels.areas?.[row] ?? null,
  verticalPosition: ({ tables, row }) => numberAt(tables.channels.verticalPosition, row),
  horizontalPosition: ({ tables, row }) => numberAt(tables.channels.horizontalPosition, row),
  anteriorPosteriorCcf: ({ tables, row }) => numberAt(tables.channels.anteriorPosterior, row),
  dorsalVentralCcf: ({ tables, row }) => numberAt(tables.channels.dorsalVentral, row),
  leftRightCcf: ({ tables, row }) => numberAt(tables.channels.leftRight, row),
  filtering: ({ tables, row }) => tables.channels.filtering?.[row] ?? null,

  valid({ tables, row }) {
    const { valid } = tables.channels
    return valid && valid[row] === 1
  },

  probe({ session, tables, row }) {
    const probeRow = tables.channels.probeRows[row] ?? -1
    return probeRow < 0 ? null : { session, tables, row: probeRow }
  },
}

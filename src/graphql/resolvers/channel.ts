import type { PublishedChannel } from '../../catalog/session-catalog.ts'
import type { ChannelTable } from '../../domain/session-tables.ts'
import { finiteOrNull, integerAt, integerOrNull, numberAt } from '../columns.ts'
import type { ChannelResolvers } from '../generated.ts'
import type { ChannelModel } from '../models.ts'

const published = ({ session, tables, row }: ChannelModel) =>
  session.published?.channel(tables.channels.ids[row] as number) ?? null

/** The published coordinate, as the AllenSDK gives it; else the file's. */
const coordinate = (name: keyof PublishedChannel & keyof ChannelTable) => (channel: ChannelModel) =>
  finiteOrNull(published(channel)?.[name]) ?? numberAt(channel.tables.channels[name], channel.row)

export const Channel: ChannelResolvers = {
  id: ({ tables, row }) => String(tables.channels.ids[row]),
  localIndex: ({ tables, row }) => integerAt(tables.channels.localIndex, row),
  area: ({ tables, row }) => tables.channels.areas?.[row] ?? null,
  verticalPosition: ({ tables, row }) => numberAt(tables.channels.verticalPosition, row),
  horizontalPosition: ({ tables, row }) => numberAt(tables.channels.horizontalPosition, row),
  publishedArea: (channel) => published(channel)?.area ?? null,
  structureId: (channel) => integerOrNull(published(channel)?.structureId),
  anteriorPosteriorCcf: coordinate('anteriorPosterior'),
  dorsalVentralCcf: coordinate('dorsalVentral'),
  leftRightCcf: coordinate('leftRight'),
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

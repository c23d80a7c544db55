import { type Coordinate, channelCoordinate } from '../../../domain/session/channel-coordinate.ts'
import { numberAt, wholeAt, wholeOrNull } from '../../fields/columns.ts'
import { channelIds } from '../../fields/lists/global-ids.ts'
import { unitCountAt } from '../../fields/units/unit-counts.ts'
import type { ChannelResolvers } from '../../generated.ts'
import type { ChannelModel } from '../../models.ts'

const published = ({ session, tables, row }: ChannelModel) =>
  session.published?.channel(tables.channels.ids[row]) ?? null

const coordinate = (name: Coordinate) => (channel: ChannelModel) =>
  channelCoordinate(published(channel), channel.tables.channels, channel.row, name)

export const Channel: ChannelResolvers = {
  id: (channel) => channelIds.of(channel),
  channelId: ({ tables, row }) => String(tables.channels.ids[row]),
  localIndex: ({ tables, row }) => wholeAt(tables.channels.localIndex, row),
  area: ({ tables, row }) => tables.channels.areas?.[row] ?? null,
  location: ({ tables, row }) => tables.channels.areaTexts?.[row] ?? null,
  verticalPosition: ({ tables, row }) => numberAt(tables.channels.verticalPosition, row),
  horizontalPosition: ({ tables, row }) => numberAt(tables.channels.horizontalPosition, row),
  publishedArea: (channel) => published(channel)?.area ?? null,
  structureId: (channel) => wholeOrNull(published(channel)?.structureId),
  anteriorPosteriorCcf: coordinate('anteriorPosterior'),
  dorsalVentralCcf: coordinate('dorsalVentral'),
  leftRightCcf: coordinate('leftRight'),
  filtering: ({ tables, row }) => tables.channels.filtering?.[row] || null,

  unitCount: (channel, { where }, context) => unitCountAt(channel, 'channels', where, context),

  valid({ tables, row }) {
    const { valid } = tables.channels
    return valid && valid[row] === 1
  },

  probe({ session, tables, row }) {
    const probeRow = tables.channels.probeRows[row]
    return probeRow < 0 ? null : { session, tables, row: probeRow }
  },
}

import { transpose } from '../../domain/nd-array.ts'
import { pointCount } from '../../domain/time-series.ts'
import type { GraphQLContext } from '../context.ts'
import { encodeArray } from '../encode-array.ts'
import type { CurrentSourceDensityResolvers, LocalFieldPotentialResolvers } from '../generated.ts'
import type { LfpModel, SeriesModel } from '../models.ts'
import { columnOf, extentFields } from '../series.ts'

export const LocalFieldPotential: LocalFieldPotentialResolvers = {
  ...extentFields,
  shape: (lfp) => lfpShape(lfp),

  channelIds({ window, channels }, _args, { budget }) {
    budget.chargeList(channels.length)
    return channels.map((channel) => channelId(window.labels.channelIds, channel))
  },

  times: (lfp, _args, context) => columnOf(lfp, 'time', context),
  timesData: async (lfp, _args, context) => encodeArray(await columnOf(lfp, 'time', context)),
  values: async (lfp, _args, context) => ({
    shape: lfpShape(lfp),
    data: await potentials(lfp, context),
  }),
  data: async (lfp, _args, context) => encodeArray(await potentials(lfp, context), lfpShape(lfp)),
}

function lfpShape({ window, resampling, channels }: LfpModel): [number, number] {
  return [pointCount(window.count, resampling), channels.length]
}

function potentials(lfp: LfpModel, context: GraphQLContext): Promise<Float64Array> {
  const { channels, masked } = lfp
  return columnOf(lfp, 'values', context, { channels, masked })
}

function channelId(ids: Float64Array | null, channel: number): string | null {
  const id = ids?.[channel]
  return id === undefined || Number.isNaN(id) ? null : String(id)
}

export const CurrentSourceDensity: CurrentSourceDensityResolvers = {
  shape: (density) => densityShape(density),
  times: (density, _args, context) => columnOf(density, 'time', context),
  verticalPositions: ({ window }) => window.labels.verticalPositions,
  horizontalPositions: ({ window }) => window.labels.horizontalPositions,
  values: (density, _args, context) => densities(density, context),

  async data(density, _args, context) {
    const { data, shape } = await densities(density, context)
    return encodeArray(data, shape)
  },
}

function densityShape({ window }: SeriesModel): [number, number] {
  return [window.channelCount, window.count]
}

/** The file has one row a time; the AllenSDK gives one a virtual channel. */
async function densities(density: SeriesModel, context: GraphQLContext) {
  const [channels, times] = densityShape(density)
  const data = await columnOf(density, 'values', context)
  return transpose({ shape: [times, channels], data })
}

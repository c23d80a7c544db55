import { transpose } from '../../domain/counting/nd-array.ts'
import { pointCount } from '../../domain/series/resampling.ts'
import {
  currentSourceDensityExport,
  lfpExport,
  timeSeriesExport,
} from '../../exports/series/matrix-series.ts'
import { columnOf, openSeries } from '../../request/series.ts'
import type { GraphQLContext } from '../context.ts'
import { encodeArray } from '../fields/encode-array.ts'
import { globalId } from '../fields/lists/global-ids.ts'
import { extentFields, seriesHref, seriesRequest } from '../fields/signals/series.ts'
import type {
  CurrentSourceDensityResolvers,
  LocalFieldPotentialResolvers,
  TimeSeriesResolvers,
  TimeSeriesSamplesResolvers,
} from '../generated.ts'
import type { SeriesModel } from '../models.ts'

export const LocalFieldPotential: LocalFieldPotentialResolvers = {
  ...extentFields,
  shape: (lfp) => shapeOf(lfp),

  channelIds({ window, channels }, _args, { budget }) {
    budget.chargeList(channels.length)
    return channels.map((channel) => window.labels.channelIds?.[channel] ?? null)
  },

  times: (lfp, _args, context) => columnOf(lfp, 'time', context),
  timesData: async (lfp, _args, context) => encodeArray(await columnOf(lfp, 'time', context)),
  values: async (lfp, _args, context) => ({
    shape: shapeOf(lfp),
    data: await columnOf(lfp, 'values', context),
  }),
  href: seriesHref(lfpExport),
  data: async (lfp, _args, context) =>
    encodeArray(await columnOf(lfp, 'values', context), shapeOf(lfp)),
}

function shapeOf({ window, resampling, channels }: SeriesModel): [number, number] {
  return [pointCount(window.count, resampling), channels.length]
}

export const TimeSeries: TimeSeriesResolvers = {
  id: ({ session, path }) => globalId('TimeSeries', session, path),

  samples: ({ session, path }, requested, context) =>
    openSeries(session, 'stored', { ...seriesRequest(requested), path }, context),
}

export const TimeSeriesSamples: TimeSeriesSamplesResolvers = {
  ...extentFields,
  shape: (samples) => shapeOf(samples),
  times: (samples, _args, context) => columnOf(samples, 'time', context),
  timesData: async (samples, _args, context) =>
    encodeArray(await columnOf(samples, 'time', context)),
  values: async (samples, _args, context) => ({
    shape: shapeOf(samples),
    data: await columnOf(samples, 'values', context),
  }),
  href: seriesHref(timeSeriesExport),
  data: async (samples, _args, context) =>
    encodeArray(await columnOf(samples, 'values', context), shapeOf(samples)),
}

export const CurrentSourceDensity: CurrentSourceDensityResolvers = {
  shape: (density) => densityShape(density),
  href: seriesHref(currentSourceDensityExport),
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

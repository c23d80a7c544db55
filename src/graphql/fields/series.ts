import {
  planResampling,
  pointCount,
  type Reduction,
  type ResampleMethod,
  reductionOf,
} from '../../domain/series/resampling.ts'
import type { SeriesId, SeriesName } from '../../domain/series/series.ts'
import type { TimeSpan } from '../../domain/time/time-span.ts'
import type { GraphQLContext } from '../context.ts'
import type { EncodedArray, Resample } from '../generated.ts'
import type { SeriesModel, SessionModel } from '../models.ts'
import { encodeArray } from './encode-array.ts'

/** The arguments of every field that gives a time series. */
export interface SeriesArguments {
  readonly start?: number | null | undefined
  readonly stop?: number | null | undefined
  readonly maxPoints?: number | null | undefined
  readonly resample: Resample
}

const methods: Readonly<Record<Resample, ResampleMethod>> = {
  MEAN: 'mean',
  MIN_MAX: 'minMax',
  NONE: 'none',
}

/**
 * A window of a series of the session's own file; null where it has none.
 * Its samples are not read yet.
 *
 * @throws InvalidArgumentError, TooManyPointsError
 */
export function openSessionSeries(
  session: SessionModel,
  name: SeriesName,
  asked: SeriesArguments,
  context: GraphQLContext,
): Promise<SeriesModel | null> {
  return openSeries(session, { name, probeId: null }, asked, context)
}

/** The same of any file. */
export async function openSeries(
  session: SessionModel,
  series: SeriesId,
  { start, stop, maxPoints, resample }: SeriesArguments,
  { loaders }: GraphQLContext,
): Promise<SeriesModel | null> {
  const span = { startTime: start ?? -Infinity, stopTime: stop ?? Infinity }
  const window = await loaders.seriesWindow(session, { series, span })
  if (!window) return null
  const resampling = planResampling(window.count, maxPoints ?? null, methods[resample])
  return { session, series, window, resampling }
}

/** What can be asked of one column beside its name. */
interface ColumnOptions {
  /** the usual one of the resampling when left out */
  readonly reduction?: Reduction
  readonly channels?: readonly number[]
  readonly masked?: readonly TimeSpan[]
}

/** Points of a column that the file has; the times are the column `time`. Charges the budget. */
export async function columnOf(
  { session, series, window, resampling }: SeriesModel,
  column: string,
  { budget, loaders }: GraphQLContext,
  { reduction, channels, masked = [] }: ColumnOptions = {},
): Promise<Float64Array> {
  const { runs, count } = window
  const width = column === 'values' ? (channels?.length ?? window.channelCount) : 1
  budget.chargeCells(count * width)
  budget.assertWithin()
  return loaders.samples(session, {
    series,
    column,
    channels: channels ?? null,
    runs,
    resampling,
    reduction: reduction ?? reductionOf(resampling, column === 'time' ? 'time' : 'value'),
    masked,
  })
}

/** The same, or null where the file does not have the column. */
export async function columnIfAny(
  model: SeriesModel,
  column: string,
  context: GraphQLContext,
  options?: ColumnOptions,
): Promise<Float64Array | null> {
  return model.window.columns.includes(column) ? columnOf(model, column, context, options) : null
}

/**
 * Columns beside each other as bytes, shape [points, columns]; one that
 * the file does not have is NaN.
 */
export async function encodeColumns(
  model: SeriesModel,
  columns: readonly Promise<Float64Array | null>[],
): Promise<EncodedArray> {
  const points = pointsOf(model)
  const width = columns.length
  const cells = new Float64Array(points * width).fill(Number.NaN)
  for (const [column, values] of (await Promise.all(columns)).entries()) {
    values?.forEach((value, point) => {
      cells[point * width + column] = value
    })
  }
  return encodeArray(cells, [points, width])
}

/** The fields that every series has. */
export const extentFields = {
  sampleCount: ({ window }: SeriesModel) => window.count,
  pointCount: pointsOf,
  samplesPerGroup: ({ resampling }: SeriesModel) => resampling.samplesPerGroup,
}

function pointsOf({ window, resampling }: SeriesModel): number {
  return pointCount(window.count, resampling)
}

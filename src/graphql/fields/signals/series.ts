import { pointCount, type ResampleMethod } from '../../../domain/series/resampling.ts'
import type { SeriesName } from '../../../domain/series/series.ts'
import { exportHref } from '../../../exports/addressed-export.ts'
import type { ExportKind } from '../../../exports/export-kind.ts'
import { allSamples, openSeries, type SeriesRequest } from '../../../request/series.ts'
import type { GraphQLContext } from '../../context.ts'
import type { EncodedArray, Resample } from '../../generated.ts'
import type { SeriesModel, SessionModel } from '../../models.ts'
import { encodeArray } from '../encode-array.ts'
import { fileFormatOf } from '../file-formats.ts'

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
  requested: SeriesArguments,
  context: GraphQLContext,
): Promise<SeriesModel | null> {
  return openSeries(session, name, seriesRequest(requested), context)
}

/** A request for the window and the points that arguments ask for. */
export function seriesRequest({
  start,
  stop,
  maxPoints,
  resample,
}: SeriesArguments): SeriesRequest {
  return {
    ...allSamples,
    span: { startTime: start ?? -Infinity, stopTime: stop ?? Infinity },
    maxPoints: maxPoints ?? null,
    // Without a limit nothing is resampled, in whatever way.
    resample: maxPoints == null ? allSamples.resample : methods[resample],
  }
}

/**
 * Columns next to each other as bytes, shape [points, columns]; one that
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

/** Where the samples can be downloaded. */
export const seriesHref =
  (kind: ExportKind<SeriesRequest>) =>
  (
    { session, request }: SeriesModel,
    { format }: { readonly format: keyof typeof fileFormatOf },
    { loaders }: GraphQLContext,
  ): Promise<string> =>
    exportHref(kind, session, request, fileFormatOf[format], loaders)

/** The fields that every series has. */
export const extentFields = {
  sampleCount: ({ window }: SeriesModel) => window.count,
  pointCount: pointsOf,
  samplesPerGroup: ({ resampling }: SeriesModel) => resampling.samplesPerGroup,
}

function pointsOf({ window, resampling }: SeriesModel): number {
  return pointCount(window.count, resampling)
}

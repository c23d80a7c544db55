import { maskSamples, Resampler } from '../../domain/series/resampling.ts'
import {
  countSamples,
  type SamplesRequest,
  type SeriesId,
  type SeriesSpan,
  type SeriesWindow,
} from '../../domain/series/series.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import type { Hdf5Dataset } from '../../hdf5/hdf5-dataset.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { type ColumnSource, type SeriesSource, seriesSources } from './allensdk-series.ts'
import { groupChannels, joinBlocks, pickColumns } from './channel-blocks.ts'
import { bytesOfRuns } from './sample-bytes.ts'
import { pickRows, piecesOf } from './sample-pieces.ts'
import { type SeriesScaling, scaleSamples, seriesScaling } from './series-scaling.ts'
import { findRuns, openStopTimes, openTimes, type TimeAxis } from './time-axis.ts'

/** More channels than any probe has; their labels are read whole. */
const MOST_CHANNELS = 10_000

/**
 * Where the samples of a span lie; null: the file has no such series. Reads some blocks of its
 * times; but all of them once for an open file, to learn whether they ascend, and again for
 * each window where they do not.
 *
 * @throws RecordingError, RequestAbortedError
 */
export function locateSamples(
  file: Hdf5File,
  { series, span }: SeriesSpan,
  isCancelled: () => boolean,
): SeriesWindow | null {
  const opened = openSeries(file, series)
  if (!opened) return null
  const { source, axis, columns } = opened
  const runs = findRuns(axis, span, isCancelled)
  if (!runs) {
    const found = `the times of ${source.columns[0]?.path} are too disordered to select a window`
    throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, found)
  }
  const channelCount = columns.find(({ name }) => name === 'values')?.channelCount ?? 1
  return {
    runs,
    count: countSamples(runs),
    columns: columns.map(({ name }) => name),
    channelCount,
    labels: {
      channelIds: source.channelIds ? readChannelIds(file, source.channelIds, channelCount) : null,
      verticalPositions: readLabels(file, source.verticalPositions, channelCount),
      horizontalPositions: readLabels(file, source.horizontalPositions, channelCount),
    },
  }
}

/**
 * Samples of a column, brought to points; see SessionReader.samples.
 *
 * @throws RecordingError, RequestAbortedError
 */
export function readSamples(
  file: Hdf5File,
  request: SamplesRequest,
  isCancelled: () => boolean,
): Float64Array {
  const { axis, column } = openLocated(file, request)
  if (!column.data) return readTimes(request, column.times, isCancelled)
  const scaling = seriesScaling(file, column.source, column.channelCount)
  return readColumn(
    request,
    { source: column.source, data: column.data, axis, scaling },
    isCancelled,
  )
}

/** About how many bytes of the file {@link readSamples} would read of the column. */
export function bytesOfSamples(file: Hdf5File, request: SamplesRequest): number {
  const { column } = openLocated(file, request)
  if (!column.data) return countSamples(request.runs) * Float64Array.BYTES_PER_ELEMENT
  const channels = wantedChannels(request, column.source, column.data)
  return bytesOfRuns(column.data, channels, request.runs)
}

/** @throws RecordingError FILE_CHANGED: what was located is not there any more */
function openLocated(file: Hdf5File, { series, column: name, runs }: SamplesRequest) {
  const opened = openSeries(file, series)
  const last = runs.at(-1)
  if (!opened || (last && last.from + last.count > opened.axis.length)) {
    throw new RecordingError('FILE_CHANGED', file.name)
  }
  const { axis, columns } = opened
  if (name === 'time') return { axis, column: { data: null, times: axis } }
  const column = columns.find((each) => each.name === name)
  if (!column) throw new RecordingError('FILE_CHANGED', file.name)
  return { axis, column }
}

/**
 * Check what can be known of a series without reading its samples.
 *
 * @throws RecordingError INDEX_INVALID, UNSUPPORTED_LAYOUT
 */
export function assertReadable(file: Hdf5File, series: SeriesId): void {
  for (const { source, channelCount } of openSeries(file, series)?.columns ?? []) {
    seriesScaling(file, source, channelCount)
  }
}

interface OpenedSeries {
  readonly source: SeriesSource
  readonly axis: TimeAxis
  /** those that the file has */
  readonly columns: readonly SeriesColumn[]
}

/** A column of numbers; or, without data, of times. */
type SeriesColumn = {
  readonly name: string
  readonly source: ColumnSource
  readonly channelCount: number
} & (
  | { readonly data: Hdf5Dataset; readonly times: null }
  | { readonly data: null; readonly times: TimeAxis }
)

/** @throws RecordingError where a column is not as long as the times */
export function openSeries(file: Hdf5File, series: SeriesId): OpenedSeries | null {
  for (const source of seriesSources(series)) {
    const opened = openSource(file, source)
    if (opened) return opened
  }
  return null
}

function openSource(file: Hdf5File, source: SeriesSource): OpenedSeries | null {
  const datasets = source.columns.map(({ path }) => file.dataset(path))
  const sampleCount = datasets.find((dataset) => dataset !== null)?.length
  if (sampleCount === undefined) return null
  const axis = timesOf(file, source, sampleCount)
  if (!axis) return null
  const columns = source.columns.flatMap((column, i): SeriesColumn[] => {
    const data = datasets[i]
    if (data && data.length !== axis.length) {
      const found = `${data.path} has ${data.length} samples, but ${axis.length} times`
      throw new RecordingError('INDEX_INVALID', file.name, found)
    }
    const { name, secondRowOf } = column
    if (data) return [{ name, source: column, channelCount: data.shape[1] ?? 1, data, times: null }]
    const times = secondRowOf === undefined ? null : openStopTimes(file, secondRowOf, sampleCount)
    return times ? [{ name, source: column, channelCount: 1, data: null, times }] : []
  })
  return { source, axis, columns }
}

function readTimes(
  { runs, resampling, reduction }: SamplesRequest,
  axis: TimeAxis,
  isCancelled: () => boolean,
): Float64Array {
  const resampler = new Resampler(countSamples(runs), 1, resampling, reduction)
  for (const piece of piecesOf(runs, axis.blockLength, 1)) {
    if (isCancelled()) throw new RequestAbortedError()
    resampler.add(pickRows(axis.read(piece.from, piece.count), piece))
  }
  return resampler.finish()
}

interface OpenColumn {
  readonly source: ColumnSource
  readonly data: Hdf5Dataset
  readonly axis: TimeAxis
  readonly scaling: SeriesScaling
}

/** Channels that are stored together are read together, so that no chunk is decoded twice. */
function readColumn(
  request: SamplesRequest,
  { source, data, axis, scaling }: OpenColumn,
  isCancelled: () => boolean,
): Float64Array {
  const { runs, resampling, reduction, masked } = request
  const sampleCount = countSamples(runs)
  const channels = wantedChannels(request, source, data)
  const blocks = groupChannels(channels, data.chunkWidth ?? data.shape[1] ?? 1)
  const parts = blocks.map(({ first, width, wanted }) => {
    const resampler = new Resampler(sampleCount, wanted.length, resampling, reduction)
    const numbers = wanted.map((channel) => first + channel)
    for (const piece of piecesOf(runs, data.chunkLength ?? 1, width)) {
      if (isCancelled()) throw new RequestAbortedError()
      const { from, count } = piece
      const columns = { from: first, count: width }
      const range = data.shape.length === 2 ? { from, count, columns } : { from, count }
      const stored = data.numbers(range)
      const samples = pickColumns(stored, width, wanted)
      scaleSamples(samples, numbers, scaling)
      if (masked.length > 0) maskSamples(samples, axis.read(from, count), masked)
      resampler.add(pickRows(samples, piece))
    }
    return { points: resampler.finish(), width: wanted.length }
  })
  return joinBlocks(parts)
}

function wantedChannels(
  { channels }: SamplesRequest,
  { column }: ColumnSource,
  data: Hdf5Dataset,
): readonly number[] {
  if (column !== undefined) return [column]
  return channels ?? Array.from({ length: data.shape[1] ?? 1 }, (_, channel) => channel)
}

function timesOf(file: Hdf5File, { times }: SeriesSource, sampleCount: number): TimeAxis | null {
  for (const path of times) {
    const axis = openTimes(file, path, sampleCount)
    if (axis) return axis
  }
  return null
}

/** Ids of the electrodes that a series' rows of the electrodes table name. */
function readChannelIds(
  file: Hdf5File,
  source: { readonly ids: string; readonly rows: string },
  channelCount: number,
): (string | null)[] | null {
  const rows = readLabels(file, source.rows, channelCount)
  const ids = file.dataset(source.ids)
  if (!rows || !ids || ids.length > MOST_CHANNELS) return null
  const all = ids.strings()
  return Array.from(rows, (row) => all[row] ?? null)
}

function readLabels(
  file: Hdf5File,
  path: string | undefined,
  channelCount: number,
): Float64Array | null {
  const dataset = path === undefined ? null : file.dataset(path)
  if (!dataset || dataset.length !== channelCount || channelCount > MOST_CHANNELS) return null
  return dataset.numbers()
}

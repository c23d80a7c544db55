import type { SamplesRequest, SeriesSpan, SeriesWindow } from '../domain/series.ts'
import { maskSamples, Resampler } from '../domain/time-series.ts'
import { RecordingError, RequestAbortedError } from '../errors.ts'
import type { Hdf5File } from './hdf5.ts'
import type { Hdf5Dataset } from './hdf5-dataset.ts'
import { type ColumnSource, type SeriesSource, seriesSource } from './series-sources.ts'
import { findSpan, openTimes, type TimeAxis } from './time-axis.ts'

/** Values read at a time: memory stays bounded however long a window is. */
const VALUES_PER_PIECE = 1 << 18

/** A chunk that is larger is read in parts. */
const MOST_VALUES_A_PIECE = 1 << 21

/** More channels than any probe has; their labels are read whole. */
const MOST_CHANNELS = 10_000

/**
 * Where the samples of a span lie; null: the file has no such series. Reads some blocks of its times.
 *
 * @throws RecordingError
 */
export function locateSamples(file: Hdf5File, { series, span }: SeriesSpan): SeriesWindow | null {
  const source = seriesSource(series)
  const columns = source.columns.flatMap((column) => {
    const dataset = file.dataset(column.path)
    return dataset ? [{ name: column.name, dataset }] : []
  })
  const [first] = columns
  if (!first) return null
  const axis = timesOf(file, source, first.dataset.length)
  if (!axis) return null
  for (const { dataset } of columns) {
    if (dataset.length !== axis.length) {
      const found = `${dataset.path} has ${dataset.length} samples, but ${axis.length} times`
      throw new RecordingError('INDEX_INVALID', file.name, found)
    }
  }
  const { from, to } = findSpan(axis, span)
  const values = columns.find(({ name }) => name === 'values')?.dataset
  const channelCount = values?.shape[1] ?? 1
  return {
    from,
    count: to - from,
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
  const source = seriesSource(request.series)
  const { from, count, resampling, reduction } = request
  const dataset = file.dataset((source.columns[0] as ColumnSource).path)
  const axis = dataset && timesOf(file, source, dataset.length)
  // What was located is not there any more: another file took its place.
  if (!axis || from + count > axis.length) throw new RecordingError('FILE_CHANGED', file.name)
  if (request.column === 'time') {
    const resampler = new Resampler(count, 1, resampling, reduction)
    for (const piece of pieces(from, count, axis.blockLength, 1)) {
      if (isCancelled()) throw new RequestAbortedError()
      resampler.add(axis.read(piece.from, piece.count))
    }
    return resampler.finish()
  }
  const column = source.columns.find(({ name }) => name === request.column)
  const data = column && file.dataset(column.path)
  if (!column || !data) throw new RecordingError('FILE_CHANGED', file.name)
  return readColumn(request, { column, data, axis, factor: factorOf(file, column) }, isCancelled)
}

interface OpenColumn {
  readonly column: ColumnSource
  readonly data: Hdf5Dataset
  readonly axis: TimeAxis
  readonly factor: number
}

/** Channels that are stored together are read together, so that no chunk is decoded twice. */
function readColumn(
  request: SamplesRequest,
  { column, data, axis, factor }: OpenColumn,
  isCancelled: () => boolean,
): Float64Array {
  const { from, count, resampling, reduction, masked } = request
  const channels = wantedChannels(request, column, data)
  const blocks = groupChannels(channels, data.chunkWidth ?? data.shape[1] ?? 1)
  const parts = blocks.map(({ first, width, wanted }) => {
    const resampler = new Resampler(count, wanted.length, resampling, reduction)
    for (const piece of pieces(from, count, data.chunkLength ?? 1, width)) {
      if (isCancelled()) throw new RequestAbortedError()
      const columns = { from: first, count: width }
      const stored = data.numbers(data.shape.length === 2 ? { ...piece, columns } : piece)
      const samples = pickColumns(stored, width, wanted)
      if (factor !== 1)
        for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) * factor
      if (masked.length > 0) maskSamples(samples, axis.read(piece.from, piece.count), masked)
      resampler.add(samples)
    }
    return { points: resampler.finish(), width: wanted.length }
  })
  return joinColumns(parts)
}

function wantedChannels(
  { channels }: SamplesRequest,
  { column }: ColumnSource,
  data: Hdf5Dataset,
): readonly number[] {
  if (column !== undefined) return [column]
  return channels ?? Array.from({ length: data.shape[1] ?? 1 }, (_, channel) => channel)
}

/** @param channels ascending */
function groupChannels(channels: readonly number[], chunkWidth: number) {
  const blocks = new Map<number, number[]>()
  for (const channel of channels) {
    const number = Math.floor(channel / chunkWidth)
    const block = blocks.get(number)
    if (block) block.push(channel)
    else blocks.set(number, [channel])
  }
  return [...blocks.values()].map((block) => {
    const first = block[0] as number
    const width = (block.at(-1) as number) - first + 1
    return { first, width, wanted: block.map((channel) => channel - first) }
  })
}

/** Pieces of a window that end where chunks do. */
function* pieces(
  from: number,
  count: number,
  chunkLength: number,
  width: number,
): Generator<{ from: number; count: number }> {
  const chunks = Math.max(1, Math.floor(VALUES_PER_PIECE / Math.max(1, chunkLength * width)))
  const most = Math.max(1, Math.floor(MOST_VALUES_A_PIECE / width))
  const length = Math.min(chunks * chunkLength, most)
  const to = from + count
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / length) + 1) * length)
    yield { from: at, count: end - at }
    at = end
  }
}

function pickColumns(stored: Float64Array, width: number, wanted: readonly number[]): Float64Array {
  if (wanted.length === width) return stored
  const rows = stored.length / width
  const picked = new Float64Array(rows * wanted.length)
  for (let row = 0, at = 0; row < rows; row++) {
    for (const column of wanted) picked[at++] = stored[row * width + column] as number
  }
  return picked
}

function joinColumns(
  parts: readonly { readonly points: Float64Array; readonly width: number }[],
): Float64Array {
  const [only] = parts
  if (only && parts.length === 1) return only.points
  const width = parts.reduce((sum, part) => sum + part.width, 0)
  const joined = new Float64Array(parts.reduce((sum, { points }) => sum + points.length, 0))
  let offset = 0
  for (const { points, width: partWidth } of parts) {
    for (let i = 0; i < points.length; i++) {
      const row = Math.floor(i / partWidth)
      joined[row * width + offset + (i % partWidth)] = points[i] as number
    }
    offset += partWidth
  }
  return joined
}

/** NWB's `conversion` brings stored values to the unit. */
function factorOf(file: Hdf5File, { path, factor = 1 }: ColumnSource): number {
  const conversion = path.endsWith('/data') ? file.attributeNumber(path, 'conversion') : null
  return factor * (conversion ?? 1)
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
): Float64Array | null {
  const rows = readLabels(file, source.rows, channelCount)
  const ids = file.dataset(source.ids)
  if (!rows || !ids || ids.length > MOST_CHANNELS) return null
  const all = ids.numbers()
  return rows.map((row) => all[row] ?? Number.NaN)
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

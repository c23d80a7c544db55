import type { SampleCollector, SampleSource } from '../../domain/analyses/lfp/sample-collector.ts'
import type { SampleWindows } from '../../domain/analyses/lfp/sample-requests.ts'
import { samplingRate } from '../../domain/analyses/lfp/sampling-rate.ts'
import { maskSamples } from '../../domain/series/resampling.ts'
import { countSamples, type SampleRun } from '../../domain/series/series.ts'
import { uniteSpans } from '../../domain/time/unite-spans.ts'
import { RecordingError, RequestAbortedError } from '../../errors.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { groupChannels, joinBlocks, pickColumns } from './channel-blocks.ts'
import { openSeries } from './read-series.ts'
import { bytesOfRuns } from './sample-bytes.ts'
import { pickRows, piecesOf } from './sample-pieces.ts'
import { scaleSamples, seriesScaling } from './series-scaling.ts'
import { findRuns } from './time-axis.ts'

type IsCancelled = () => boolean

/** Times that are looked at to find how far neighbours are apart. */
const TIMES_LOOKED_AT = 1000

/** Some samples of an open file, read in pieces that are not kept. */
export class WantedSamples implements SampleSource {
  readonly #request: SampleWindows
  readonly #isCancelled: IsCancelled
  readonly #opened: ReturnType<typeof openLocated>
  readonly #runs: readonly SampleRun[]

  /** @throws RecordingError FILE_CHANGED where what was located is not there any more */
  constructor(file: Hdf5File, request: SampleWindows, isCancelled: IsCancelled) {
    this.#request = request
    this.#isCancelled = isCancelled
    this.#opened = openLocated(file, request)
    const { axis, path } = this.#opened
    const runs = uniteSpans(request.spans).flatMap((span) => {
      const found = findRuns(axis, span, isCancelled)
      if (found) return found
      const detail = `the times of ${path} are too disordered to select a window`
      throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, detail)
    })
    this.#runs = mergeRuns(runs)
  }

  /** Sampling rate, in Hz; NaN of fewer than two samples. */
  get rate(): number {
    const count = countSamples(this.#runs)
    const first = this.#runs[0]
    const last = this.#runs.at(-1)
    if (!first || !last || count < 2) return Number.NaN
    const { axis } = this.#opened
    const times = axis.read(first.from, Math.min(first.count, TIMES_LOOKED_AT))
    const [lastTime = Number.NaN] = axis.read(last.from + last.count - 1, 1)
    return samplingRate(times, lastTime, count)
  }

  /** About how many bytes of the file {@link reduce} would read. */
  get bytesToRead(): number {
    return bytesOfRuns(this.#opened.data, this.#request.channels, this.#runs)
  }

  reduce<Result>(collector: SampleCollector<Result>): Result {
    const { data, axis, scaling } = this.#opened
    const { channels, masked } = this.#request
    const blocks = groupChannels(channels, data.chunkWidth ?? data.shape[1] ?? 1)
    const width = blocks.reduce((sum, block) => sum + block.width, 0)
    for (const piece of piecesOf(this.#runs, data.chunkLength ?? 1, width)) {
      if (this.#isCancelled()) throw new RequestAbortedError()
      const { from, count } = piece
      const parts = blocks.map(({ first, width: blockWidth, wanted }) => {
        const columns = { from: first, count: blockWidth }
        const range = data.shape.length === 2 ? { from, count, columns } : { from, count }
        const points = pickColumns(data.numbers(range), blockWidth, wanted)
        scaleSamples(
          points,
          wanted.map((channel) => first + channel),
          scaling,
        )
        return { points, width: wanted.length }
      })
      const samples = joinBlocks(parts)
      const times = axis.read(from, count)
      if (masked.length > 0) maskSamples(samples, times, masked)
      collector.add(pickRows(times, piece), pickRows(samples, piece))
    }
    return collector.finish()
  }
}

/** The matrix of samples of a series, its times, and how its numbers become values. */
function openLocated(file: Hdf5File, { series }: SampleWindows) {
  const opened = openSeries(file, series)
  const column = opened?.columns.find(({ name }) => name === 'values')
  if (!opened || !column?.data) throw new RecordingError('FILE_CHANGED', file.name)
  const { source, channelCount, data } = column
  const scaling = seriesScaling(file, source, channelCount)
  return { axis: opened.axis, path: source.path, data, scaling }
}

/** In order of the file, none overlapping another. */
function mergeRuns(runs: readonly SampleRun[]): SampleRun[] {
  const merged: { from: number; count: number }[] = []
  for (const { from, count } of [...runs].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    const lastEnd = last ? last.from + last.count : -1
    if (last && from <= lastEnd) last.count = Math.max(lastEnd, from + count) - last.from
    else if (count > 0) merged.push({ from, count })
  }
  return merged
}

import type { SampleSource } from '../../../src/domain/analyses/lfp/sample-collector.ts'
import type { SampleWindows } from '../../../src/domain/analyses/lfp/sample-requests.ts'
import { samplingRate } from '../../../src/domain/analyses/lfp/sampling-rate.ts'
import { maskSamples, Resampler } from '../../../src/domain/series/resampling.ts'
import type {
  SamplesRequest,
  SeriesId,
  SeriesName,
  SeriesSpan,
  SeriesWindow,
  StoredSeries,
} from '../../../src/domain/series/series.ts'

/**
 * One series in memory: its times, and its columns by name; `values` has as many numbers a
 * sample as there are channels.
 */
export interface MemorySeries {
  readonly name: SeriesName
  readonly probeId?: string
  /** only of `stored` */
  readonly path?: string
  readonly times: readonly number[]
  readonly columns: Readonly<Record<string, readonly number[]>>
  readonly channelIds?: readonly number[]
  readonly verticalPositions?: readonly number[]
  readonly horizontalPositions?: readonly number[]
}

/** Time series over plain arrays. */
export class MemoryTimeSeries {
  readonly #series: readonly MemorySeries[]

  constructor(series: readonly MemorySeries[]) {
    this.#series = series
  }

  stored(): StoredSeries[] {
    return this.#series.flatMap(({ name, path, times, columns: { values = [] } }) =>
      name === 'stored' && path !== undefined
        ? [
            {
              path,
              type: 'TimeSeries',
              description: null,
              unit: null,
              sampleCount: times.length,
              channelCount: values.length / times.length,
            },
          ]
        : [],
    )
  }

  locate({ series: id, span }: SeriesSpan): SeriesWindow | null {
    const series = this.#find(id)
    if (!series) return null
    const { times, columns, channelIds, verticalPositions, horizontalPositions } = series
    const from = times.filter((time) => time < span.startTime).length
    const to = times.filter((time) => time <= span.stopTime).length
    const count = Math.max(0, to - from)
    const labels = (values: readonly number[] | undefined) =>
      values ? Float64Array.from(values) : null
    return {
      runs: [{ from, count }],
      count,
      columns: Object.keys(columns),
      channelCount: columns.values ? columns.values.length / times.length : 1,
      labels: {
        channelIds: channelIds?.map(String) ?? null,
        verticalPositions: labels(verticalPositions),
        horizontalPositions: labels(horizontalPositions),
      },
    }
  }

  read(request: SamplesRequest): Float64Array {
    const { runs, column, resampling, reduction, masked } = request
    const series = this.#find(request.series)
    if (!series) throw new Error('no such series')
    const rows = runs.flatMap(({ from, count }) =>
      Array.from({ length: count }, (_, i) => from + i),
    )
    const times = Float64Array.from(rows, (row) => series.times[row])
    const stored = column === 'time' ? series.times : (series.columns[column] ?? [])
    const width = stored.length / series.times.length
    const wanted = request.channels ?? Array.from({ length: width }, (_, channel) => channel)
    const samples = Float64Array.from({ length: rows.length * wanted.length }, (_, i) => {
      const row = rows[Math.floor(i / wanted.length)]
      return stored[row * width + wanted[i % wanted.length]]
    })
    if (column !== 'time') maskSamples(samples, times, masked)
    const resampler = new Resampler(rows.length, wanted.length, resampling, reduction)
    resampler.add(samples)
    return resampler.finish()
  }

  /** Samples of some channels, in two pieces. */
  source({ series: id, channels, spans, masked }: SampleWindows): SampleSource {
    const series = this.#find(id)
    if (!series) throw new Error('no such series')
    const values = series.columns.values ?? []
    const width = values.length / series.times.length
    const rows = series.times
      .map((_, row) => row)
      .filter((row) =>
        spans.some(({ startTime, stopTime }) => {
          const time = series.times[row]
          return startTime <= time && time <= stopTime
        }),
      )
    const timesOf = (some: readonly number[]) => Float64Array.from(some, (row) => series.times[row])
    const all = timesOf(rows)
    return {
      rate: samplingRate(all, all.at(-1) ?? Number.NaN, rows.length),
      reduce(collector) {
        for (const piece of [rows.slice(0, 2), rows.slice(2)]) {
          const samples = Float64Array.from(
            piece.flatMap((row) => channels.map((channel) => values[row * width + channel])),
          )
          maskSamples(samples, timesOf(piece), masked)
          collector.add(timesOf(piece), samples)
        }
        return collector.finish()
      },
    }
  }

  #find({ name, probeId, path }: SeriesId): MemorySeries | undefined {
    return this.#series.find(
      (series) =>
        series.name === name && (series.probeId ?? null) === probeId && series.path === path,
    )
  }
}

import type { File as H5File } from 'h5wasm'
import { seriesSource } from '../../../src/nwb/series/allensdk-series.ts'
import type { MemorySeries } from '../memory/memory-series.ts'

/** How the datasets of a series are stored; in one piece when left out. */
export interface SeriesLayout {
  readonly chunkLength: number
  /** along the channels of `values` */
  readonly chunkWidth?: number
}

/**
 * Write a series to where the AllenSDK's files have it; halved or doubled values are not undone.
 */
export function writeSeries(file: H5File, series: MemorySeries, layout?: SeriesLayout): void {
  const { name, probeId = null, path = '', times, columns } = series
  const source = seriesSource({ name, probeId, path })
  const sampleCount = times.length
  writeNumbers(file, source.times[0], times, [sampleCount], layout)
  for (const [column, values] of Object.entries(columns)) {
    const place = source.columns.find((candidate) => candidate.name === column)
    if (!place) throw new Error(`no column ${column}`)
    const channels = values.length / sampleCount
    const shape = column === 'values' ? [sampleCount, channels] : [sampleCount]
    writeNumbers(file, place.path, values, shape, layout)
  }
  if (series.channelIds && source.channelIds) {
    // Their ids are those of the electrodes that writeNwb writes.
    writeNumbers(
      file,
      source.channelIds.rows,
      series.channelIds.map((_, row) => row),
      [series.channelIds.length],
    )
  }
}

function writeNumbers(
  file: H5File,
  path: string,
  values: readonly number[],
  shape: number[],
  layout?: SeriesLayout,
): void {
  const parts = path.split('/').slice(1)
  const name = parts.pop() as string
  let group: { create_group(name: string): unknown; get(name: string): unknown } = file
  for (const part of parts) {
    group = (group.get(part) ?? group.create_group(part)) as typeof group
  }
  const chunks = layout && [layout.chunkLength, layout.chunkWidth ?? 1].slice(0, shape.length)
  ;(group as unknown as H5File).create_dataset({
    name,
    data: Float64Array.from(values),
    shape,
    ...(chunks ? { chunks, compression: 4 } : {}),
  })
}

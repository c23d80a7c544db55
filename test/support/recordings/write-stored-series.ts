import type { Dataset, Group, File as H5File } from 'h5wasm'

/** A TimeSeries of NWB to write. What is left out is not written. */
export interface StoredSeriesContent {
  readonly data: readonly number[]
  /** values a sample; one when left out */
  readonly channels?: number
  readonly dtype?: '<d' | '<h' | '<i'
  readonly timestamps?: readonly number[]
  /** of the timestamps; one below the other when left out */
  readonly timesShape?: readonly number[]
  readonly conversion?: number
  readonly offset?: number
  readonly channelConversion?: readonly number[]
  /** chunks of so many samples, compressed; in one piece when left out */
  readonly chunkLength?: number
}

/** Write a TimeSeries to a path, whose groups are made where they are missing. */
export function writeStoredSeries(file: H5File, path: string, content: StoredSeriesContent): Group {
  const { data, channels = 1, dtype = '<d', timestamps, conversion, offset } = content
  const group = path
    .split('/')
    .slice(1)
    .reduce<Group>(
      (parent, name) => (parent.get(name) ?? parent.create_group(name)) as Group,
      file as unknown as Group,
    )
  group.create_attribute('neurodata_type', 'TimeSeries')
  const shape = channels === 1 ? [data.length] : [data.length / channels, channels]
  group.create_dataset({ name: 'data', data: [...data], dtype, shape, ...chunksOf(content, shape) })
  if (timestamps) {
    const timesShape = [...(content.timesShape ?? [timestamps.length])]
    const chunks = chunksOf(content, timesShape)
    group.create_dataset({
      name: 'timestamps',
      data: [...timestamps],
      dtype: '<d',
      shape: timesShape,
      ...chunks,
    })
  }
  const stored = group.get('data') as Dataset
  stored.create_attribute('unit', 'V')
  if (conversion !== undefined) stored.create_attribute('conversion', conversion, [], '<d')
  if (offset !== undefined) stored.create_attribute('offset', offset, [], '<d')
  if (content.channelConversion) {
    const gains = [...content.channelConversion]
    group.create_dataset({ name: 'channel_conversion', data: gains, dtype: '<d' })
  }
  return group
}

function chunksOf({ chunkLength }: StoredSeriesContent, shape: readonly number[]) {
  if (chunkLength === undefined) return {}
  const chunks = shape.map((length, axis) => (axis === 0 ? Math.min(chunkLength, length) : length))
  return { chunks, compression: 4 }
}

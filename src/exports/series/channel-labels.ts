import { alongDimension } from '../../formats/labelled-arrays.ts'
import type { SeriesSelection } from '../../request/series.ts'

/**
 * Names of columns: by the id of the electrode, or else by position; a single channel without
 * either is the value.
 */
export function channelColumns({ window, channels }: SeriesSelection): string[] {
  const { channelIds, verticalPositions } = window.labels
  const names = channels.map((channel) => {
    if (channelIds) return `channel_${channelIds[channel] ?? ''}`
    if (verticalPositions) return `vertical_${verticalPositions[channel]}`
    return window.channelCount === 1 ? 'value' : `value_${channel}`
  })
  return new Set(names).size === names.length ? names : names.map((name, i) => `${name}_${i}`)
}

/** What the file says of each channel. */
export function channelCoordinates({ window, channels }: SeriesSelection, dimension: string) {
  const { channelIds, verticalPositions, horizontalPositions } = window.labels
  const positions = (name: string, all: Float64Array | null) =>
    all
      ? [
          alongDimension(
            dimension,
            name,
            Float64Array.from(channels, (i) => all[i]),
            { unit: 'µm' },
          ),
        ]
      : []
  return [
    ...(channelIds
      ? [
          alongDimension(
            dimension,
            'channel_ids',
            channels.map((i) => channelIds[i] ?? ''),
            { column: 'channel_id' },
          ),
        ]
      : []),
    ...positions('vertical_position', verticalPositions),
    ...positions('horizontal_position', horizontalPositions),
  ]
}

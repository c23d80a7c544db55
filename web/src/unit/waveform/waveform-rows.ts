/** Where a channel lies on its probe, in µm. */
export interface ChannelPlace {
  readonly channelId: string
  readonly verticalPosition: number | null
  readonly horizontalPosition: number | null
}

/** The mean waveform on one channel. */
export interface WaveformRow {
  readonly channelId: string
  /** µm from the tip; null: not known */
  readonly height: number | null
  readonly isPeak: boolean
  /** shape [samples], in the file's unit */
  readonly values: Float64Array
}

/** Lines that fit below each other. */
const MOST_ROWS = 16

/**
 * The channels nearest to the peak channel, from the one nearest to the surface down.
 *
 * @param channelIds of the rows of `values`; null where the file has no such channel
 * @param values shape [channels, samples], row by row
 */
export function waveformRows(
  channelIds: readonly (string | null)[],
  values: Float64Array,
  places: readonly ChannelPlace[],
  peakId: string | null,
): WaveformRow[] {
  const sampleCount = channelIds.length > 0 ? values.length / channelIds.length : 0
  const placeById = new Map(places.map((place) => [place.channelId, place]))
  const rows = channelIds.flatMap((channelId, i) => {
    if (channelId === null) return []
    const place = placeById.get(channelId)
    const row: WaveformRow = {
      channelId,
      height: place?.verticalPosition ?? null,
      isPeak: channelId === peakId,
      values: values.subarray(i * sampleCount, (i + 1) * sampleCount),
    }
    return [{ row, distance: distanceBetween(place, placeById.get(peakId ?? '')) }]
  })
  return rows
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_ROWS)
    .map(({ row }) => row)
    .sort((one, other) => (other.height ?? 0) - (one.height ?? 0))
}

export const MICROVOLTS_PER_VOLT = 1e6

/**
 * V or µV: NWB's own words say V, the Allen Institute's files hold µV. No spike reaches a
 * volt, or stays below a microvolt.
 */
export function voltageUnit(values: Float64Array): 'V' | 'µV' {
  return largestOf(values) < 1 ? 'V' : 'µV'
}

/** Largest distance from 0; 0 without numbers. */
export function largestOf(values: Float64Array): number {
  let largest = 0
  for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value)
  return largest
}

function distanceBetween(one: ChannelPlace | undefined, other: ChannelPlace | undefined): number {
  if (one?.verticalPosition == null || other?.verticalPosition == null)
    return one && one.channelId === other?.channelId ? -1 : 0
  const across = (one.horizontalPosition ?? 0) - (other.horizontalPosition ?? 0)
  return Math.hypot(one.verticalPosition - other.verticalPosition, across)
}

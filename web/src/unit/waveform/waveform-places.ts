import { type ChannelPlace, MICROVOLTS_PER_VOLT, voltageUnit } from './waveform-rows.ts'

/** The mean waveform on one channel, where it lies on the probe. */
export interface PlacedWaveform {
  readonly channelId: string
  /** µm across the probe */
  readonly across: number
  /** µm from the tip */
  readonly height: number
  readonly isPeak: boolean
  /** µV; shape [samples] */
  readonly values: Float64Array
}

/** Waveforms at their places, or why they are not drawn there. */
export type Placement =
  | { readonly waveforms: readonly PlacedWaveform[]; readonly whyNot: null }
  | { readonly waveforms: null; readonly whyNot: string }

/** µm from the peak channel along the probe, within which spikes of one cell are seen. */
export const REACH = 100

/** Fewer channels make no picture of a spike in space. */
const FEWEST = 4

/**
 * The waveforms within 100 µm of the peak channel along the probe, at their places.
 *
 * @param channelIds of the rows of `values`; null where the file has no such channel
 * @param values shape [channels, samples], row by row, in the file's unit
 */
export function placeWaveforms(
  channelIds: readonly (string | null)[],
  values: Float64Array,
  places: readonly ChannelPlace[],
  peakId: string | null,
): Placement {
  const byId = new Map(places.map((place) => [place.channelId, place]))
  const peak = byId.get(peakId ?? '')
  const whyNot = (reason: string): Placement => ({ waveforms: null, whyNot: reason })
  if (!peak) return whyNot('The file does not name the unit’s peak channel')
  const peakHeight = peak.verticalPosition
  if (peakHeight === null)
    return whyNot('The file does not say how far the channels are from the probe’s tip')
  if (peak.horizontalPosition === null)
    return whyNot('The file does not say where the channels lie across the probe')
  const sampleCount = channelIds.length > 0 ? values.length / channelIds.length : 0
  const factor = voltageUnit(values) === 'V' ? MICROVOLTS_PER_VOLT : 1
  const waveforms = channelIds.flatMap((channelId, i): PlacedWaveform[] => {
    const place = byId.get(channelId ?? '')
    if (!place || place.verticalPosition === null || place.horizontalPosition === null) return []
    if (Math.abs(place.verticalPosition - peakHeight) > REACH) return []
    return [
      {
        channelId: place.channelId,
        across: place.horizontalPosition,
        height: place.verticalPosition,
        isPeak: place === peak,
        values: values.subarray(i * sampleCount, (i + 1) * sampleCount).map((v) => factor * v),
      },
    ]
  })
  if (waveforms.length < FEWEST)
    return whyNot(
      `Fewer than ${FEWEST} channels with known places lie within ${REACH} µm of the peak`,
    )
  return { waveforms, whyNot: null }
}

/**
 * How far neighbouring waveforms are apart, in µm: across, those at one height, and along the
 * probe, those in one column; `usual` where there are no two.
 */
export function pitches(waveforms: readonly PlacedWaveform[], usual: number) {
  let [across, along] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const one of waveforms) {
    for (const other of waveforms) {
      if (one.height === other.height && other.across > one.across)
        across = Math.min(across, other.across - one.across)
      if (one.across === other.across && other.height > one.height)
        along = Math.min(along, other.height - one.height)
    }
  }
  return {
    across: Number.isFinite(across) ? across : usual,
    along: Number.isFinite(along) ? along : usual,
  }
}

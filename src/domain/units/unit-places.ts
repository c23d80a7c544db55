import { isOutsideText } from '../areas/parse-area.ts'
import type { AreaSource, ChannelTable, Probe, UnitTable } from '../session/session-tables.ts'

export type UnitPlaces = Pick<
  UnitTable,
  'channelRows' | 'probeRows' | 'areas' | 'areaTexts' | 'areaSources'
>

/** Of a unit that names a channel which is not in the electrodes table. */
export const ABSENT_CHANNEL = -2

/** What a units table says of where its units lie; shape of each: [units]. */
export interface ToldPlaces {
  /**
   * rows of the channels; -1 where a unit names none, ABSENT_CHANNEL where it
   * names one that the file lacks
   */
  readonly channelRows: Int32Array
  /**
   * rows of the probes that are named as well as the channels, or without
   * them; -1 where a unit names none
   */
  readonly groupRows: Int32Array
  /** of the units themselves */
  readonly locations: readonly AreaWords[] | null
}

/** An area, and the file's words for it. */
export interface AreaWords {
  readonly area: string | null
  readonly text: string | null
}

interface PlacedArea extends AreaWords {
  readonly source: AreaSource
}

/**
 * Where units lie, by the best that the file says of each: the peak channel; else the unit's
 * probe, if all its channels lie in one area; else the unit's own location; else that of its probe.
 * A unit of an absent channel that nothing else places lies in no area. A channel outside of the
 * brain says as much, but where no channel names an area, channels say nothing.
 */
export function placeUnits(
  { channelRows, groupRows, locations }: ToldPlaces,
  channels: ChannelTable,
  probes: readonly Probe[],
): UnitPlaces {
  const probeRows = channelRows.map((channel, unit) => {
    const ofChannel = channels.probeRows[channel] ?? -1
    return ofChannel >= 0 ? ofChannel : groupRows[unit]
  })
  const ofChannels = areasOfProbes(channels, probes.length)
  const channelsTell = Boolean(channels.areas?.some((area) => area !== null))
  const absent: PlacedArea = { area: null, text: null, source: 'PEAK_CHANNEL' }
  const placed = Array.from(channelRows, (channel, unit): PlacedArea | null => {
    const words = channel >= 0 && channelsTell ? channelWords(channels, channel) : null
    if (words && isTold(words)) return { ...words, source: 'PEAK_CHANNEL' }
    const probe = probeRows[unit]
    const ofProbe = ofChannels[probe]
    if (ofProbe) return { ...ofProbe, source: 'ELECTRODE_GROUP' }
    const own = locations?.[unit]
    if (own && own.area !== null) return { ...own, source: 'UNIT_LOCATION' }
    const { area = null, location = null } = probes[probe] ?? {}
    if (area !== null) return { area, text: location, source: 'ELECTRODE_GROUP' }
    return channel === ABSENT_CHANNEL ? absent : null
  })
  return {
    channelRows: channelRows.map((channel) => Math.max(channel, -1)),
    probeRows,
    areas: placed.map((place) => place?.area ?? null),
    areaTexts: placed.map((place) => place?.text ?? null),
    areaSources: placed.map((place) => place?.source ?? null),
  }
}

/** A text such as "N/A" says neither an area, nor that there is none. */
function isTold({ area, text }: AreaWords): boolean {
  return area !== null || isOutsideText(text ?? '')
}

/**
 * The one area that all channels of each probe lie in; null where they do not agree, or do not say.
 */
function areasOfProbes(channels: ChannelTable, probeCount: number): (AreaWords | null)[] {
  const areas = new Array<AreaWords | null | undefined>(probeCount)
  for (const [channel, probe] of channels.probeRows.entries()) {
    if (probe < 0) continue
    const words = channelWords(channels, channel)
    const known = areas[probe]
    if (known === undefined) areas[probe] = words.area === null ? null : words
    else if (known?.area !== words.area) areas[probe] = null
  }
  return Array.from(areas, (area) => area ?? null)
}

function channelWords({ areas, areaTexts }: ChannelTable, channel: number): AreaWords {
  return { area: areas?.[channel] ?? null, text: areaTexts?.[channel] ?? null }
}

import type { ChannelTable } from './session-tables.ts'

export type Coordinate = 'anteriorPosterior' | 'dorsalVentral' | 'leftRight'

/**
 * A channel's place in the common coordinate framework, as the AllenSDK gives it: the
 * published one, else the file's.
 *
 * @param published the channel's row of the project's tables, if they list it; NaN: none
 * @returns µm; null where neither says
 */
export function channelCoordinate(
  published: Readonly<Record<Coordinate, number>> | null | undefined,
  channels: ChannelTable,
  row: number,
  name: Coordinate,
): number | null {
  const known = [published?.[name], channels[name]?.[row]]
  return known.find((value) => value !== undefined && Number.isFinite(value)) ?? null
}

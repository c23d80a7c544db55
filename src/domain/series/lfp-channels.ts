import { ChannelNotFoundError } from '../../errors.ts'
import type { SeriesWindow } from './series.ts'

/**
 * Positions, ascending, of the channels with these ids in a probe's file; of all without ids.
 *
 * @throws ChannelNotFoundError
 */
export function selectLfpChannels(
  { channelCount, labels }: SeriesWindow,
  ids: readonly string[] | null,
  probeName: string,
): number[] {
  const all = Array.from({ length: channelCount }, (_, channel) => channel)
  if (!ids) return all
  const idOf = (channel: number) => labels.channelIds?.[channel] ?? ''
  const known = new Set(all.map(idOf))
  for (const id of ids) {
    if (!known.has(id)) throw new ChannelNotFoundError(id, `the LFP of ${probeName}`)
  }
  const wanted = new Set(ids)
  return all.filter((channel) => wanted.has(idOf(channel)))
}

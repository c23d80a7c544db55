import { ChannelNotFoundError } from '../../errors.ts'
import type { SessionTables } from './session-tables.ts'

/** A run of consecutive channels, among those requested, in one brain area. */
export interface StructureInterval {
  /** null: outside of the brain */
  readonly area: string | null
  /** positions among the channels requested: from `first` to before `end` */
  readonly first: number
  readonly end: number
}

/** Cut channels where the brain area changes. */
export function structureIntervals(areas: readonly (string | null)[]): StructureInterval[] {
  const firsts = areas.flatMap((area, i) => (i === 0 || area !== areas[i - 1] ? [i] : []))
  return firsts.map((first, i) => ({
    area: areas[first] ?? null,
    first,
    end: firsts[i + 1] ?? areas.length,
  }))
}

/**
 * Rows of the channels with these ids, in this order; without ids, of all
 * that are not marked as invalid.
 *
 * @throws ChannelNotFoundError
 */
export function channelRows(
  { channels, metadata }: SessionTables,
  ids: readonly string[] | null,
): number[] {
  const rows = Array.from({ length: channels.count }, (_, row) => row)
  if (!ids) return rows.filter((row) => channels.valid?.[row] !== 0)
  // The first row of an id that the file repeats.
  const rowOfId = new Map(rows.reverse().map((row) => [String(channels.ids[row]), row]))
  return ids.map((id) => {
    const row = rowOfId.get(id)
    if (row === undefined) throw new ChannelNotFoundError(id, `session "${metadata.identifier}"`)
    return row
  })
}

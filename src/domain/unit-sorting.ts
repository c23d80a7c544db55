import { ascending } from './ascending.ts'
import type { SessionTables, UnitMetric } from './session-tables.ts'

/** What units are sorted by. */
export type UnitSortKey =
  | UnitMetric
  | 'id'
  | 'area'
  | 'probe'
  | 'channel'
  | 'verticalPosition'
  | 'spikeCount'

export interface UnitOrder {
  readonly by: UnitSortKey
  readonly direction: 'ascending' | 'descending'
}

/**
 * Rows of units sorted by each order in turn; units that tie in all of them keep their order. A missing value comes last, in
 * either direction. Names compare by code unit.
 */
export function sortUnits(
  tables: SessionTables,
  unitRows: Uint32Array,
  orders: readonly UnitOrder[],
): Uint32Array {
  const sorted = orders.map(({ by, direction }) => {
    const sign = direction === 'ascending' ? 1 : -1
    return ranks(sortValues(tables, by)).map((rank) => sign * rank)
  })
  const positions = Uint32Array.from(unitRows, (_, position) => position)
  positions.sort((a, b) => {
    for (const rank of sorted) {
      const order = ascending(
        rank[unitRows[a] as number] as number,
        rank[unitRows[b] as number] as number,
      )
      if (order !== 0) return order
    }
    return a - b
  })
  return positions.map((position) => unitRows[position] as number)
}

type SortValues = ArrayLike<number | string | null | undefined>

/** One value a unit, in order of the file. */
function sortValues({ units, channels, probes }: SessionTables, by: UnitSortKey): SortValues {
  const rows = Array.from(units.channelRows)
  switch (by) {
    case 'id':
      return units.ids
    case 'area':
      return units.areas
    case 'probe':
      return Array.from(units.probeRows, (row) => probes[row]?.name)
    case 'channel':
      return rows.map((row) => channels.ids[row])
    case 'verticalPosition':
      return rows.map((row) => channels.verticalPosition?.[row])
    case 'spikeCount':
      return units.spikeCounts
    default:
      return units.metrics[by] ?? []
  }
}

/** Values as numbers that sort alike: themselves, or their place among all; NaN where one is missing. */
function ranks(values: SortValues): number[] {
  const list = Array.from(values)
  const texts = [...new Set(list.filter((value) => typeof value === 'string'))].sort()
  const rankOf = new Map(texts.map((text, rank) => [text, rank]))
  return list.map((value) =>
    typeof value === 'string' ? (rankOf.get(value) ?? Number.NaN) : (value ?? Number.NaN),
  )
}

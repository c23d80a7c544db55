import { ascending } from '../numeric/compare-numbers.ts'
import type { ExactNumber } from '../numeric/exact-numbers.ts'
import type { SessionTables, UnitMetric } from '../session/session-tables.ts'

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
 * Rows of units sorted by each order in turn; units that tie in all of them keep their order. A
 * missing value comes last, in either direction. Names compare by code unit.
 */
export function sortUnits(
  tables: SessionTables,
  unitRows: Uint32Array,
  orders: readonly UnitOrder[],
): Uint32Array {
  const columns = orders.map(({ by }) => ranks(sortValues(tables, by)))
  const ofRows = columns.map((column) => Array.from(unitRows, (row) => column[row]))
  return sortedPositions(unitRows.length, ofRows, orders).map((position) => unitRows[position])
}

/** The same for units of several sessions, in one order. */
export function sortProjectUnits<
  Unit extends { readonly tables: SessionTables; readonly row: number },
>(units: readonly Unit[], orders: readonly UnitOrder[]): Unit[] {
  const columns = orders.map(({ by }) => {
    const valuesOf = new Map<SessionTables, SortValues>()
    for (const { tables } of units) {
      if (!valuesOf.has(tables)) valuesOf.set(tables, sortValues(tables, by))
    }
    return ranks(units.map(({ tables, row }) => valuesOf.get(tables)?.[row]))
  })
  return Array.from(sortedPositions(units.length, columns, orders), (position) => units[position])
}

/**
 * Positions 0 to count - 1 in order of the columns, each of shape [count];
 * ties in order of the positions.
 */
function sortedPositions(
  count: number,
  columns: readonly (readonly number[])[],
  orders: readonly UnitOrder[],
): Uint32Array {
  const sorted = columns.map((column, i) =>
    orders[i]?.direction === 'descending' ? column.map((rank) => -rank) : column,
  )
  return Uint32Array.from({ length: count }, (_, position) => position).sort((a, b) => {
    for (const rank of sorted) {
      const order = ascending(rank[a], rank[b])
      if (order !== 0) return order
    }
    return a - b
  })
}

type SortValues = ArrayLike<ExactNumber | string | null | undefined>

/** One value per unit, in the order of the file. */
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

/**
 * Values as numbers that sort alike: themselves, or, of texts and 64-bit numbers, their places
 * among all; NaN where one is missing.
 */
function ranks(values: SortValues): number[] {
  const list = Array.from(values)
  const isPlain = list.every((value) => value == null || typeof value === 'number')
  const rankOf = isPlain ? null : new Map(placesOf(list))
  return list.map((value) =>
    typeof value === 'number' && !rankOf ? value : (rankOf?.get(value) ?? Number.NaN),
  )
}

/**
 * Each value that is not missing, once, and its place. A number may come as
 * either type from several sessions.
 */
function placesOf(list: readonly SortValues[number][]): [SortValues[number], number][] {
  const sorted = [...new Set(list)]
    .filter((value) => value != null && !Number.isNaN(value))
    .sort((a, b) => compare(a as string, b as string))
  let place = 0
  return sorted.map((value, i) => {
    if (i > 0 && compare(sorted[i - 1] as string, value as string) !== 0) place++
    return [value, place]
  })
}

const compare = <Value extends ExactNumber | string>(a: Value, b: Value) =>
  a < b ? -1 : Number(a > b)

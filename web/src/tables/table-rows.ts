import type { IntervalTablesQuery } from '../gql/graphql.ts'
import { formatNumber } from '../heatmap/axes/axis-ticks.ts'

/** A table of intervals and its columns. */
export type IntervalTable = NonNullable<IntervalTablesQuery['session']>['intervalTables'][number]
export type TableColumn = IntervalTable['columns'][number]

export type CellValue = number | string | readonly number[] | readonly string[]

export interface TableRow {
  /** position in the file's table, from 0 */
  readonly index: number
  /** by the names of the columns; what is missing is left out, or null */
  readonly values: ReadonlyMap<string, CellValue | null>
}

/** What a table is sorted by. */
export interface TableOrder {
  readonly column: string
  readonly isDescending: boolean
}

/** The times first, then the others by name. */
export function orderColumns(columns: readonly TableColumn[]): TableColumn[] {
  const place = ({ name }: TableColumn) =>
    name === 'start_time' ? 0 : name === 'stop_time' ? 1 : 2
  return columns.toSorted((one, other) => place(one) - place(other))
}

/** Columns of values as rows, in the file's order. */
export function rowsOfColumns(
  columns: readonly { readonly name: string; readonly values: readonly (CellValue | null)[] }[],
  rowCount: number,
): TableRow[] {
  return Array.from({ length: rowCount }, (_, index) => ({
    index,
    values: new Map(columns.map(({ name, values }) => [name, values[index] ?? null])),
  }))
}

/** As the address bar has it: `start_time`, `-start_time`; null for a column that is not there. */
export function parseTableOrder(
  text: string | null,
  columns: readonly TableColumn[],
): TableOrder | null {
  if (text === null) return null
  const has = (name: string) => columns.some((column) => column.name === name)
  if (has(text)) return { column: text, isDescending: false }
  const column = text.replace(/^-/, '')
  return has(column) ? { column, isDescending: true } : null
}

/** What a click on a column's head leads to: ascending, descending, then the file's order again. */
export function nextTableOrder(order: TableOrder | null, column: string): string | null {
  if (order?.column !== column) return column
  return order.isDescending ? null : `-${column}`
}

/** Numbers by size before texts by letters; rows without a value last, whichever the direction. */
export function sortRows(rows: readonly TableRow[], order: TableOrder | null): readonly TableRow[] {
  if (!order) return rows
  const direction = order.isDescending ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: keyOf(row.values.get(order.column) ?? null) }))
  keyed.sort(({ key: one }, { key: other }) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return direction * compareKeys(one, other)
  })
  return keyed.map(({ row }) => row)
}

type Key = number | string

function keyOf(value: CellValue | null): Key | null {
  return typeof value === 'object' && value !== null ? value.join(', ') : value
}

function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  return String(one).localeCompare(String(other), 'en', { numeric: true })
}

/** A cell in words: times to the millisecond, other numbers with six digits; `–` where none is. */
export function cellText(value: CellValue | null, { name, kind }: TableColumn): string {
  if (value === null) return '–'
  if (kind === 'FLAG') return value === 1 ? 'true' : 'false'
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return value.join(', ')
  if (/_time$/.test(name)) return formatNumber(value, 3)
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)))
  return text.replace('-', '−')
}

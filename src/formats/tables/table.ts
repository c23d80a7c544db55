import { setImmediate } from 'node:timers/promises'
import type { ExactNumber } from '../../domain/numeric/exact-numbers.ts'

/**
 * A column of a table. `integer` and `unsigned` cells are whole numbers of 64 bits; a missing
 * number is NaN or null, a missing text null.
 */
export interface TableColumn {
  readonly name: string
  readonly type: 'integer' | 'unsigned' | 'float' | 'text'
}

/**
 * Cells of one column, one per row. Whole numbers come as bigints where float64
 * cannot hold all of a column.
 */
export type Cells = Float64Array | readonly (string | bigint | null)[]

const MOST_SIGNED = 2n ** 63n - 1n

/** A column of whole numbers, none of them rounded. */
export function wholeColumn(
  name: string,
  values: readonly (ExactNumber | null | undefined)[],
): TableColumn & { readonly cells: Cells } {
  if (!values.some((value) => typeof value === 'bigint')) {
    const cells = Float64Array.from(values, (value) => Number(value ?? Number.NaN))
    return { name, type: 'integer', cells }
  }
  const cells = values.map((value) => (value == null ? null : BigInt(value)))
  const isUnsigned = cells.some((value) => value !== null && value > MOST_SIGNED)
  return { name, type: isUnsigned ? 'unsigned' : 'integer', cells }
}

/** A table that is read while it is written. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  /** Some rows after the other: the cells of every column. */
  chunks(): AsyncIterable<readonly Cells[]> | Iterable<readonly Cells[]>
}

/** A cell as a value; null where it is missing. */
export function cellAt(cells: Cells, row: number): ExactNumber | string | null {
  const cell = cells[row]
  return cell === undefined || Number.isNaN(cell) ? null : cell
}

/** A table whose columns are in memory already. */
export function tableOf(columns: readonly (TableColumn & { readonly cells: Cells })[]): Table {
  const rowCount = columns[0]?.cells.length ?? 0
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rowCount,
    chunks: () => inChunks(columns.map(({ cells }) => cells)),
  }
}

/** Columns some rows at a time; others get their turn after each. */
export async function* inChunks(columns: readonly Cells[]): AsyncGenerator<readonly Cells[]> {
  const rowCount = columns[0]?.length ?? 0
  const rows = rowsAtATime(columns.length)
  for (let from = 0; from < rowCount; from += rows) {
    if (from > 0) await setImmediate()
    yield columns.map((cells) => cells.slice(from, from + rows))
  }
}

/** Cells written at once: some milliseconds of text. */
const CELLS_AT_A_TIME = 1 << 13

/** So many rows are written at once. */
export const rowsAtATime = (columnCount: number): number =>
  Math.max(1, Math.floor(CELLS_AT_A_TIME / Math.max(1, columnCount)))

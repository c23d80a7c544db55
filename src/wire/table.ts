/** A column of a table. `integer` cells are whole numbers; a missing number is NaN, a missing text null. */
export interface TableColumn {
  readonly name: string
  readonly type: 'integer' | 'float' | 'text'
}

/** Cells of one column, one a row. */
export type Cells = Float64Array | readonly (string | null)[]

/** A table that is read while it is written. */
export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rowCount: number
  /** Some rows after the other: the cells of every column. */
  chunks(): AsyncIterable<readonly Cells[]> | Iterable<readonly Cells[]>
}

/** A cell as a value; null where it is missing. */
export function cellAt(cells: Cells, row: number): number | string | null {
  const cell = cells[row]
  return cell === undefined || Number.isNaN(cell) ? null : cell
}

/** A table whose columns are in memory already. */
export function tableOf(columns: readonly (TableColumn & { readonly cells: Cells })[]): Table {
  const rowCount = columns[0]?.cells.length ?? 0
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rowCount,
    *chunks() {
      for (let from = 0; from < rowCount; from += ROWS_AT_A_TIME) {
        yield columns.map(({ cells }) => cells.slice(from, from + ROWS_AT_A_TIME))
      }
    },
  }
}

/** So many rows are written at once: a piece of some megabytes. */
export const ROWS_AT_A_TIME = 8192

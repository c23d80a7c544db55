import { parseWhole } from '../../domain/numeric/exact-numbers.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import type { ColumnKind, ParameterColumn } from '../../domain/stimuli/stimulus-parameters.ts'
import { type Cells, type TableColumn, wholeColumn } from './table.ts'

/**
 * Some rows of a column of a recording's table: numbers and flags where it holds nothing else, or
 * texts, lists as JSON.
 */
export function codedTableColumn(
  column: ParameterColumn & { readonly kind: ColumnKind },
  rows: readonly number[],
): TableColumn & { readonly cells: Cells } {
  const { name, kind } = column
  const values = rows.map((row) => codedValue(column, row))
  if (column.values.every((value) => typeof value === 'number')) {
    const cells = Float64Array.from(values, (value) =>
      value === null ? Number.NaN : Number(value),
    )
    return { name, type: kind === 'flag' ? 'integer' : 'float', cells }
  }
  const isNumeric = kind === 'number' || kind === 'flag'
  const wholes = isNumeric ? column.values.map((value) => parseWhole(String(value))) : []
  if (isNumeric && wholes.every((value) => value !== null)) {
    return wholeColumn(
      name,
      rows.map((row) => wholes[column.codes[row]]),
    )
  }
  const cells = values.map((value) =>
    value === null || typeof value === 'string' ? value : JSON.stringify(value),
  )
  return { name, type: 'text', cells }
}

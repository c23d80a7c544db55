import { parseWhole } from '../../domain/numeric/exact-numbers.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import type {
  ColumnKind,
  ParameterColumn,
  ParameterValue,
} from '../../domain/stimuli/stimulus-parameters.ts'
import type { DatasetValue } from '../../nwb-writing/hdf5-bytes/hdf5-values.ts'
import { type Column, rowEnds } from '../../nwb-writing/nwb-writer.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** A column of a recording's table: texts and numbers, flags, or lists of them. */
interface StoredColumn extends ParameterColumn {
  readonly kind: ColumnKind
  readonly description?: string | null
}

/**
 * Some rows of a column as NWB has them: numbers as float64, flags as booleans, texts, and lists as
 * a ragged column. A missing number is NaN, a missing text '', a missing list empty; flags of which
 * some are missing are numbers.
 */
export function nwbColumn(column: StoredColumn, rows: readonly number[]): Column {
  const { name, kind } = column
  const description = column.description ?? ''
  const values = rows.map((row) => codedValue(column, row))
  if (kind === 'list') return { name, description, ...ragged(values) }
  if (kind === 'flag' && values.every((value) => value === 0 || value === 1)) {
    return {
      name,
      description,
      value: { kind: 'booleans', values: Int8Array.from(values, Number) },
    }
  }
  if (kind === 'text') return { name, description, value: textsOf(values) }
  return { name, description, value: exactCells(kind, values) ?? cellsOf(values) }
}

/** Numbers of which some are beyond 2^53, and were read as texts; null: there are none. */
function exactCells(
  kind: ColumnKind,
  values: readonly (ParameterValue | null)[],
): DatasetValue | null {
  if (kind !== 'number' || !values.some((value) => typeof value === 'string')) return null
  const wholes = values.map((value) => parseWhole(String(value)))
  return wholes.every((value) => value !== null) ? wholeNumbers(wholes) : null
}

/** Lists one after the other, and where each row's ends. */
function ragged(rows: readonly (ParameterValue | null)[]): Pick<Column, 'value' | 'ends'> {
  const lists = rows.map((row): readonly (number | string)[] =>
    row === null ? [] : typeof row === 'object' ? row : [row],
  )
  return { value: cellsOf(lists.flat()), ends: rowEnds(lists.map(({ length }) => length)) }
}

function cellsOf(values: readonly (ParameterValue | null)[]): DatasetValue {
  if (values.every((value) => value === null || typeof value === 'number')) {
    return Float64Array.from(values, (value) => value ?? Number.NaN)
  }
  return textsOf(values)
}

/** Also of numbers: some files write them as texts, and those remain texts. */
const textsOf = (values: readonly (ParameterValue | null)[]): string[] =>
  values.map((value) => (value === null ? '' : String(value)))

import { InvalidArgumentError } from '../../errors.ts'
import { parseWhole } from '../numeric/exact-numbers.ts'
import type { SessionTables, UnitColumn } from '../session/session-tables.ts'
import {
  codesMeant,
  matchValues,
  noSuchValue,
  type RequestedValue,
  typesOf,
} from '../stimuli/parameter-match.ts'
import type { ParameterValue } from '../stimuli/stimulus-parameters.ts'
import { findUnitColumn, noSuchUnitColumn, unitColumns } from './unit-columns.ts'

/**
 * A condition on a column of the units table: all that is given must hold, and a unit without a
 * value fails.
 */
export interface UnitColumnFilter {
  /** as the file has it */
  readonly column: string
  /** one of them, compared by meaning; see matchValues */
  readonly values?: readonly RequestedValue[] | null
  /** inclusive */
  readonly min?: number | null
  /** inclusive */
  readonly max?: number | null
}

/**
 * Whether a unit meets a condition.
 *
 * @throws InvalidArgumentError for a column that there is not, a value that no unit has, or a range
 *   of a column that does not hold numbers
 */
export function unitColumnCondition(
  tables: SessionTables,
  { column: name, values, min, max }: UnitColumnFilter,
): (unitRow: number) => boolean {
  const column = findUnitColumn(tables, name)
  const { codes } = column
  const wanted = values ? matchValues(column, values, 'unit') : null
  if (min == null && max == null) {
    return wanted ? (row) => wanted.has(codes[row]) : (row) => codes[row] >= 0
  }
  assertNumbers(column)
  const isWithin = column.values.map((value) => {
    const number = numberOf(value)
    return number >= (min ?? -Infinity) && number <= (max ?? Infinity)
  })
  return (row) => codes[row] >= 0 && isWithin[codes[row]] && (wanted?.has(codes[row]) ?? true)
}

function assertNumbers({ name, kind, values }: UnitColumn): void {
  if (kind === 'number' || kind === 'flag') return
  throw new InvalidArgumentError(
    `The column ${name} of the units table holds ${typesOf(values)}; min and max need numbers. Filter it by values.`,
  )
}

/** Compares exactly with any float64: whole numbers beyond 2^53 are kept as texts. */
const numberOf = (value: ParameterValue) =>
  typeof value === 'string' ? (parseWhole(value) ?? Number(value)) : (value as number)

/**
 * Conditions on the units of several sessions, for each of them: what another session has is no
 * error. Null for a session that lacks a column, so that none of its units passes.
 *
 * @throws InvalidArgumentError for a column that no session has, or a value that none of its units
 */
export function columnFiltersOfSessions(
  project: readonly SessionTables[],
  filters: readonly UnitColumnFilter[],
): (tables: SessionTables) => UnitColumnFilter[] | null {
  const columnOf = (tables: SessionTables, name: string) =>
    unitColumns(tables).find((column) => column.name === name)
  for (const { column: name, values } of filters) {
    const columns = project.flatMap((tables) => columnOf(tables, name) ?? [])
    if (columns.length === 0) {
      const known = project.flatMap((tables) => unitColumns(tables).map((column) => column.name))
      throw noSuchUnitColumn(name, [...new Set(known)].sort())
    }
    for (const value of values ?? []) {
      if (columns.some((column) => codesMeant(column, value).length > 0)) continue
      const held = [...new Set(columns.flatMap((column) => column.values))]
      throw noSuchValue({ name, values: held }, value, 'unit')
    }
  }
  return (tables) => {
    const ofSession = filters.flatMap((filter) => {
      const column = columnOf(tables, filter.column)
      if (!column) return []
      const values = filter.values?.filter((value) => codesMeant(column, value).length > 0) ?? null
      return [{ ...filter, values }]
    })
    return ofSession.length === filters.length ? ofSession : null
  }
}

import { type ExactNumber, parseWhole } from '../../domain/numeric/exact-numbers.ts'
import { codedValue } from '../../domain/stimuli/coded-column.ts'
import type { ParameterTable, ParameterValue } from '../../domain/stimuli/stimulus-parameters.ts'
import type { Budget } from '../../request/budget.ts'
import type { StimulusParameter } from '../generated.ts'
import type { ParameterRowModel } from '../models.ts'
import { wholeOrNull } from './columns.ts'

/** The parameter's value; null where it does not apply. */
export function parameterAt(
  { table, row }: ParameterRowModel,
  name: string,
): ParameterValue | null {
  const column = columnsOf(table).get(name)
  return column ? codedValue(column, row) : null
}

/** A parameter that is one number; one for x and y counts where both are equal. */
export function numberParameter(model: ParameterRowModel, name: string): number | null {
  const value = parameterAt(model, name)
  if (typeof value === 'number') return value
  const numbers = numbersParameter(model, name)
  const [first = null] = numbers ?? []
  return numbers?.every((entry) => entry === first) ? first : null
}

/** A parameter that is a whole number; one beyond 2^53 is a text. */
export function wholeParameter(model: ParameterRowModel, name: string): ExactNumber | null {
  const value = parameterAt(model, name)
  return typeof value === 'string' ? parseWhole(value) : wholeOrNull(numberParameter(model, name))
}

/** A parameter of one number or several. */
export function numbersParameter(model: ParameterRowModel, name: string): readonly number[] | null {
  const value = parameterAt(model, name)
  if (typeof value === 'number') return [value]
  return isNumbers(value) ? value : null
}

function isNumbers(value: ParameterValue | null): value is readonly number[] {
  return typeof value === 'object' && typeof value?.[0] === 'number'
}

/** A parameter that is a text. */
export function textParameter(model: ParameterRowModel, name: string): string | null {
  const value = parameterAt(model, name)
  return value === null ? null : String(value)
}

/** All parameters that apply, in order of their names. */
export function parameterList(
  { table, row }: ParameterRowModel,
  names: readonly string[] | null,
  budget: Budget,
  valuesEach: number,
): StimulusParameter[] {
  const parameters: StimulusParameter[] = []
  for (const [name, column] of columnsOf(table)) {
    const value = names && !names.includes(name) ? null : codedValue(column, row)
    if (value !== null) parameters.push({ name, value })
  }
  budget.chargeList(parameters.length, valuesEach)
  return parameters
}

const columnMaps = new WeakMap<ParameterTable, Map<string, ParameterTable['columns'][number]>>()

function columnsOf(table: ParameterTable) {
  const known = columnMaps.get(table)
  if (known) return known
  const sorted = [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1))
  const columns = new Map(sorted.map((column) => [column.name, column]))
  columnMaps.set(table, columns)
  return columns
}

import type { RequestedValue } from '../domain/stimuli/parameter-match.ts'
import { InvalidArgumentError } from '../errors.ts'
import { parseNumber } from './address-fields.ts'
import { valuesIn } from './requested-values.ts'

/** Between the ends of a range: `2..`, `..0.5`, `2..5`. */
const TO = '..'

/** A condition on a column: some values, or a range. */
export interface ColumnCondition {
  readonly column: string
  readonly values?: readonly RequestedValue[] | null
  readonly min?: number | null
  readonly max?: number | null
}

/** `cell_type=["PV"]` or `depth=200..`; a name that is ambiguous is quoted. */
export function writeColumnCondition({ column, values, min, max }: ColumnCondition): string {
  const name = /^"|=/.test(column) ? JSON.stringify(column) : column
  return `${name}=${values ? JSON.stringify(values) : rangeText(min, max)}`
}

/** @throws InvalidArgumentError */
export function readColumnCondition(text: string): ColumnCondition {
  const [, quoted = '', condition = ''] = /^("(?:[^"\\]|\\.)*"|[^"=][^=]*)=(.*)$/s.exec(text) ?? []
  const column = quoted.startsWith('"') ? textIn(quoted) : quoted
  const values = condition.startsWith('[') ? valuesIn(condition) : null
  if (!column || (condition.startsWith('[') && !values)) {
    throw new InvalidArgumentError(
      `A condition on a column is "${text.slice(0, 100)}"; it must be a name and its values or range, such as cell_type=["PV"] or depth=200..400.`,
    )
  }
  return values
    ? { column, values, min: null, max: null }
    : { column, values, ...readRange(column, condition) }
}

export const rangeText = (min: number | null | undefined, max: number | null | undefined) =>
  `${min ?? ''}${TO}${max ?? ''}`

/** @throws InvalidArgumentError */
export function readRange(name: string, text: string): { min: number | null; max: number | null } {
  const ends = text.split(TO)
  if (ends.length !== 2) {
    throw new InvalidArgumentError(
      `${name} is "${text.slice(0, 100)}"; it must be a range such as 2.., ..0.5 or 2..5.`,
    )
  }
  const [min = null, max = null] = ends.map((end) => (end === '' ? null : parseNumber(name, end)))
  return { min, max }
}

function textIn(json: string): string | null {
  try {
    return String(JSON.parse(json))
  } catch {
    return null
  }
}

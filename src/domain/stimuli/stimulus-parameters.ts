import { parseWhole } from '../numeric/exact-numbers.ts'
import type { CodedColumn } from './coded-column.ts'

/**
 * What a column of an intervals table says of one presentation: a number, a text, or several of
 * them, such as x and y or tags. Flags are 1 and
 * 0. A whole number beyond 2^53 - 1 is the text of its digits: float64
 *    would take neighbours for one.
 */
export type ParameterValue = number | string | readonly number[] | readonly string[]

/** What a column holds in each row: a number, true or false, a text, or several of these. */
export type ColumnKind = 'number' | 'flag' | 'text' | 'list'

/** One parameter of a list of presentations, or of conditions. */
export interface ParameterColumn extends CodedColumn<ParameterValue> {
  /** the file's name of the column: `temporal_frequency` */
  readonly name: string
}

/** Parameters of some presentations, or of conditions; every column has `count` rows. */
export interface ParameterTable {
  readonly count: number
  readonly columns: readonly ParameterColumn[]
}

/** Parameters of some presentations: those in the rows of a table from `first` on. */
export interface ParameterRows {
  readonly table: ParameterTable
  readonly first: number
}

/**
 * Texts that stand for a missing value: the AllenSDK writes `N/A` where a
 * column of mixed types has none.
 */
const MISSING = ['', 'N/A', 'null', 'nan', 'NaN']

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

/**
 * What a text of an intervals table means: the Allen Institute's files hold numbers ("0.04") and
 * lists of numbers ("[250.0, 250.0]") as texts. A whole number of more digits than a double keeps
 * stays a text. Null: missing.
 */
export function parseParameter(text: string): ParameterValue | null {
  const trimmed = text.trim()
  if (MISSING.includes(trimmed)) return null
  const number = parseNumber(trimmed)
  if (number !== null) return number
  const list = /^[[(](.*)[\])]$/s.exec(trimmed)?.[1]
  if (list === undefined) return text
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '')
  const numbers = entries.flatMap((entry) => parseNumber(entry) ?? [])
  return entries.length > 0 && numbers.length === entries.length ? numbers : text
}

function parseNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null
  const number = Number(text)
  return Number.isFinite(number) && typeof parseWhole(text) !== 'bigint' ? number : null
}

/**
 * The same for equal values: lists are compared by their entries, and a
 * number differs from its text.
 */
export function parameterKey(value: ParameterValue): string {
  if (typeof value === 'string') return `"${value}`
  return typeof value === 'number' || typeof value[0] === 'number'
    ? String(value)
    : JSON.stringify(value)
}

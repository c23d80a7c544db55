import type { CodedColumn } from './coded-column.ts'

/** What a column of an intervals table says of one presentation: a number, a text, or several numbers such as x and y. */
export type ParameterValue = number | string | readonly number[]

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

/** Texts that stand for a missing value: the AllenSDK writes `N/A` where a column of mixed types has none. */
const MISSING = ['', 'N/A', 'null', 'nan', 'NaN']

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

/**
 * What a text of an intervals table means: the Allen Institute's files hold numbers ("0.04") and lists of numbers
 * ("[250.0, 250.0]") as texts. Null: missing.
 */
export function parseParameter(text: string): ParameterValue | null {
  const trimmed = text.trim()
  if (MISSING.includes(trimmed)) return null
  if (NUMBER.test(trimmed)) return Number(trimmed)
  const list = /^[[(](.*)[\])]$/s.exec(trimmed)?.[1]
  if (list === undefined) return text
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '')
  return entries.length > 0 && entries.every((entry) => NUMBER.test(entry))
    ? entries.map(Number)
    : text
}

/** The same for equal values: lists are compared by their entries, and a number differs from its text. */
export function parameterKey(value: ParameterValue): string {
  return typeof value === 'string' ? `"${value}` : String(value)
}

/** A column of few distinct values: row `r` has `values[codes[r]]`; a code of -1 is a missing value. */
export interface CodedColumn<Value> {
  /** shape [rows] */
  readonly codes: Int32Array
  /** each once, in order of first appearance */
  readonly values: readonly Value[]
}

/** The value of a row; null where it is missing. */
export function codedValue<Value>(column: CodedColumn<Value>, row: number): Value | null {
  return column.values[column.codes[row] as number] ?? null
}

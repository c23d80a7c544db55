/**
 * A column of few distinct values: row `r` has `values[codes[r]]`; a code of -1 is a missing value.
 */
export interface CodedColumn<Value> {
  /** shape [rows] */
  readonly codes: Int32Array
  /** each once, in order of first appearance */
  readonly values: readonly Value[]
}

/** The value of a row; null where it is missing. */
export function codedValue<Value>(column: CodedColumn<Value>, row: number): Value | null {
  return column.values[column.codes[row]] ?? null
}

/** Makes a coded column, row by row; rows that are not set are missing. */
export class CodedColumnBuilder<Value> {
  readonly #codes: Int32Array
  readonly #codeOfKey = new Map<unknown, number>()
  readonly #values: Value[] = []
  /** the key set last, and its code: most rows repeat the row before */
  #last: { readonly key: unknown; readonly code: number } | null = null

  constructor(rowCount: number) {
    this.#codes = new Int32Array(rowCount).fill(-1)
  }

  /** @param key the same for equal values; the value itself, unless it is an object */
  set(row: number, value: Value, key: unknown = value): void {
    if (this.#last && key === this.#last.key) {
      this.#codes[row] = this.#last.code
      return
    }
    let code = this.#codeOfKey.get(key)
    if (code === undefined) {
      code = this.#values.push(value) - 1
      this.#codeOfKey.set(key, code)
    }
    this.#last = { key, code }
    this.#codes[row] = code
  }

  finish(): CodedColumn<Value> {
    return { codes: this.#codes, values: this.#values }
  }
}

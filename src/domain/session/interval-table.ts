import type { ColumnKind, ParameterColumn } from '../stimuli/stimulus-parameters.ts'

/** A table of intervals: stimuli, trials, epochs, whatever a laboratory keeps. */
export interface IntervalTable {
  readonly name: string
  /** null: the file has none */
  readonly description: string | null
  readonly rowCount: number
  /** in order of their names */
  readonly columns: readonly IntervalColumn[]
}

export interface IntervalColumn {
  /** as the file has it */
  readonly name: string
  /** null: the file has none */
  readonly description: string | null
  readonly kind: ColumnKind
}

/** Some consecutive rows of a column. */
export interface IntervalColumnRequest {
  /** name of the table */
  readonly table: string
  readonly column: string
  readonly from: number
  readonly count: number
}

/** Their values, one for each row. */
export type IntervalValues = ParameterColumn

import type {
  IntervalColumnRequest,
  IntervalTable,
  IntervalValues,
} from '../../../src/domain/session/interval-table.ts'
import { CodedColumnBuilder } from '../../../src/domain/stimuli/coded-column.ts'
import {
  type ParameterValue,
  parameterKey,
} from '../../../src/domain/stimuli/stimulus-parameters.ts'

/** Tables of intervals in memory: by name, the columns, each with one value a row. */
export type MemoryIntervals = Readonly<
  Record<string, Readonly<Record<string, readonly (ParameterValue | null)[]>>>
>

export function memoryIntervalTables(intervals: MemoryIntervals): IntervalTable[] {
  return Object.entries(intervals).map(([name, columns]) => ({
    name,
    description: null,
    rowCount: Object.values(columns)[0]?.length ?? 0,
    columns: Object.keys(columns).map((column) => ({
      name: column,
      description: null,
      kind: kindOf(columns[column]),
    })),
  }))
}

export function memoryIntervalValues(
  intervals: MemoryIntervals,
  { table, column, from, count }: IntervalColumnRequest,
): IntervalValues {
  const builder = new CodedColumnBuilder<ParameterValue>(count)
  for (let row = 0; row < count; row++) {
    const value = intervals[table]?.[column]?.[from + row] ?? null
    if (value !== null) builder.set(row, value, parameterKey(value))
  }
  return { name: column, ...builder.finish() }
}

function kindOf(values: readonly (ParameterValue | null)[] | undefined) {
  const value = values?.find((candidate) => candidate !== null)
  if (typeof value === 'number') return 'number'
  return typeof value === 'string' ? 'text' : 'list'
}

import type { ExactNumber, ExactNumbers } from '../../domain/numeric/exact-numbers.ts'

/**
 * A number of a column; null where it is missing (NaN), not finite, or the file lacks the column.
 */
export function numberAt(column: Float64Array | null, row: number): number | null {
  return finiteOrNull(column?.[row])
}

/**
 * A whole number of a column; null where it is missing, none, or rounded
 * already: a float64 beyond 2^53.
 */
export function wholeAt(column: ExactNumbers | null, row: number): ExactNumber | null {
  return wholeOrNull(column?.[row])
}

export function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null
}

export function wholeOrNull(value: ExactNumber | null | undefined): ExactNumber | null {
  if (typeof value === 'bigint') return value
  return Number.isSafeInteger(value) ? (value ?? null) : null
}

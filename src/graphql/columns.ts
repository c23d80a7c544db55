/** A number of a column; null where it is missing (NaN), not finite, or the file lacks the column. */
export function numberAt(column: Float64Array | null, row: number): number | null {
  return finiteOrNull(column?.[row])
}

/** The same for a GraphQL Int, which ends at 32 bits. */
export function integerAt(column: Float64Array | null, row: number): number | null {
  return integerOrNull(column?.[row])
}

export function finiteOrNull(value: number | null | undefined): number | null {
  return value != null && Number.isFinite(value) ? value : null
}

export function integerOrNull(value: number | null | undefined): number | null {
  return value === (Number(value) | 0) ? (value ?? null) : null
}

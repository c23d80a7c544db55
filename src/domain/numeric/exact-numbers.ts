/**
 * Numbers of a column, none of them rounded: float64 where that holds them all (NaN: missing), else
 * 64-bit whole numbers. `String` of an entry is all its digits, whichever it is. Two columns of one
 * kind may differ in this: compare entries by {@link exactKey}.
 */
export type ExactNumbers = Float64Array | BigInt64Array | BigUint64Array

export type ExactNumber = number | bigint

/** Whole numbers in the narrowest column that holds them all. */
export function exactNumbers(values: BigInt64Array | BigUint64Array): ExactNumbers {
  const numbers = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const number = Number(values[i])
    if (!Number.isSafeInteger(number)) return values
    numbers[i] = number
  }
  return numbers
}

/** The same for equal numbers, whatever columns they come from, as a key of a Map. */
export function exactKey(value: ExactNumber): ExactNumber {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Entries of some rows, in their order. */
export function pickExact(column: ExactNumbers, rows: Uint32Array): ExactNumbers {
  if (column instanceof Float64Array) {
    const picked = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]]
    return picked
  }
  const picked =
    column instanceof BigInt64Array
      ? new BigInt64Array(rows.length)
      : new BigUint64Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]]
  return picked
}

/**
 * The whole number that a text is, to the last digit, as {@link exactKey}
 * gives it; null: it is not one.
 */
export function parseWhole(text: string): ExactNumber | null {
  return /^[-+]?\d+$/.test(text) ? exactKey(BigInt(text.replace(/^\+/, ''))) : null
}

import type { ExactNumber } from '../../domain/numeric/exact-numbers.ts'

const MOST_SIGNED = 2n ** 63n - 1n

/** int64, or uint64 where one is larger; none is rounded. */
export function wholeNumbers(values: readonly ExactNumber[]): BigInt64Array | BigUint64Array {
  const wholes = values.map(BigInt)
  const isSigned = wholes.every((value) => value <= MOST_SIGNED)
  return isSigned ? BigInt64Array.from(wholes) : BigUint64Array.from(wholes)
}

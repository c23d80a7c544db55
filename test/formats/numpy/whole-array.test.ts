import { expect, test } from 'vitest'
import { wholeArray } from '../../../src/formats/numpy/dtype.ts'

test.each([
  ['int64 of floats', Float64Array.of(1, -2), BigInt64Array.of(1n, -2n)],
  ['floats that are not whole', Float64Array.of(1, 0.5), Float64Array.of(1, 0.5)],
  ['floats beyond 2^53', Float64Array.of(1, 2 ** 53), Float64Array.of(1, 2 ** 53)],
  [
    'int64 of unsigned',
    BigUint64Array.of(1n, 2n ** 63n - 1n),
    BigInt64Array.of(1n, 2n ** 63n - 1n),
  ],
  ['uint64 where one needs it', BigUint64Array.of(1n, 2n ** 63n), BigUint64Array.of(1n, 2n ** 63n)],
  ['int64 as they are', BigInt64Array.of(-1n, 1n), BigInt64Array.of(-1n, 1n)],
])('whole numbers are %s', (_, numbers, expected) => {
  expect(wholeArray(numbers)).toEqual(expected)
})

import { describe, expect, test } from 'vitest'
import {
  exactKey,
  exactNumbers,
  parseWhole,
  pickExact,
} from '../../../src/domain/numeric/exact-numbers.ts'

const WIDE = 2n ** 53n + 1n

describe('a column of 64-bit numbers', () => {
  test('is one of float64 where that holds them all', () => {
    const safe = 2n ** 53n - 1n
    expect(exactNumbers(BigInt64Array.of(1n, -safe, safe))).toEqual(
      Float64Array.of(1, -9007199254740991, 9007199254740991),
    )
    expect(exactNumbers(new BigUint64Array(0))).toEqual(new Float64Array(0))
  })

  test('stays as it is where one would be rounded, or be taken for its neighbour', () => {
    for (const column of [
      BigInt64Array.of(1n, 2n ** 53n),
      BigInt64Array.of(-WIDE),
      BigUint64Array.of(2n ** 64n - 1n, 0n),
    ]) {
      expect(exactNumbers(column)).toBe(column)
    }
  })

  test('gives entries of some rows in their order, in a column of its kind', () => {
    const rows = Uint32Array.of(2, 0, 2)
    expect(pickExact(Float64Array.of(7, 8, 9), rows)).toEqual(Float64Array.of(9, 7, 9))
    expect(pickExact(BigInt64Array.of(WIDE, 1n, 2n), rows)).toEqual(BigInt64Array.of(2n, WIDE, 2n))
    const unsigned = BigUint64Array.of(2n ** 64n - 1n, 5n)
    expect(pickExact(unsigned, Uint32Array.of(0, 0, 0, 1))).toEqual(
      BigUint64Array.of(2n ** 64n - 1n, 2n ** 64n - 1n, 2n ** 64n - 1n, 5n),
    )
  })
})

test('equal numbers of different columns have one key', () => {
  expect(exactKey(5n)).toBe(exactKey(5))
  expect(exactKey(-5n)).toBe(-5)
  expect(exactKey(WIDE)).toBe(WIDE)
  expect(exactKey(0.5)).toBe(0.5)
  expect(exactKey(Number.NaN)).toBeNaN()
})

test('a text is a whole number, to the last digit, or none', () => {
  expect(['0', '-7', '+7', '007', '9007199254740991'].map(parseWhole)).toEqual([
    0, -7, 7, 7, 9007199254740991,
  ])
  expect(['9007199254740993', '-18446744073709551615'].map(parseWhole)).toEqual([
    WIDE,
    -18446744073709551615n,
  ])
  expect(['', '-', '1.0', '1e3', '0x1', ' 1', 'NaN'].map(parseWhole)).toEqual(
    Array.from({ length: 7 }, () => null),
  )
})

import { describe, expect, test } from 'vitest'
import { findRepeats, rowOfId, rowsOfId } from '../../../src/domain/session/row-ids.ts'

describe('the row of an id', () => {
  test('is found by the id as it is written', () => {
    const ids = Float64Array.of(7, -3, 0, 2 ** 53)
    expect(['7', '-3', '0', '9007199254740992'].map((id) => rowOfId(ids, id))).toEqual([0, 1, 2, 3])
    for (const id of ['07', ' 7', '7.0', '7e0', '+7', '-0', '', 'NaN', '9007199254740993']) {
      expect(rowOfId(ids, id), id).toBe(-1)
    }
  })

  test('is found among 64-bit ids that no float64 tells apart', () => {
    const ids = BigInt64Array.of(9007199254740993n, 9007199254740992n, -9007199254740993n, 5n)
    expect(rowOfId(ids, '9007199254740992')).toBe(1)
    expect(rowOfId(ids, '9007199254740993')).toBe(0)
    expect(rowOfId(ids, '-9007199254740993')).toBe(2)
    expect(rowOfId(ids, '5')).toBe(3)
    for (const id of ['9007199254740994', '05', '5n', '0x5', '-0', '', ' 5', '5.0', 'x']) {
      expect(rowOfId(ids, id), id).toBe(-1)
    }
    expect(rowOfId(BigUint64Array.of(1n, 2n ** 64n - 1n), '18446744073709551615')).toBe(1)
  })

  test('is the first of several; all of them can be asked', () => {
    expect(rowOfId(Float64Array.of(4, 7, 4), '4')).toBe(0)
    expect(rowsOfId(Float64Array.of(4, 7, 4), '4')).toEqual([0, 2])
    expect(rowsOfId(BigInt64Array.of(4n, 2n ** 60n, 4n), '4')).toEqual([0, 2])
    expect(rowsOfId(['a', 'b', 'a'], 'a')).toEqual([0, 2])
    expect(rowsOfId(['a', 'b', 'a'], 'c')).toEqual([])
  })
})

test('an id that is there again is counted by the rows before it', () => {
  expect([...findRepeats(Float64Array.of(4, 7, 4, 4, 7))]).toEqual([
    [2, 1],
    [3, 2],
    [4, 1],
  ])
  expect([...findRepeats(BigInt64Array.of(2n ** 60n, 2n ** 60n + 1n, 2n ** 60n))]).toEqual([[2, 1]])
  expect([...findRepeats(['probeA', 'probeB'])]).toEqual([])
})

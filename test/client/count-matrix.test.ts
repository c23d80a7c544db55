import { describe, expect, test } from 'vitest'
import { CountMatrix } from '../../src/client/count-matrix.ts'

const counts = new CountMatrix(Uint8Array.of(1, 2, 3, 4, 5, 6), [2, 3])

describe('a matrix of 2 bins and 3 units', () => {
  test('gives each count', () => {
    expect([counts.at(0, 0), counts.at(0, 2), counts.at(1, 0), counts.at(1, 2)]).toEqual([
      1, 3, 4, 6,
    ])
  })

  test.each([
    [2, 0],
    [0, 3],
    [-1, 0],
    [0, -1],
    [Number.NaN, 0],
  ])('has no bin %d and unit %d', (bin, unit) => {
    expect(() => counts.at(bin, unit)).toThrow(
      new RangeError(`No bin ${bin} and unit ${unit} in a matrix of [2, 3].`),
    )
  })

  test('gives rows and columns, and no others', () => {
    expect(counts.bin(1)).toEqual(Uint8Array.of(4, 5, 6))
    expect(counts.unit(2)).toEqual(Uint8Array.of(3, 6))
    expect(counts.bin(0)).toEqual(Uint8Array.of(1, 2, 3))
    expect(counts.unit(0)).toEqual(Uint8Array.of(1, 4))
    for (const index of [-1, 2]) expect(() => counts.bin(index)).toThrow(RangeError)
    for (const index of [-1, 3]) expect(() => counts.unit(index)).toThrow(RangeError)
  })

  test('is not made of too few or too many counts', () => {
    expect(() => new CountMatrix(Uint8Array.of(1), [1, 2])).toThrow('do not fill the shape [1, 2]')
    expect(() => new CountMatrix(Uint8Array.of(1, 2, 3), [1, 2])).toThrow(RangeError)
  })
})

import { describe, expect, test } from 'vitest'
import {
  largestCount,
  populationRate,
  spikeCount,
  toSparse,
  unitRates,
} from '../../src/domain/matrix-statistics.ts'

/** Bins 0, 1, 2 of units a, b. */
const matrix = { binCount: 3, unitCount: 2, counts: Uint8Array.of(1, 0, 0, 0, 3, 2) }
const withoutUnits = { binCount: 3, unitCount: 0, counts: new Uint8Array(0) }

describe('spikeCount', () => {
  test('sums all cells, beyond what a cell holds', () => {
    expect(spikeCount(matrix)).toBe(6)
    expect(spikeCount({ binCount: 1, unitCount: 2, counts: Uint8Array.of(255, 255) })).toBe(510)
    const large = Uint32Array.of(4_294_967_295, 4_294_967_295)
    expect(spikeCount({ binCount: 2, unitCount: 1, counts: large })).toBe(8_589_934_590)
  })

  test('is 0 without units', () => {
    expect(spikeCount(withoutUnits)).toBe(0)
  })
})

describe('largestCount', () => {
  test('finds the largest cell wherever it is', () => {
    expect(largestCount(matrix.counts)).toBe(3)
    expect(largestCount(Uint8Array.of(9, 0, 0, 0, 0, 0))).toBe(9)
    expect(largestCount(Uint8Array.of(0, 0, 0, 0, 0, 9))).toBe(9)
  })

  test('is 0 of none', () => {
    expect(largestCount(withoutUnits.counts)).toBe(0)
  })
})

describe('unitRates', () => {
  test('divides the spikes of each unit by the length of all bins', () => {
    expect(unitRates(matrix, 0.5)).toEqual(Float64Array.of(4 / 1.5, 2 / 1.5))
    expect(unitRates(matrix, 2)).toEqual(Float64Array.of(4 / 6, 2 / 6))
  })

  test('are none without units', () => {
    expect(unitRates(withoutUnits, 0.1)).toEqual(new Float64Array(0))
  })
})

describe('populationRate', () => {
  test('is the mean over the units in each bin', () => {
    expect(populationRate(matrix, 0.5)).toEqual(Float64Array.of(1, 0, 5))
  })

  test('is null without units, where there is no mean', () => {
    expect(populationRate(withoutUnits, 0.1)).toBeNull()
  })
})

describe('toSparse', () => {
  test('keeps the cells that are not 0, row by row', () => {
    expect(toSparse(matrix)).toEqual({
      indptr: Int32Array.of(0, 1, 1, 3),
      indices: Int32Array.of(0, 0, 1),
      data: Uint8Array.of(1, 3, 2),
    })
  })

  test('keeps the type of the counts', () => {
    const wide = { binCount: 1, unitCount: 2, counts: Uint16Array.of(0, 300) }
    expect(toSparse(wide)).toEqual({
      indptr: Int32Array.of(0, 1),
      indices: Int32Array.of(1),
      data: Uint16Array.of(300),
    })
  })

  test('has a row start for every bin, and one more, without units', () => {
    expect(toSparse(withoutUnits)).toEqual({
      indptr: Int32Array.of(0, 0, 0, 0),
      indices: new Int32Array(0),
      data: new Uint8Array(0),
    })
  })
})

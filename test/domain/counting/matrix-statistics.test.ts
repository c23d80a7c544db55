import { describe, expect, test } from 'vitest'
import {
  binCoverage,
  cellCoverage,
  largestCount,
  populationRate,
  spikeCount,
  toSparse,
  unitRates,
} from '../../../src/domain/counting/matrix-statistics.ts'

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

const cutAt = (size: number) => ({ start: 10, stop: 10 + 3 * size, size, count: 3 })
const always = [{ startTime: 0, stopTime: 99 }]
const never: readonly [] = []

describe('unitRates', () => {
  test('divides the spikes of each unit by the length of all bins', () => {
    expect(unitRates(matrix, cutAt(0.5), [always, always])).toEqual(
      Float64Array.of(4 / 1.5, 2 / 1.5),
    )
    expect(unitRates(matrix, cutAt(2), [always, always])).toEqual(Float64Array.of(4 / 6, 2 / 6))
  })

  test('divides them by the time in which the unit was observed, if that is less', () => {
    // unit a: half of the first bin, and the last; unit b: until before the window
    const stretches = [
      [
        { startTime: 5, stopTime: 11 },
        { startTime: 14, stopTime: 20 },
      ],
      [{ startTime: 0, stopTime: 10 }],
    ]
    expect(unitRates(matrix, cutAt(2), stretches)).toEqual(Float64Array.of(4 / 3, Number.NaN))
    expect(unitRates(matrix, cutAt(2), [never, always])).toEqual(Float64Array.of(Number.NaN, 2 / 6))
  })

  test('divides them by the time up to the end of the window, should the last bin end after it', () => {
    const bins = { start: 10, stop: 15.5, size: 2, count: 3 }
    const sinceTwelve = [{ startTime: 12, stopTime: 99 }]
    expect(unitRates(matrix, bins, [sinceTwelve, sinceTwelve])).toEqual(
      Float64Array.of(3 / 3.5, 2 / 3.5),
    )
  })

  test('are missing where a unit was observed for less than rounding makes', () => {
    const brief = [{ startTime: 10, stopTime: 10 + 2 ** -40 }]
    expect(unitRates(matrix, cutAt(2), [brief, brief])).toEqual(
      Float64Array.of(Number.NaN, Number.NaN),
    )
  })

  test('leaves out what was counted in bins of which nothing was observed', () => {
    const onlyFirst = [{ startTime: 10, stopTime: 12 }]
    expect(unitRates(matrix, cutAt(2), [onlyFirst, onlyFirst])).toEqual(Float64Array.of(0.5, 0))
  })

  test('are none without units', () => {
    expect(unitRates(withoutUnits, cutAt(0.1), [])).toEqual(new Float64Array(0))
  })
})

describe('populationRate', () => {
  test('is the mean over the units in each bin', () => {
    expect(populationRate(matrix, cutAt(0.5), [always, always])).toEqual(Float64Array.of(1, 0, 5))
  })

  test('is over the units that were observed, for as long as they were', () => {
    // unit a: all but the last quarter second; unit b: the first bin
    const stretches = [[{ startTime: 0, stopTime: 11.25 }], [{ startTime: 10, stopTime: 10.5 }]]
    expect(populationRate(matrix, cutAt(0.5), stretches)).toEqual(Float64Array.of(1, 0, 3 / 0.25))
    expect(populationRate(matrix, cutAt(0.5), [never, never])).toEqual(
      Float64Array.of(Number.NaN, Number.NaN, Number.NaN),
    )
  })

  test('is null without units, where there is no mean', () => {
    expect(populationRate(withoutUnits, cutAt(0.1), [])).toBeNull()
  })
})

describe('coverage of bins and cells', () => {
  test('is the part of each that was observed', () => {
    const stretches = [[{ startTime: 0, stopTime: 11.25 }], [{ startTime: 10, stopTime: 10.5 }]]
    expect(cellCoverage(cutAt(0.5), stretches)).toEqual(Float64Array.of(1, 1, 1, 0, 0.5, 0))
    expect(binCoverage(cutAt(0.5), stretches)).toEqual(Float64Array.of(1, 0.5, 0.25))
    expect(cellCoverage(cutAt(0.5), [always])).toEqual(Float64Array.of(1, 1, 1))
    expect(binCoverage(cutAt(0.5), [always, never])).toEqual(Float64Array.of(0.5, 0.5, 0.5))
  })
})

describe('toSparse', () => {
  test('keeps the cells that are not 0, row by row', async () => {
    expect(await toSparse(matrix)).toEqual({
      indptr: Int32Array.of(0, 1, 1, 3),
      indices: Int32Array.of(0, 0, 1),
      data: Uint8Array.of(1, 3, 2),
    })
  })

  test('is the same of a matrix that takes several turns', async () => {
    const counts = new Uint8Array(3 * 2 ** 20)
    for (const [cell, count] of [
      [0, 1],
      [2 ** 20 - 1, 2],
      [2 ** 20, 3],
      [counts.length - 1, 4],
    ] as const) {
      counts[cell] = count
    }
    const sparse = await toSparse({ binCount: 3 * 2 ** 18, unitCount: 4, counts })
    expect(sparse.indices).toEqual(Int32Array.of(0, 3, 0, 3))
    expect(sparse.data).toEqual(Uint8Array.of(1, 2, 3, 4))
    const rowEnds = [0, 1, 2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 3 * 2 ** 18 - 1, 3 * 2 ** 18]
    expect(rowEnds.map((row) => sparse.indptr[row])).toEqual([0, 1, 1, 2, 3, 3, 4])
  })

  test('keeps the type of the counts', async () => {
    const wide = { binCount: 1, unitCount: 2, counts: Uint16Array.of(0, 300) }
    expect(await toSparse(wide)).toEqual({
      indptr: Int32Array.of(0, 1),
      indices: Int32Array.of(1),
      data: Uint16Array.of(300),
    })
  })

  test('has a row start for every bin, and one more, without units', async () => {
    expect(await toSparse(withoutUnits)).toEqual({
      indptr: Int32Array.of(0, 0, 0, 0),
      indices: new Int32Array(0),
      data: new Uint8Array(0),
    })
  })
})

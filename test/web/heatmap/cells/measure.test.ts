import { describe, expect, test } from 'vitest'
import {
  type Counts,
  type MeasureName,
  measureCounts,
  measured,
} from '../../../../web/src/heatmap/cells/measure.ts'
import { colourLimit, largestCount } from '../../../../web/src/heatmap/colours/colour-limit.ts'

// Four bins of three units: one that grows, one that is silent, one that never changes.
const counts: Counts = {
  shape: [4, 3],
  data: Uint8Array.of(0, 0, 2, 2, 0, 2, 4, 0, 2, 6, 0, 2),
}

function cells(name: MeasureName, unit: number, binSize = 0.1) {
  const measure = measureCounts(counts, name, binSize)
  return [0, 1, 2, 3].map((bin) => measured(measure, unit, counts.data[bin * 3 + unit]))
}

describe('a measure', () => {
  test('leaves gaps out of means, deviations and colours', () => {
    const gaps = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0)
    const { offsets, divisors } = measureCounts({ ...counts, gaps }, 'zscore', 1)
    expect([...offsets]).toEqual([3, 0, 2])
    expect([...divisors]).toEqual([1, 0, 0])
    expect(largestCount([{ ...counts, gaps }])).toBe(4)
    expect(colourLimit([{ ...counts, gaps }], 'counts', 1)).toBe(4)
  })

  test('counts are the spikes of a bin', () => {
    expect(cells('counts', 0)).toEqual([0, 2, 4, 6])
  })

  test('Hz are counts divided by the width of a bin', () => {
    expect(cells('hz', 0, 0.5)).toEqual([0, 4, 8, 12])
    expect(cells('hz', 0, 0.1)).toEqual([0, 2 / 0.1, 4 / 0.1, 6 / 0.1])
  })

  test('z-scores count population standard deviations from the mean of the unit', () => {
    // Mean 3, squares 9 1 1 9: deviation sqrt(5).
    expect(cells('zscore', 0)).toEqual([-3, -1, 1, 3].map((value) => value / Math.sqrt(5)))
  })

  test('a unit whose count never changes has no z-score, silent or not', () => {
    expect(cells('zscore', 1)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
    expect(cells('zscore', 2)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })
})

describe('where colours end', () => {
  test('one cell in a thousand may lie beyond: a single burst does not darken the rest', () => {
    const burst: Counts = { shape: [1000, 1], data: new Uint16Array(1000).fill(3).fill(400, 0, 1) }
    expect(colourLimit([burst], 'counts', 0.1)).toBe(3)
    const bursts: Counts = { shape: [1000, 1], data: new Uint16Array(1000).fill(3).fill(400, 0, 2) }
    expect(colourLimit([bursts], 'counts', 0.1)).toBe(400)
    expect(largestCount([burst])).toBe(400)
  })

  test('one limit holds for all matrices, in Hz for rates', () => {
    const more: Counts = { shape: [1, 1], data: Uint8Array.of(9) }
    expect(colourLimit([counts, more], 'counts', 0.5)).toBe(9)
    expect(colourLimit([counts, more], 'hz', 0.5)).toBe(18)
    expect(colourLimit([counts, more], 'zscore', 0.5)).toBe(3)
  })

  test('without spikes, or without cells, it is one spike', () => {
    const silent: Counts = { shape: [2, 2], data: new Uint8Array(4) }
    const empty: Counts = { shape: [1000, 0], data: new Uint8Array(0) }
    expect(colourLimit([silent], 'counts', 0.1)).toBe(1)
    expect(colourLimit([empty], 'hz', 0.1)).toBe(10)
    expect(colourLimit([], 'counts', 0.1)).toBe(1)
  })
})

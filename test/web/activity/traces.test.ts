import { describe, expect, test } from 'vitest'
import { populationRate } from '../../../web/src/activity/traces/population-rate.ts'
import { gapsBetween, lineThrough } from '../../../web/src/activity/traces/running-line.ts'
import { smoothRate } from '../../../web/src/activity/traces/smooth-rate.ts'
import { Gap } from '../../../web/src/heatmap/cells/measure.ts'

describe('the population rate', () => {
  test('is the mean over the units of each bin, in Hz', () => {
    const counts = { shape: [2, 3] as const, data: Uint8Array.of(1, 0, 5, 0, 0, 3) }
    expect(populationRate(counts, 0.5, [1, 1])).toEqual([4, 2])
  })

  test('is over the time that was observed, and null where none was', () => {
    const counts = { shape: [2, 2] as const, data: Uint8Array.of(1, 2, 0, 0) }
    expect(populationRate(counts, 0.5, [0.75, 0])).toEqual([4, null])
  })

  test('leaves out units whose bin is a gap', () => {
    const data = Uint8Array.of(1, 5, 2, 2, 4, 4)
    const gaps = Uint8Array.of(0, Gap.INVALID, Gap.NOT_RECORDED, 0, Gap.INVALID, Gap.INVALID)
    const counts = { shape: [3, 2] as const, data, gaps }
    expect(populationRate(counts, 0.5, [1, 0.5, 1])).toEqual([2, 4, null])
  })

  test('is none without units', () => {
    expect(populationRate({ shape: [2, 0], data: new Uint8Array(0) }, 0.5, null)).toBeNull()
  })
})

describe('a smoothed rate', () => {
  test('weighs bins by a Gaussian, and leaves out gaps and what lies beyond the ends', () => {
    // Weights 1, exp(-1 / 2) and exp(-2): 3 * 0.1353 / 1.1353 and 3 / 1.1353.
    const [first, gap, last] = smoothRate([0, null, 3], 1)
    expect(first).toBeCloseTo(0.35761, 5)
    expect(gap).toBeNull()
    expect(last).toBeCloseTo(2.64239, 5)
  })

  test('is what it was where it does not change', () => {
    for (const rate of smoothRate([2, 2, 2, 2], 5)) expect(rate).toBeCloseTo(2, 12)
  })
})

describe('a line through bins', () => {
  test('goes on across bins shorter than the steps between samples', () => {
    const times = Float64Array.of(0, 0.25, 0.5, 0.75, 1)
    expect(lineThrough(times, [1, null, 2, null, 3])).toEqual({
      times: Float64Array.of(0, 0.5, 1),
      values: [1, 2, 3],
    })
  })

  test('is broken where there is nothing for more than a second', () => {
    const times = Float64Array.of(0, 0.5, 1, 1.5, 2)
    expect(lineThrough(times, [1, null, 2, null, 3])).toEqual({
      times: Float64Array.of(0, 1, 2),
      values: [1, 2, 3],
    })
    const fine = Float64Array.of(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5)
    expect(lineThrough(fine, [1, null, null, null, null, 2, 3])).toEqual({
      times: Float64Array.of(0, 0.625, 1.25, 1.5),
      values: [1, null, 2, 3],
    })
  })

  test('is broken only by more than two empty bins, however wide they are', () => {
    const times = Float64Array.of(0, 10, 20, 30, 40)
    expect(lineThrough(times, [1, null, null, 4, 5]).values).toEqual([1, 4, 5])
    expect(lineThrough(times, [1, null, null, null, 5]).values).toEqual([1, null, 5])
  })
})

describe('gaps between samples', () => {
  const times = Float64Array.of(0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25)

  test('are where a line is broken, and at both ends', () => {
    expect(gapsBetween(times, [null, null, null, 1, null, 2, null])).toEqual([
      { start: 0, stop: 1.5 },
    ])
    expect(gapsBetween(times, [1, null, 2, null, null, null, null])).toEqual([
      { start: 1.5, stop: 3.5 },
    ])
    expect(gapsBetween(times, [1, null, null, 2, null, null, 3])).toEqual([])
  })

  test('are any bins without a value where none may be missing', () => {
    expect(gapsBetween(times, [1, null, 2, 3, 4, null, null], 0)).toEqual([
      { start: 0.5, stop: 1 },
      { start: 2.5, stop: 3.5 },
    ])
  })
})

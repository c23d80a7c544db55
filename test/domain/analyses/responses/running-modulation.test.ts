import { describe, expect, test } from 'vitest'
import { runningModulation } from '../../../../src/domain/analyses/responses/running-modulation.ts'

const modulation = (counts: number[], speeds: number[], unknownIsStill = false) =>
  runningModulation(Float64Array.from(counts), Float64Array.from(speeds), unknownIsStill)

describe('running modulation', () => {
  test('is the difference over the larger mean, negative where the unit fires more at rest', () => {
    expect(modulation([6, 2, 1, 3], [1, 20, 0.99, -3]).modulation).toBe((4 - 2) / 4)
    expect(modulation([1, 3, 6, 2], [1, 20, 0.99, -3]).modulation).toBe(-(4 - 2) / 4)
  })

  test('is -1 of a unit that is silent while the animal runs, and 1 of one that is so at rest', () => {
    expect(modulation([0, 0, 2, 4], [5, 5, 0, 0]).modulation).toBe(-1)
    expect(modulation([2, 4, 0, 0], [5, 5, 0, 0]).modulation).toBe(1)
  })

  test('has the p-value of Welch’s test', () => {
    // t = 2 / sqrt(4 + 1) with (4 + 1)² / (4² + 1²) degrees of freedom
    expect(modulation([6, 2, 1, 3], [5, 5, 0, 0]).pValue).toBeCloseTo(0.4931327081208468, 13)
  })

  test('takes an unknown speed for standing still only where the AllenSDK’s way is asked for', () => {
    const { NaN: nan } = Number
    expect(modulation([6, 2, 1, 3], [5, 5, 0, nan], true).modulation).toBe(0.5)
    expect(modulation([6, 2, 1, 3], [5, 5, 0, nan]).modulation).toBeNaN()
  })

  test('is unknown with fewer than two presentations of either kind, and without spikes', () => {
    expect(modulation([6, 2, 1], [5, 5, 0])).toEqual({ modulation: Number.NaN, pValue: Number.NaN })
    expect(modulation([6, 2, 1], [5, 0, 0]).modulation).toBeNaN()
    expect(modulation([0, 0, 0, 0], [5, 5, 0, 0]).modulation).toBeNaN()
  })
})

import { describe, expect, test } from 'vitest'
import {
  globalSelectivity,
  pairSelectivity,
} from '../../../../src/domain/analyses/responses/orientation-selectivity.ts'

const directions = Float64Array.of(0, 45, 90, 135, 180, 225, 270, 315)
const tuning = (...responses: number[]) => ({
  orientations: directions,
  responses: Float64Array.from(responses),
})

describe('global selectivity', () => {
  test('of opposite directions alone is 1 for orientation and 0 for direction', () => {
    const opposite = tuning(1, 0, 0, 0, 1, 0, 0, 0)
    expect(globalSelectivity(opposite, 2)).toBeCloseTo(1, 15)
    expect(globalSelectivity(opposite, 1)).toBeCloseTo(0, 15)
  })

  test('of one direction is 1 for both', () => {
    expect(globalSelectivity(tuning(0, 0, 0, 3, 0, 0, 0, 0), 2)).toBeCloseTo(1, 15)
    expect(globalSelectivity(tuning(0, 0, 0, 3, 0, 0, 0, 0), 1)).toBeCloseTo(1, 15)
  })

  test('of unequal responses is the length of their mean vector', () => {
    const quarter = { orientations: Float64Array.of(0, 90), responses: Float64Array.of(3, 1) }
    expect(globalSelectivity(quarter, 2)).toBeCloseTo(0.5, 15)
    expect(globalSelectivity(quarter, 1)).toBeCloseTo(Math.sqrt(10) / 4, 15)
  })

  test('is unknown without responses, and without orientations', () => {
    expect(globalSelectivity(tuning(0, 0, 0, 0, 0, 0, 0, 0), 2)).toBeNaN()
    const none = { orientations: new Float64Array(0), responses: new Float64Array(0) }
    expect(globalSelectivity(none, 1)).toBeNaN()
  })
})

describe('selectivity by two responses', () => {
  test('compares the largest with the mean of those across', () => {
    // The largest is at 45; 135 and 315 are across, 225 is opposite.
    const unit = tuning(0, 6, 0, 2, 0, 3, 0, 4)
    expect(pairSelectivity(unit, [90, -90], 360)).toBe((6 - 3) / (6 + 3))
    expect(pairSelectivity(unit, [180], 360)).toBe((6 - 3) / (6 + 3))
  })

  test('of orientations returns after 180 degrees', () => {
    const orientations = Float64Array.of(0, 30, 60, 90, 120, 150)
    const unit = { orientations, responses: Float64Array.of(0, 0, 1, 0, 0, 5) }
    expect(pairSelectivity(unit, [90, -90], 180)).toBe((5 - 1) / (5 + 1))
  })

  test('is unknown where nothing was shown across, and without responses', () => {
    const half = { orientations: Float64Array.of(0, 45), responses: Float64Array.of(1, 2) }
    expect(pairSelectivity(half, [180], 360)).toBeNaN()
    expect(pairSelectivity(tuning(0, 0, 0, 0, 0, 0, 0, 0), [180], 360)).toBeNaN()
  })
})

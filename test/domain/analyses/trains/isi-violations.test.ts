import { describe, expect, test } from 'vitest'
import {
  isiViolations,
  violationRatio,
} from '../../../../src/domain/analyses/trains/isi-violations.ts'

const rule = { threshold: 0.0015, minimum: 0, dropsDuplicates: false }
/** Intervals of 0, 1, 1.5 and 997.5 ms. */
const spikeTimes = Float64Array.of(0, 0, 0.001, 0.0025, 1)

describe('isiViolations', () => {
  test('counts intervals shorter than the threshold, and none of just its length', () => {
    const times = Float64Array.of(0, 0.25, 0.75, 1.75)
    expect(isiViolations(times, [[0, 4]], { ...rule, threshold: 0.5 })).toEqual({
      count: 1,
      spikeCount: 4,
    })
  })

  test('counts them late on the clock', () => {
    const times = Float64Array.of(1000, 1000.25, 1001)
    expect(isiViolations(times, [[0, 3]], { ...rule, threshold: 0.5 }).count).toBe(1)
  })

  test('leaves out duplicates first, where the rule says so', () => {
    expect(isiViolations(spikeTimes, [[0, 5]], rule).count).toBe(2)
    expect(isiViolations(spikeTimes, [[0, 5]], { ...rule, dropsDuplicates: true })).toEqual({
      count: 1,
      spikeCount: 4,
    })
  })

  test('drops each spike that comes too soon after the one before, also after one dropped', () => {
    const times = Float64Array.of(0, 0.25, 0.5, 2)
    const dropping = { threshold: 1, minimum: 0.25, dropsDuplicates: true }
    expect(isiViolations(times, [[0, 4]], dropping)).toEqual({ count: 0, spikeCount: 2 })
  })

  test('has none between runs, and none without spikes', () => {
    const runs = [
      [0, 1],
      [1, 5],
    ] as const
    expect(isiViolations(spikeTimes, runs, rule)).toEqual({ count: 1, spikeCount: 5 })
    expect(isiViolations(spikeTimes, [], rule)).toEqual({ count: 0, spikeCount: 0 })
  })
})

describe('violationRatio', () => {
  test('compares the rate of violations with that of the unit', () => {
    // 3 violations in 2 * 100 * 0.0015 s are 10 Hz; the unit fires at 5 Hz.
    expect(violationRatio({ count: 3, spikeCount: 100 }, rule, 20)).toBeCloseTo(2, 14)
    expect(violationRatio({ count: 3, spikeCount: 100 }, rule, 0.5)).toBeCloseTo(0.05, 14)
    const minimum = { ...rule, minimum: 0.0005 }
    expect(violationRatio({ count: 3, spikeCount: 100 }, minimum, 20)).toBeCloseTo(3, 14)
  })

  test('is NaN without spikes, and without observed time', () => {
    expect(violationRatio({ count: 0, spikeCount: 0 }, rule, 20)).toBeNaN()
    expect(violationRatio({ count: 3, spikeCount: 100 }, rule, 0)).toBeNaN()
  })
})

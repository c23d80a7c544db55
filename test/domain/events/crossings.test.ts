import { describe, expect, test } from 'vitest'
import { type CrossingRule, findCrossings } from '../../../src/domain/events/crossings.ts'

const none = Number.NaN

/** One sample a second. */
const crossings = (values: number[], rule: Partial<CrossingRule> = {}) => [
  ...findCrossings(
    Float64Array.from(values, (_, second) => second),
    Float64Array.from(values),
    { threshold: 1, hold: null, minDuration: 0, ...rule },
  ),
]

describe('crossings of a threshold', () => {
  test('are the samples at or above it whose sample before is below it', () => {
    expect(crossings([0, 1, 2, 0.5, 3])).toEqual([1, 4])
  })

  test('are not at the first sample: nothing is known of the time before', () => {
    expect(crossings([5, 5, 0, 5])).toEqual([3])
    expect(crossings([])).toEqual([])
  })

  test('need all samples of the hold time below, of which there must be one', () => {
    expect(crossings([0, 5, 0, 5, 0, 0, 5], { hold: 2 })).toEqual([1, 6])
    // Sample 3 lies exactly 2 s after sample 1, which is looked at, too.
    expect(crossings([5, 5, 0, 5], { hold: 2 })).toEqual([])
    expect(crossings([0, 5], { hold: 0.5 })).toEqual([])
    expect(crossings([0, 5], { hold: 1 })).toEqual([1])
  })

  test('count only if the signal stays there; at the end of the duration it may fall', () => {
    expect(crossings([0, 2, 2, 0, 2, 0], { minDuration: 2 })).toEqual([1])
    expect(crossings([0, 2, 2], { minDuration: 10 })).toEqual([1])
  })

  test('stay as long as the signal is at the threshold', () => {
    expect(crossings([0, 2, 1, 2], { minDuration: 3 })).toEqual([1])
  })

  test('are not at a sample of the same time as the one before', () => {
    const rule = { threshold: 1, hold: null, minDuration: 0 }
    const times = Float64Array.of(0, 1, 1)
    expect([...findCrossings(times, Float64Array.of(0, 0, 2), rule)]).toEqual([])
  })

  test('take missing values as not sampled', () => {
    expect(crossings([0, none, 2, none, 2, 0], { minDuration: 3 })).toEqual([2])
    expect(crossings([none, 2, none])).toEqual([])
    expect(crossings([0, none, none, 2], { hold: 2 })).toEqual([])
  })
})

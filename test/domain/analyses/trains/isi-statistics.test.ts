import { describe, expect, test } from 'vitest'
import { isiStatistics } from '../../../../src/domain/analyses/trains/isi-statistics.ts'

/** Spikes whose intervals are 0.3, 4.5, 6.7 and 9.3 s. */
const spikeTimes = Float64Array.of(0, 0.3, 4.8, 11.5, 20.8)

describe('isiStatistics', () => {
  test('gives the published measures of a train', () => {
    const { count, mean, cv, cv2, lv } = isiStatistics(spikeTimes, [[0, 5]])
    expect(count).toBe(4)
    expect(mean).toBeCloseTo(5.2, 14)
    // The deviations from 5.2 are -4.9, -0.7, 1.5 and 4.1; their squares have the mean 10.89 -
    // 0.105.
    expect(cv).toBeCloseTo(Math.sqrt((24.01 + 0.49 + 2.25 + 16.81) / 4) / 5.2, 14)
    expect(cv2).toBeCloseTo(0.8226190476190478, 14)
    expect(lv).toBeCloseTo(0.8306154336734695, 14)
  })

  test('has no interval from one run to the next, and pairs none across', () => {
    // Intervals 0.3 and 4.5 in the first run, 9.3 alone in the second: one pair.
    const { count, mean, cv, cv2, lv } = isiStatistics(spikeTimes, [
      [0, 3],
      [3, 5],
    ])
    expect(count).toBe(3)
    // The deviations from 4.7 are -4.4, -0.2 and 4.6.
    expect(cv).toBeCloseTo(Math.sqrt((19.36 + 0.04 + 21.16) / 3) / 4.7, 14)
    expect(mean).toBeCloseTo((0.3 + 4.5 + 9.3) / 3, 14)
    expect(cv2).toBeCloseTo((2 * 4.2) / 4.8, 14)
    expect(lv).toBeCloseTo(3 * (4.2 / 4.8) ** 2, 14)
  })

  test('gives the mean of one interval, and nothing that needs two', () => {
    expect(isiStatistics(spikeTimes, [[0, 2]])).toEqual({
      count: 1,
      mean: 0.3,
      cv: Number.NaN,
      cv2: Number.NaN,
      lv: Number.NaN,
    })
  })

  test('gives nothing for a single spike, and for none', () => {
    const nothing = { count: 0, mean: Number.NaN, cv: Number.NaN, cv2: Number.NaN }
    expect(isiStatistics(spikeTimes, [[0, 1]])).toMatchObject(nothing)
    expect(isiStatistics(spikeTimes, [])).toMatchObject(nothing)
  })

  test('takes nothing of a spike that is a run by itself', () => {
    const runs = [[0, 3] as const]
    expect(isiStatistics(spikeTimes, [...runs, [3, 4]])).toEqual(isiStatistics(spikeTimes, runs))
  })

  test('leaves out two intervals of 0 after others that are short', () => {
    // Intervals 0.25, 0.5, 0 and 0: the pairs that have a ratio are 0.25 and 0.5, 0.5 and 0.
    const { cv2, lv } = isiStatistics(Float64Array.of(0, 0.25, 0.75, 0.75, 0.75), [[0, 5]])
    expect(cv2).toBeCloseTo(2 * ((1 / 3 + 1) / 2), 14)
    expect(lv).toBeCloseTo(3 * ((1 / 9 + 1) / 2), 14)
  })

  test('leaves out two intervals of 0 in a row, which have no ratio', () => {
    const { cv, cv2, lv } = isiStatistics(Float64Array.of(1, 1, 1, 3), [[0, 4]])
    expect(cv2).toBe(2)
    expect(lv).toBe(3)
    expect(cv).toBeCloseTo(Math.SQRT2, 14)
  })

  test('leaves them out within a run, too', () => {
    // Intervals 0, 0, 2 and 1: the pairs that have a ratio are 0 and 2, 2 and 1.
    const times = Float64Array.of(0, 1, 1, 1, 3, 4, 9)
    const { cv2, lv } = isiStatistics(times, [[1, 6]])
    expect(cv2).toBeCloseTo(2 * ((1 + 1 / 3) / 2), 14)
    expect(lv).toBeCloseTo(3 * ((1 + 1 / 9) / 2), 14)
  })

  test('has a CV of two intervals', () => {
    expect(isiStatistics(Float64Array.of(0, 1, 4), [[0, 3]]).cv).toBe(0.5)
  })

  test('has no CV where all spikes come at once', () => {
    expect(isiStatistics(Float64Array.of(2, 2, 2), [[0, 3]])).toMatchObject({
      mean: 0,
      cv: Number.NaN,
      cv2: Number.NaN,
    })
  })

  test('is 0 for a regular train', () => {
    expect(isiStatistics(Float64Array.of(1, 2, 3, 4), [[0, 4]])).toEqual({
      count: 3,
      mean: 1,
      cv: 0,
      cv2: 0,
      lv: 0,
    })
  })

  test('keeps its digits late on the clock', () => {
    const late = Float64Array.from(
      { length: 1001 },
      (_, spike) => 2 ** 20 + spike + (spike % 2) / 4,
    )
    // Intervals are 1.25 and 0.75 in turn.
    const { mean, cv, cv2 } = isiStatistics(late, [[0, late.length]])
    expect(mean).toBe(1)
    expect(cv).toBe(0.25)
    expect(cv2).toBeCloseTo(0.5, 14)
  })
})

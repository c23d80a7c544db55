import { describe, expect, test } from 'vitest'
import { findPeaks, type PeakWindow } from '../../../src/domain/analyses/response-peaks.ts'

const none = Number.NaN
const edges = Float64Array.of(-2, -1, 0, 1, 2, 3)

/** One unit. */
const peak = (means: number[], window: Partial<PeakWindow> = {}) => {
  const found = findPeaks(Float64Array.from(means), edges, {
    from: 0,
    until: null,
    baseline: null,
    ...window,
  })
  return [found.peaks[0], found.timesToPeak[0], found.halfRiseTimes[0]]
}

describe('the peak of a response', () => {
  test('is the first of the largest means from the onset on, at the centre of its bin', () => {
    expect(peak([9, 1, 2, 6, 6]).slice(0, 2)).toEqual([6, 1.5])
    expect(peak([9, 1, 8, 6, 6]).slice(0, 2)).toEqual([8, 0.5])
  })

  test('has risen half where the mean reaches the middle of baseline and peak', () => {
    // Baseline 1, peak 9: half of the way is 5.
    expect(peak([1, 1, 4, 5, 9])[2]).toBe(1.5)
    expect(peak([1, 1, 4, 4.9, 9])[2]).toBe(2.5)
    expect(peak([0, 4, 3, 5, 6], { baseline: { from: -1, to: 0 } })[2]).toBe(1.5)
  })

  test('has risen half from the baseline that is given, not from the bins before the onset', () => {
    // From 4 to 6, of which 5 is half; from the mean of the two bins before, 2, it would be 4.
    expect(peak([0, 4, 3, 4.5, 6], { baseline: { from: -1, to: 0 } })[2]).toBe(2.5)
  })

  test('may be in the first bin', () => {
    const window = { from: -2, baseline: { from: 0, to: 1 } }
    expect(peak([9, 1, 2, 6, 6], window)).toEqual([9, -1.5, -1.5])
  })

  test('has risen half from a baseline that does not begin with the first bin', () => {
    // From 2 to 8, of which 5 is half.
    const window = { baseline: { from: -1, to: 1 } }
    expect(peak([6, 2, 2, 5, 8], window)).toEqual([8, 2.5, 1.5])
  })

  test('is looked for in the window alone', () => {
    expect(peak([0, 0, 1, 2, 9], { until: 2 })).toEqual([2, 1.5, 0.5])
    expect(peak([0, 0, 9, 2, 3], { from: 1 }).slice(0, 2)).toEqual([3, 2.5])
  })

  test('of a silent unit is 0, at no time', () => {
    expect(peak([0, 0, 0, 0, 0])).toEqual([0, none, none])
  })

  test('is missing where no bin has a mean, and leaves out those without', () => {
    expect(peak([1, 1, none, none, none])).toEqual([none, none, none])
    expect(peak([1, 1, none, 4, none])).toEqual([4, 1.5, 1.5])
  })

  test('without a baseline has no half rise', () => {
    expect(peak([none, none, 1, 2, 3])).toEqual([3, 2.5, none])
    expect(peak([1, 1, 1, 2, 3], { from: -2 })).toEqual([3, 2.5, none])
  })

  test('below its baseline has no half rise', () => {
    expect(peak([4, 4, 1, 2, 3])).toEqual([3, 2.5, none])
  })

  test('is found unit by unit', () => {
    const found = findPeaks(Float64Array.of(0, 0, 0, 0, 1, 5, 2, 4, 3, 3), edges, {
      from: 0,
      until: null,
      baseline: null,
    })
    expect([...found.peaks]).toEqual([3, 5])
    expect([...found.timesToPeak]).toEqual([2.5, 0.5])
  })

  test('needs a bin', () => {
    expect(() => peak([0, 0, 0, 0, 0], { from: 2.5 })).toThrow('No bin lies wholly within 2.5')
  })
})

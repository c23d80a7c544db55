import { describe, expect, test } from 'vitest'
import { fanoFactor } from '../../../../src/domain/analyses/trains/fano-factor.ts'
import { IntervalBins } from '../../../../src/domain/analyses/trains/interval-bins.ts'
import {
  allenPresenceRatio,
  presenceRatio,
} from '../../../../src/domain/analyses/trains/presence-ratio.ts'
import { TooManyBinsError } from '../../../../src/errors.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const countsOf = (bins: IntervalBins, times: readonly number[]) => {
  const counts: number[] = []
  bins.forEachCount(Float64Array.from(times), null, (count) => counts.push(count))
  return counts
}

describe('IntervalBins', () => {
  test('cuts each interval from its start, and leaves out what remains', () => {
    const bins = new IntervalBins([span(0, 2.5), span(10, 13)], 1)
    expect(bins.binCount).toBe(5)
    expect(countsOf(bins, [0, 0.5, 1, 2.2, 10, 12.9, 13])).toEqual([2, 1, 1, 1])
  })

  test('counts a spike on an edge in the bin that starts there', () => {
    const bins = new IntervalBins([span(0, 10)], 0.1)
    expect(bins.binCount).toBe(100)
    // 43 * 0.1 / 0.1 is less than 43; both spikes are in bin 43.
    expect(countsOf(bins, [42 * 0.1, 43 * 0.1, 4.35])).toEqual([1, 2])
  })

  test('counts a spike just before an edge in the bin before it', () => {
    const bins = new IntervalBins([span(0, 10)], 0.1)
    // 1.7 / 0.1 is 17, but 17 * 0.1 is 1.7000000000000002.
    expect(countsOf(bins, [1.7, 17 * 0.1])).toEqual([1, 1])
  })

  test('leaves out a spike at the stop, though the last edge is rounded to after it', () => {
    // 3 * 0.1 is 0.30000000000000004.
    expect(countsOf(new IntervalBins([span(0, 0.3)], 0.1), [0.25, 0.3])).toEqual([1])
  })

  test('has only whole bins that were observed, whatever remains', () => {
    const bins = new IntervalBins([span(0, 2.5), span(10, 13)], 1)
    expect(bins.observedCount([span(0, 99)])).toBe(5)
    expect(bins.observedCount([span(0.5, 12)])).toBe(3)
  })

  test('has no bins in an interval that is too short, or stops before it starts', () => {
    expect(new IntervalBins([span(0, 0.5), span(3, 2)], 1).binCount).toBe(0)
  })

  test('refuses more bins than a matrix may have', () => {
    expect(new IntervalBins([span(0, 1000)], 0.001).binCount).toBe(1_000_000)
    expect(() => new IntervalBins([span(0, 2000)], 0.001)).toThrow(TooManyBinsError)
  })
})

describe('fanoFactor', () => {
  test('is the variance of the counts over their mean', () => {
    const bins = new IntervalBins([span(0, 2)], 1)
    const spikes = Float64Array.of(0.1, 0.2, 0.3, 0.4, 1.1, 1.2, 1.3)
    // Counts 4 and 3: 0.25 / 3.5.
    expect(fanoFactor(spikes, bins, null)).toBeCloseTo(0.0714285714285714, 14)
  })

  test('takes empty bins into account', () => {
    const bins = new IntervalBins([span(0, 4)], 1)
    expect(fanoFactor(Float64Array.of(0.5, 0.6), bins, null)).toBe(1.5)
  })

  test('leaves out bins that were not wholly observed', () => {
    const bins = new IntervalBins([span(0, 4)], 1)
    const spikes = Float64Array.of(0.1, 0.2, 0.3, 1.1, 2.5, 3.5)
    // Only the bins from 0 and 1 were: counts 3 and 1.
    expect(fanoFactor(spikes, bins, [span(0, 2.6)])).toBe(0.5)
  })

  test('is NaN without spikes, and without bins', () => {
    expect(fanoFactor(new Float64Array(0), new IntervalBins([span(0, 4)], 1), null)).toBeNaN()
    expect(fanoFactor(Float64Array.of(0.5), new IntervalBins([span(0, 0.7)], 1), null)).toBeNaN()
  })
})

describe('presenceRatio', () => {
  test('is the part of the bins that hold a spike', () => {
    const bins = new IntervalBins([span(0, 60), span(100, 160)], 20)
    expect(presenceRatio(Float64Array.of(1, 2, 30, 59, 119.9), bins, null)).toBe(4 / 6)
  })

  test('takes only bins that were wholly observed', () => {
    const bins = new IntervalBins([span(0, 60)], 20)
    expect(presenceRatio(Float64Array.of(1, 45), bins, [span(0, 20), span(30, 60)])).toBe(1)
  })

  test('takes all bins that were wholly observed', () => {
    const bins = new IntervalBins([span(0, 60)], 20)
    expect(presenceRatio(Float64Array.of(1), bins, [span(0, 20), span(30, 60)])).toBe(1 / 2)
  })

  test('is 0 without spikes, and NaN without bins', () => {
    expect(presenceRatio(new Float64Array(0), new IntervalBins([span(0, 60)], 20), null)).toBe(0)
    expect(presenceRatio(new Float64Array(0), new IntervalBins([], 20), null)).toBeNaN()
  })
})

describe('allenPresenceRatio', () => {
  test('has 99 bins, divides by 100, and so is 0.99 at most', () => {
    const everySecond = Float64Array.from({ length: 100 }, (_, time) => time)
    expect(allenPresenceRatio(everySecond, [{ ...span(0, 99), includesStop: true }])).toBe(0.99)
    expect(allenPresenceRatio(Float64Array.of(0, 0.5, 98.5), [span(0, 99)])).toBe(0.02)
  })

  test('has bins from the first start on, of any width', () => {
    // Bins of 2 s.
    expect(allenPresenceRatio(Float64Array.of(10.5, 11.5, 12.1, 207), [span(10, 208)])).toBe(0.03)
  })

  test('counts a spike at the very end in the last bin', () => {
    const interval = { ...span(0, 99), includesStop: true }
    expect(allenPresenceRatio(Float64Array.of(99), [interval])).toBe(0.01)
    expect(allenPresenceRatio(Float64Array.of(98, 99), [interval])).toBe(0.01)
  })

  test('spans all intervals, and counts the spikes within them', () => {
    expect(allenPresenceRatio(Float64Array.of(1, 50, 90), [span(0, 10), span(80, 99)])).toBe(0.02)
  })

  test('is 0 without spikes, and NaN without time', () => {
    expect(allenPresenceRatio(new Float64Array(0), [span(0, 99)])).toBe(0)
    expect(allenPresenceRatio(Float64Array.of(1), [])).toBeNaN()
    expect(allenPresenceRatio(Float64Array.of(1), [span(1, 1)])).toBeNaN()
  })
})

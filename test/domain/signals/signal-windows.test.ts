import { describe, expect, test } from 'vitest'
import type { EdgeRule } from '../../../src/domain/alignment/edge-rule.ts'
import { cutIntoBins } from '../../../src/domain/counting/bins.ts'
import type { SampleStatistic } from '../../../src/domain/signals/sample-statistics.ts'
import type { SignalSamples } from '../../../src/domain/signals/signal-samples.ts'
import {
  type SignalWindows,
  spanOfWindows,
  summarizeInWindows,
} from '../../../src/domain/signals/signal-windows.ts'

const none = Number.NaN

/** Samples of a moment. */
const at = (times: number[], values: number[]): SignalSamples => ({
  startTimes: Float64Array.from(times),
  stopTimes: null,
  values: Float64Array.from(values),
})

const edges = (edgeRule: EdgeRule, starts: number[], ...bins: number[]): SignalWindows => ({
  kind: 'edges',
  startTimes: Float64Array.from(starts),
  edges: Float64Array.from(bins),
  edgeRule,
})

const whole = (edgeRule: EdgeRule, starts: number[], stops: number[]): SignalWindows => ({
  kind: 'whole',
  startTimes: Float64Array.from(starts),
  stopTimes: Float64Array.from(stops),
  edgeRule,
})

const summary = async (
  samples: SignalSamples,
  windows: SignalWindows,
  statistic: SampleStatistic = 'mean',
) => [...(await summarizeInWindows(samples, windows, statistic))]

describe('a signal in bins of the clock', () => {
  const bins = (startTime: number, stopTime: number, size: number): SignalWindows => ({
    kind: 'bins',
    bins: cutIntoBins({ startTime, stopTime }, size),
  })

  test('is the mean of the samples in each bin; a bin without samples is missing', async () => {
    expect(await summary(at([10.1, 10.2, 11.6], [2, 4, 7]), bins(10, 12, 0.5))).toEqual([
      3,
      none,
      none,
      7,
    ])
  })

  test('has a sample on an edge in the bin that starts there, on the last one in the last', async () => {
    expect(await summary(at([10, 10.5, 12], [1, 2, 3]), bins(10, 12, 0.5))).toEqual([1, 2, none, 3])
  })

  test('leaves out samples outside of the window, and missing values', async () => {
    const samples = at([9.99, 10.2, 10.3, 12.01], [100, none, 5, 100])
    expect(await summary(samples, bins(10, 12, 0.5))).toEqual([5, none, none, none])
  })

  test('leaves out what comes after the last whole bin', async () => {
    expect(await summary(at([1.5, 2.2], [1, 9]), bins(0, 2.5, 1))).toEqual([none, 1])
  })

  test('goes by the edges k * size where a division would not', async () => {
    // 43 * 0.1 / 0.1 is less than 43.
    expect((await summary(at([43 * 0.1], [1]), bins(0, 10, 0.1))).indexOf(1)).toBe(43)
  })
})

describe('a signal in bins around moments', () => {
  const samples = at([9, 9.5, 10, 10.5, 11], [1, 2, 4, 8, 16])

  test.each([
    ['numpy', [1.5, 28 / 3]],
    ['halfOpen', [1.5, 6]],
    ['allenSdk', [1.5, 6]],
  ] as const)('by the rule %s', async (rule, expected) => {
    expect(await summary(samples, edges(rule, [10], -1, 0, 1))).toEqual(expected)
  })

  test('has the shape [moments, bins], for moments in any order', async () => {
    expect(await summary(samples, edges('numpy', [11, none, 9], -0.25, 0.25, 0.75))).toEqual([
      16,
      none,
      none,
      none,
      1,
      2,
    ])
  })

  test('takes the middle of samples that last; the AllenSDK takes their start', async () => {
    const lasting = { ...samples, stopTimes: Float64Array.of(9.5, 10.5, 10.5, 11, 11.5) }
    // Middles: 9.25, 10, 10.25, 10.75, 11.25.
    expect(await summary(lasting, edges('numpy', [10], -1, 0, 1))).toEqual([1, 14 / 3])
    expect(await summary(lasting, edges('allenSdk', [10], -1, 0, 1))).toEqual([1.5, 6])
  })

  test('finds samples that are out of order, and leaves out those without a time', async () => {
    const disordered = at([10.5, none, 9.5, 10], [8, 100, 2, 4])
    expect(await summary(disordered, edges('numpy', [10], -1, 0, 1))).toEqual([2, 6])
  })

  test('finds samples that are out of order where none is missing, too', async () => {
    const disordered = at([10.5, 9.5, 10], [8, 2, 4])
    expect(await summary(disordered, edges('numpy', [10], -1, 0, 1))).toEqual([2, 6])
  })

  test('has all samples of bins that are longer than a second', async () => {
    expect(await summary(at([0, 0.5, 2.5, 3], [1, 2, 6, 8]), edges('numpy', [0], 0, 3, 6))).toEqual(
      [3, 8],
    )
  })

  test('of a signal without samples is missing', async () => {
    expect(await summary(at([], []), edges('numpy', [10], -1, 0, 1))).toEqual([none, none])
  })
})

describe('a signal within intervals', () => {
  const samples = at([10, 10.5, 11], [1, 2, 6])

  test.each([
    ['numpy', 3],
    ['halfOpen', 1.5],
    ['allenSdk', 1.5],
  ] as const)('by the rule %s', async (rule, expected) => {
    expect(await summary(samples, whole(rule, [10], [11]))).toEqual([expected])
  })

  test('is that of each of very many intervals', async () => {
    const seconds = Array.from({ length: 20_000 }, (_, i) => i)
    const each = whole(
      'halfOpen',
      seconds,
      seconds.map((second) => second + 1),
    )
    expect(await summary(at(seconds, seconds), each)).toEqual(seconds)
  })

  test('is missing where the stop is not known, or before the start', async () => {
    expect(await summary(samples, whole('numpy', [10, 11, none], [none, 10, 11]))).toEqual([
      none,
      none,
      none,
    ])
  })
})

test.each([
  ['mean', 3],
  ['median', 2],
  ['min', 1],
  ['max', 6],
  ['standardDeviation', Math.sqrt(7)],
  ['count', 3],
] as const)('the %s of 6, 1 and 2, and of none', async (statistic, expected) => {
  const windows = whole('numpy', [0, 5], [4, 6])
  const [of, ofNone] = await summary(at([0, 1, 2, 3], [6, 1, none, 2]), windows, statistic)
  expect(of).toBeCloseTo(expected, 14)
  expect(ofNone).toBe(statistic === 'count' ? 0 : none)
})

test('one sample has no deviation', async () => {
  expect(await summary(at([1], [5]), whole('numpy', [0], [2]), 'standardDeviation')).toEqual([none])
})

describe('the span of windows', () => {
  test('is from the first to the last', () => {
    expect(spanOfWindows(edges('numpy', [20, none, 10], -1, 2))).toEqual({
      startTime: 9,
      stopTime: 22,
    })
    expect(spanOfWindows(whole('numpy', [5, 1], [6, 9]))).toEqual({ startTime: 1, stopTime: 9 })
  })

  test('of bins is that of the window that was cut', () => {
    const bins = cutIntoBins({ startTime: 10, stopTime: 12.25 }, 0.5)
    expect(spanOfWindows({ kind: 'bins', bins })).toEqual({ startTime: 10, stopTime: 12.25 })
  })

  test('is empty where no window has times', () => {
    const { startTime, stopTime } = spanOfWindows(edges('numpy', [none], -1, 2))
    expect(stopTime).toBeLessThan(startTime)
  })
})

import { expect, test } from 'vitest'
import { spanOfWindows, summarizeInWindows } from '../../../src/domain/signals/signal-windows.ts'

const samples = (times: readonly number[], values: readonly number[]) => ({
  startTimes: Float64Array.from(times),
  stopTimes: null,
  values: Float64Array.from(values),
})

test.each([
  // 0.2 + 0.5 is 0.7, but 0.7 - 0.2 is 0.49999999999999994.
  ['allenSdk', [Number.NaN, 3]],
  ['numpy', [3, Number.NaN]],
] as const)('a sample on an edge, by the rounding of the rule %s', async (edgeRule, means) => {
  const edges = Float64Array.of(0, 0.5, 1)
  const windows = { kind: 'edges', startTimes: Float64Array.of(0.2), edges, edgeRule } as const
  expect([...(await summarizeInWindows(samples([0.7], [3]), windows, 'mean'))]).toEqual(means)
})

test('an interval without a duration has the sample at its time, where it is closed', async () => {
  const times = { startTimes: Float64Array.of(1), stopTimes: Float64Array.of(1) }
  const mean = async (edgeRule: 'numpy' | 'halfOpen') =>
    (await summarizeInWindows(samples([1], [3]), { kind: 'whole', ...times, edgeRule }, 'mean'))[0]
  expect(await mean('numpy')).toBe(3)
  expect(await mean('halfOpen')).toBeNaN()
})

test('windows without times span nothing', () => {
  const startTimes = Float64Array.of(Number.NaN)
  expect(
    spanOfWindows({ kind: 'whole', startTimes, stopTimes: startTimes, edgeRule: 'numpy' }),
  ).toEqual({ startTime: 0, stopTime: -1 })
})

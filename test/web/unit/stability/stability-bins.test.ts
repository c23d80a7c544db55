import { expect, test } from 'vitest'
import { stabilityBins } from '../../../../web/src/unit/stability/stability-bins.ts'

const span = { startTime: 0, stopTime: 20 }

test('a bin has the rate over its observed time, and what the amplitudes are', () => {
  const times = Float64Array.of(1, 2, 3, 4, 5, 20)
  const amplitudes = Float64Array.of(50, 10, 30, 20, 40, 7)
  expect(stabilityBins(times, amplitudes, span, null, 2)).toEqual([
    { start: 0, stop: 10, rate: 0.5, amplitudes: [14, 30, 46] },
    { start: 10, stop: 20, rate: 0.1, amplitudes: [7, 7, 7] },
  ])
})

test('a bin that was observed in part, or not at all, says so', () => {
  const observed = [{ startTime: 0, stopTime: 5 }]
  const bins = stabilityBins(Float64Array.of(1, 2), null, span, observed, 2)
  expect(bins.map(({ rate, amplitudes }) => [rate, amplitudes])).toEqual([
    [0.4, null],
    [null, null],
  ])
})

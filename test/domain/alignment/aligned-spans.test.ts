import { expect, test } from 'vitest'
import { alignedSpans } from '../../../src/domain/alignment/aligned-spans.ts'

test('reach from the first to the last edge around each start, and a millisecond further', () => {
  const startTimes = Float64Array.of(10, Number.NaN, 5)
  const edges = Float64Array.of(-1, 0, 2)
  expect(alignedSpans({ kind: 'edges', startTimes, edges, edgeRule: 'numpy' })).toEqual([
    { startTime: 8.999, stopTime: 12.001 },
    { startTime: 3.999, stopTime: 7.001 },
  ])
})

test('reach over whole presentations that have both times', () => {
  const startTimes = Float64Array.of(10, 20, 30)
  const stopTimes = Float64Array.of(11, Number.NaN, 29)
  expect(alignedSpans({ kind: 'whole', startTimes, stopTimes })).toEqual([
    { startTime: 9.999, stopTime: 11.001 },
  ])
})

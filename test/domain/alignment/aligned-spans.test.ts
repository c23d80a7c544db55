import { describe, expect, test } from 'vitest'
import { alignedSpans, alignedWindow } from '../../../src/domain/alignment/aligned-spans.ts'

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

describe('the window of an alignment', () => {
  test('is from the first edge of the earliest start to the last edge of the latest', () => {
    const startTimes = Float64Array.of(10, Number.NaN, 5)
    const edges = Float64Array.of(-1, 0, 2)
    expect(alignedWindow({ kind: 'edges', startTimes, edges, edgeRule: 'numpy' })).toEqual({
      startTime: 4,
      stopTime: 12,
    })
  })

  test('is from the earliest start to the latest stop of whole presentations', () => {
    const startTimes = Float64Array.of(10, 20, 15)
    const stopTimes = Float64Array.of(11, Number.NaN, 30)
    expect(alignedWindow({ kind: 'whole', startTimes, stopTimes })).toEqual({
      startTime: 10,
      stopTime: 30,
    })
  })

  test('is none where no presentation has times', () => {
    const unknown = Float64Array.of(Number.NaN)
    expect(alignedWindow({ kind: 'whole', startTimes: unknown, stopTimes: unknown })).toBeNull()
  })
})

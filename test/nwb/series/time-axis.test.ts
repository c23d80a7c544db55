import { describe, expect, test } from 'vitest'
import { findRuns, type TimeAxis } from '../../../src/nwb/series/time-axis.ts'

/** Times in blocks of three, and which of them were read. */
function axisOf(times: readonly number[], isAscending = true) {
  const reads: [number, number][] = []
  const axis: TimeAxis = {
    length: times.length,
    blockLength: 3,
    read(from, count) {
      expect(from + count).toBeLessThanOrEqual(times.length)
      reads.push([from, count])
      return Float64Array.from(times.slice(from, from + count))
    },
    ascends: () => isAscending,
  }
  return { axis, reads }
}

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })
const seconds = [0, 1, 2, 3, 4, 5, 6, 6, 6, 9]

describe('the samples of a span, where times ascend', () => {
  test.each([
    [-5, -1, 0, 0],
    [-5, 0, 0, 1],
    [0, 2, 0, 3],
    [2, 3, 2, 2],
    [2.5, 5.5, 3, 3],
    [6, 6, 6, 3],
    [6.5, 20, 9, 1],
    [10, 20, 10, 0],
    [3, 2, 3, 0],
    [-Infinity, 3, 0, 4],
    [4, Infinity, 4, 6],
    [-Infinity, Infinity, 0, 10],
  ])('from %d to %d s', (startTime, stopTime, from, count) => {
    const { axis } = axisOf(seconds)
    expect(findRuns(axis, span(startTime, stopTime))).toEqual([{ from, count }])
  })

  test('are none of a series without samples', () => {
    expect(findRuns(axisOf([]).axis, span(0, 1))).toEqual([{ from: 0, count: 0 }])
  })

  test('are found by the blocks that they begin and end in', () => {
    const { axis, reads } = axisOf(Array.from({ length: 3000 }, (_, i) => i))
    findRuns(axis, span(1000.5, 1000.6))
    // Ten entries at the ends of blocks, and a block; for either end.
    expect(reads.length).toBeLessThanOrEqual(22)
    expect(reads.filter(([, count]) => count === 3)).toEqual([
      [999, 3],
      [999, 3],
    ])
  })

  test('are all without a look at the times, where the span is open', () => {
    const { axis, reads } = axisOf(seconds)
    findRuns(axis, span(-Infinity, Infinity))
    expect(reads).toEqual([])
  })
})

describe('the samples of a span, where times are in disorder', () => {
  test('come in runs; a missing time lies in none', () => {
    const { axis } = axisOf([5, 1, 2, Number.NaN, 1, 9, 2, 3], false)
    expect(findRuns(axis, span(1, 2))).toEqual([
      { from: 1, count: 2 },
      { from: 4, count: 1 },
      { from: 6, count: 1 },
    ])
    expect(findRuns(axis, span(-Infinity, 5))).toEqual([
      { from: 0, count: 3 },
      { from: 4, count: 1 },
      { from: 6, count: 2 },
    ])
    expect(findRuns(axis, span(20, 30))).toEqual([])
  })

  test('are looked for until the request is cancelled', () => {
    const { axis } = axisOf([2, 1], false)
    expect(() => findRuns(axis, span(0, 1), () => true)).toThrow(/abort|cancel/i)
  })

  test('go on from one piece of the times to the next', () => {
    const times = new Float64Array(150_000).fill(1)
    times[70_000] = 5
    const axis: TimeAxis = {
      length: times.length,
      blockLength: 1000,
      read: (from, count) => times.subarray(from, from + count),
      ascends: () => false,
    }
    expect(findRuns(axis, span(0, 2))).toEqual([
      { from: 0, count: 70_000 },
      { from: 70_001, count: 79_999 },
    ])
  })

  test('are too many runs beyond a million', () => {
    const times = new Float64Array(2_000_002)
    for (let i = 1; i < times.length; i += 2) times[i] = 1
    const axisOfRuns = (count: number): TimeAxis => ({
      length: 2 * count,
      blockLength: 1000,
      read: (from, count) => times.subarray(from, from + count),
      ascends: () => false,
    })
    expect(findRuns(axisOfRuns(1_000_000), span(1, 2))?.length).toBe(1_000_000)
    expect(findRuns(axisOfRuns(1_000_001), span(1, 2))).toBeNull()
  })
})

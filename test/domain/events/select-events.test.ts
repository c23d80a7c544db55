import { describe, expect, test } from 'vitest'
import { type ClearWindow, selectEvents } from '../../../src/domain/events/select-events.ts'

const select = (times: number[], filter = {}, clear: ClearWindow | null = null) => [
  ...selectEvents(Float64Array.from(times), filter, clear),
]

describe('the events that pass a filter', () => {
  test('are all, in the order given, equal ones each', () => {
    expect(select([3, 1, 1, 2])).toEqual([0, 1, 2, 3])
    expect(select([])).toEqual([])
  })

  test('leave out events without a finite time', () => {
    expect(select([Number.NaN, 1, Number.POSITIVE_INFINITY, 2])).toEqual([1, 3])
  })

  test('lie between start and stop, both included', () => {
    expect(select([1, 2, 3, 4], { start: 2, stop: 3 })).toEqual([1, 2])
  })

  test('are at least the gap away from the last one kept, not from the last one', () => {
    expect(select([0, 0.6, 1.2, 2.2], { minGap: 1 })).toEqual([0, 2, 3])
    // Whichever of the two comes first: the order is that of the source.
    expect(select([1, 0.5, 2], { minGap: 1 })).toEqual([0, 2])
  })

  test('are not kept away by one that another condition excludes', () => {
    expect(select([0, 0.6, 1.7], { minGap: 1, start: 0.5 })).toEqual([1, 2])
  })

  test('have windows that touch none of some spans, both ends included', () => {
    const clear = { from: -1, to: 2, spans: [{ startTime: 10, stopTime: 20 }] }
    expect(select([7.9, 8, 15, 21, 21.1], {}, clear)).toEqual([0, 4])
    const two = { ...clear, spans: [...clear.spans, { startTime: 40, stopTime: 41 }] }
    expect(select([15, 30, 40], {}, two)).toEqual([1])
  })
})

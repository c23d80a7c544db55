import { describe, expect, test } from 'vitest'
import {
  placeIntervals,
  spanOf,
  ticks,
  tickText,
} from '../../../web/src/session/schedule/timeline-layout.ts'

const interval = (startTime: number, stopTime: number | null) => ({ startTime, stopTime })

describe('the span of a timeline', () => {
  test('goes from the first moment to the last, of intervals and recording', () => {
    expect(spanOf([interval(5, 9), interval(2, null)], interval(1, 7))).toEqual([1, 9])
    expect(spanOf([interval(5, null)], null)).toEqual([5, 6])
    expect(spanOf([], null)).toBeNull()
  })
})

describe('intervals on a timeline', () => {
  test('lie where their times are', () => {
    const placed = placeIntervals([interval(10, 20), interval(20, 60)], [0, 100])
    expect(placed.map(({ lane, left, width }) => [lane, left, width])).toEqual([
      [0, 0.1, 0.1],
      [0, 0.2, 0.4],
    ])
  })

  test('are put into rows where they overlap, by more than can be seen', () => {
    const entries = [interval(0, 50), interval(40, 60), interval(50, 70), interval(69.9, 80)]
    expect(placeIntervals(entries, [0, 100]).map(({ lane }) => lane)).toEqual([0, 1, 0, 0])
  })

  test('without an end last to the next one, and the last to the end', () => {
    const placed = placeIntervals([interval(0, null), interval(30, null)], [0, 100])
    expect(placed.map(({ width }) => width)).toEqual([0.3, 0.7])
  })
})

describe('times at a timeline', () => {
  test('are whole steps, no more than there is room for', () => {
    expect(ticks([24, 1400], 9)).toEqual([300, 600, 900, 1200])
    expect(ticks([0, 100], 6)).toEqual([0, 20, 40, 60, 80, 100])
    expect(ticks([0, 200_000], 3)).toEqual([0, 100_000, 200_000])
  })

  test('are written in the one unit that fits them all', () => {
    const texts = (all: number[]) => all.map((seconds) => tickText(seconds, all))
    expect(texts([0, 50, 100])).toEqual(['0 s', '50 s', '100 s'])
    expect(texts([60, 90, 150])).toEqual(['1 min', '1.5 min', '2.5 min'])
    expect(texts([1200, 3600, 7200])).toEqual(['20 min', '60 min', '120 min'])
    expect(texts([0, 3600, 7200])).toEqual(['0 h', '1 h', '2 h'])
  })
})

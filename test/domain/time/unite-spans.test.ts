import { expect, test } from 'vitest'
import { measureUnited, uniteSpans } from '../../../src/domain/time/unite-spans.ts'

const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

test('spans that overlap or touch become one, in order of time', () => {
  expect(uniteSpans([span(5, 6), span(1, 3), span(2, 4), span(4, 5)])).toEqual([span(1, 6)])
})

test('a span within another adds nothing', () => {
  expect(uniteSpans([span(0, 10), span(2, 3), span(12, 13)])).toEqual([span(0, 10), span(12, 13)])
})

test('a gap that is not longer than asked is taken in', () => {
  expect(uniteSpans([span(0, 1), span(3, 4), span(6.5, 7)], 2)).toEqual([span(0, 4), span(6.5, 7)])
})

test('spans are apart by any gap, unless one is given', () => {
  expect(uniteSpans([span(0, 1), span(1.5, 2)])).toEqual([span(0, 1), span(1.5, 2)])
})

test('a span without a duration counts', () => {
  expect(uniteSpans([span(1, 1)])).toEqual([span(1, 1)])
  expect(measureUnited([span(1, 1)], 0, span(0, 9))).toEqual({ count: 1, duration: 0 })
})

test('what ends before it starts, or has no number for an end, is left out', () => {
  expect(uniteSpans([span(2, 1), span(Number.NaN, 3), span(3, Number.NaN)])).toEqual([])
})

test('measures what would be united, within a time', () => {
  const spans = [span(0, 1), span(3, 4), span(6.5, 7), span(20, 30)]
  expect(measureUnited(spans, 2, span(0, 100))).toEqual({ count: 3, duration: 4 + 0.5 + 10 })
  expect(measureUnited(spans, 2.5, span(0, 100))).toEqual({ count: 2, duration: 7 + 10 })
  expect(measureUnited(spans, 0, span(0.5, 22))).toEqual({ count: 4, duration: 0.5 + 1 + 0.5 + 2 })
  expect(measureUnited(spans, 5, span(10, 12))).toEqual({ count: 0, duration: 0 })
})

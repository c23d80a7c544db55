import { expect, test } from 'vitest'
import { spanOf } from '../../../src/domain/time/time-span.ts'

const { NaN: none, POSITIVE_INFINITY: infinity } = Number
const span = (startTime: number, stopTime: number) => ({ startTime, stopTime })

test('spans last from their first start to their last stop, in any order', () => {
  expect(spanOf([span(5, 6), span(1, 9), span(2, 3)])).toEqual(span(1, 9))
})

test('ends that are not known, or infinite, do not count', () => {
  expect(spanOf([span(5, none), span(none, 8), span(-infinity, infinity)])).toEqual(span(5, 8))
})

test('a single moment is a span, and without any there is none', () => {
  expect(spanOf([span(3, none)])).toEqual(span(3, 3))
  expect(spanOf([span(none, none)])).toBeNull()
  expect(spanOf([])).toBeNull()
})

import { expect, test } from 'vitest'
import { isInRange } from '../../../src/domain/signals/signal-range.ts'

test('a range has its minimum, and not its maximum', () => {
  const range = { min: 1, max: 2 }
  expect([0.9, 1, 1.9, 2].map((value) => isInRange(value, range))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a range may have one limit', () => {
  const values = [0.9, 1, 9]
  expect(values.map((value) => isInRange(value, { min: 1, max: null }))).toEqual([
    false,
    true,
    true,
  ])
  expect(values.map((value) => isInRange(value, { min: null, max: 1 }))).toEqual([
    true,
    false,
    false,
  ])
})

test('a missing value lies in no range, even one without limits', () => {
  expect(isInRange(5, { min: null, max: null })).toBe(true)
  expect(isInRange(Number.NaN, { min: null, max: null })).toBe(false)
})

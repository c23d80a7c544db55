import { expect, test } from 'vitest'
import { ascending } from '../../../src/domain/numeric/compare-numbers.ts'

test('sorts by value, with missing ones last', () => {
  expect([Number.NaN, 10, 9, Number.NaN, -1, 0.5].sort(ascending)).toEqual([
    -1,
    0.5,
    9,
    10,
    Number.NaN,
    Number.NaN,
  ])
})

test('puts infinity before what is missing', () => {
  const values = [Number.NaN, Infinity, -Infinity]
  expect(values.sort(ascending)).toEqual([-Infinity, Infinity, Number.NaN])
})

test('tells equal values, and two missing ones, to be equal', () => {
  expect(ascending(2, 2)).toBe(0)
  expect(ascending(-0, 0)).toBe(0)
  expect(ascending(Infinity, Infinity)).toBe(0)
  expect(ascending(Number.NaN, Number.NaN)).toBe(0)
})

test('says of two numbers which is less, whichever comes first', () => {
  expect(ascending(1, 2)).toBeLessThan(0)
  expect(ascending(2, 1)).toBeGreaterThan(0)
  expect(ascending(Number.NaN, 1)).toBeGreaterThan(0)
  expect(ascending(1, Number.NaN)).toBeLessThan(0)
})

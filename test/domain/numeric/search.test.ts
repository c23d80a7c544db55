import { describe, expect, test } from 'vitest'
import {
  firstNotBefore,
  lowerBound,
  lowerBoundNear,
  upperBound,
  upperBoundNear,
} from '../../../src/domain/numeric/search.ts'

const values = Float64Array.of(1, 2, 2, 2, 5)

describe('lowerBound', () => {
  test.each([
    [0, 0],
    [1, 0],
    [1.5, 1],
    [2, 1],
    [3, 4],
    [5, 4],
    [6, 5],
    [-Infinity, 0],
    [Infinity, 5],
  ])('of %d is %d', (value, position) => {
    expect(lowerBound(values, value)).toBe(position)
  })
})

describe('upperBound', () => {
  test.each([
    [0, 0],
    [1, 1],
    [1.5, 1],
    [2, 4],
    [3, 4],
    [5, 5],
    [6, 5],
    [-Infinity, 0],
    [Infinity, 5],
  ])('of %d is %d', (value, position) => {
    expect(upperBound(values, value)).toBe(position)
  })
})

test('both look only from one position up to another', () => {
  expect(lowerBound(values, 0, 2)).toBe(2)
  expect(lowerBound(values, 2, 2)).toBe(2)
  expect(lowerBound(values, 9, 0, 3)).toBe(3)
  expect(upperBound(values, 0, 2)).toBe(2)
  expect(upperBound(values, 2, 0, 3)).toBe(3)
})

describe('upperBoundNear', () => {
  const many = Float64Array.of(1, 2, 2, 2, 2, 2, 3)

  test.each([
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 6],
    [2, 1, 6],
    [2, 5, 6],
    [2.5, 1, 6],
    [3, 0, 7],
    [9, 6, 7],
  ])('of %d from %d on is %d', (value, from, position) => {
    expect(upperBoundNear(many, value, from)).toBe(position)
  })
})

describe('lowerBoundNear', () => {
  const many = Float64Array.of(1, 2, 2, 2, 2, 2, 3)

  test.each([
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 1],
    [2, 1, 1],
    [2.5, 0, 6],
    [2.5, 4, 6],
    [3, 0, 6],
    [9, 6, 7],
    [9, 7, 7],
  ])('of %d from %d on is %d', (value, from, position) => {
    expect(lowerBoundNear(many, value, from)).toBe(position)
  })
})

test.each([0, 1, 2, 3, 6, 7, 8, 39])(
  'both find what lies %d positions after the first',
  (steps) => {
    const numbers = Float64Array.from({ length: 50 }, (_, i) => i)
    for (const from of [0, 5]) {
      expect(lowerBoundNear(numbers, from + steps, from)).toBe(from + steps)
      expect(upperBoundNear(numbers, from + steps, from)).toBe(from + steps + 1)
    }
  },
)

test('both take an empty list', () => {
  expect(lowerBound(new Float64Array(0), 1)).toBe(0)
  expect(upperBound(new Float64Array(0), 1)).toBe(0)
})

describe('firstNotBefore', () => {
  test.each([0, 1, 2, 3, 7, 8, 9, 99, 100])('finds position %d of a hundred', (first) => {
    expect(firstNotBefore(0, 100, (position) => position < first)).toBe(first)
  })

  test('begins where it is told, and ends there', () => {
    expect(firstNotBefore(40, 100, (position) => position < 20)).toBe(40)
    expect(firstNotBefore(40, 60, () => true)).toBe(60)
    expect(firstNotBefore(7, 7, () => true)).toBe(7)
  })
})

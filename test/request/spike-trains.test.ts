import { expect, test } from 'vitest'
import { withoutEmptyRows } from '../../src/request/analyses/spike-trains.ts'

test('rows without an interval have no numbers, and the others their own', () => {
  const row = [{ startTime: 0, stopTime: 1 }]
  const { NaN: none } = Number
  const numbers = Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8)
  expect(withoutEmptyRows(numbers, [row, [], row, []])).toEqual(
    Float64Array.of(1, 2, none, none, 5, 6, none, none),
  )
  expect(withoutEmptyRows(numbers, [row, row])).toBe(numbers)
})

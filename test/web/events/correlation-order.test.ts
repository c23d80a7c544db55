import { expect, test } from 'vitest'
import { strongestPairs } from '../../../web/src/events/correlations/correlation-order.ts'

test('the strongest pairs are listed once each, of either sign, the largest first', () => {
  const none = Number.NaN
  const values = [1, 0.1, -0.9, 0.1, 1, none, -0.9, none, 1]
  const order = { units: [2, 0, 1], blocks: [] }
  expect(strongestPairs(values, order, 5)).toEqual([
    { row: 0, column: 1, value: -0.9 },
    { row: 1, column: 2, value: 0.1 },
  ])
  expect(strongestPairs(values, order, 1)).toEqual([{ row: 0, column: 1, value: -0.9 }])
})

test('the strongest of many pairs are found', () => {
  const count = 30
  const values = Float64Array.from({ length: count * count }, (_, cell) => {
    const [one, other] = [Math.floor(cell / count), cell % count]
    return (Math.min(one, other) * count + Math.max(one, other)) / 1000
  })
  const order = { units: Array.from({ length: count }, (_, unit) => unit), blocks: [] }
  const pairs = strongestPairs(values, order, 2)
  expect(pairs).toEqual([
    { row: 28, column: 29, value: 0.869 },
    { row: 27, column: 29, value: 0.839 },
  ])
})

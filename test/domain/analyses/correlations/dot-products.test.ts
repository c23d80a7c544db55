import { expect, test } from 'vitest'
import { dotProducts } from '../../../../src/domain/analyses/correlations/dot-products.ts'

const none = Number.NaN

test.each([
  [1, [1]],
  [2, [1, 2, none, 4]],
  [3, [1, 2, 3, none, 4, 6, none, none, 9]],
])('the products of %i vectors with themselves and those after them', (count, expected) => {
  // Of length 1, so that each is a number: 1, 2, 3.
  const vectors = Float64Array.from({ length: count }, (_, i) => i + 1)
  const products = new Float64Array(count * count).fill(none)
  dotProducts(vectors, count, 1, products, () => {})
  expect([...products]).toEqual(expected)
})

test('the products of seven vectors of two numbers', () => {
  // (1, 10), (2, 10), and so on: their products are 101, 102, ..., 104, ...
  const vectors = Float64Array.from({ length: 14 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : 10))
  const products = new Float64Array(49)
  let turns = 0
  dotProducts(vectors, 7, 2, products, () => {
    turns++
  })
  const row = (first: number) => [...products.subarray(7 * first, 7 * first + 7)]
  expect(row(0)).toEqual([101, 102, 103, 104, 105, 106, 107])
  expect(row(1)).toEqual([0, 104, 106, 108, 110, 112, 114])
  expect(row(5)).toEqual([0, 0, 0, 0, 0, 136, 142])
  expect(row(6)).toEqual([0, 0, 0, 0, 0, 0, 149])
  expect(turns).toBeGreaterThan(1)
})

test('the products of nine vectors of three numbers', () => {
  // 1, k and k² for k from 0 to 8: their products are 1 + j k + j² k².
  const vectors = Float64Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((k) => [1, k, k * k]))
  const products = new Float64Array(81)
  dotProducts(vectors, 9, 3, products, () => {})
  const row = (first: number) => [...products.subarray(10 * first, 9 * first + 9)]
  expect(row(0)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1])
  expect(row(1)).toEqual([3, 7, 13, 21, 31, 43, 57, 73])
  expect(row(2)).toEqual([21, 43, 73, 111, 157, 211, 273])
  expect(row(3)).toEqual([91, 157, 241, 343, 463, 601])
  expect(row(7)).toEqual([2451, 3193])
  expect(row(8)).toEqual([4161])
})

import { expect, test } from 'vitest'
import { partsByUnits } from '../../../src/sessions/splitting/split-by-units.ts'

/** Requests of so many units each, from a row on. */
const request = (from: number, count: number) => ({
  unitRows: Uint32Array.from({ length: count }, (_, i) => from + i),
})

test('requests of different units are shared out by the number of their columns', () => {
  const requests = [request(0, 600), request(1000, 900), request(2000, 500), request(3000, 200)]
  expect(partsByUnits(requests, 2)).toEqual([
    [1, 3],
    [0, 2],
  ])
})

test('requests that share a unit stay together, also by way of others', () => {
  const requests = [request(0, 500), request(900, 1200), request(800, 101), request(499, 302)]
  expect(partsByUnits([...requests, request(5000, 900)], 4)).toEqual([[0, 1, 2, 3], [4]])
})

test('windows of the same units stay together', () => {
  const one = request(0, 100)
  const other = request(100, 100)
  const requests = Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other))
  expect(partsByUnits(requests, 2)).toEqual([
    [0, 2, 4, 6, 8, 10, 12, 14, 16, 18],
    [1, 3, 5, 7, 9, 11, 13, 15, 17, 19],
  ])
})

test('a part has 150 columns or more', () => {
  expect(partsByUnits([request(0, 150), request(1000, 150)], 4)).toEqual([[0], [1]])
})

test.each([
  ['small', [request(0, 149), request(1000, 150)], 4],
  ['asked while other threads are busy', [request(0, 9000), request(10_000, 9000)], 1],
  ['asked while all threads are busy', [request(0, 9000), request(10_000, 9000)], 0],
  ['of one matrix', [request(0, 9000)], 4],
])('a batch that is %s stays whole', (_, requests, threads) => {
  expect(partsByUnits(requests, threads)).toEqual([requests.map((_, position) => position)])
})

test('no request needs no more than one part', () => {
  expect(partsByUnits([], 4)).toEqual([[]])
})

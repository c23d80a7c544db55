import { expect, test } from 'vitest'

test.each([
  [Float64Array.of(0, Number.NaN), Float64Array.of(0, Number.NaN)],
  [
    [1, Number.NaN, -0],
    [1, Number.NaN, -0],
  ],
  [Buffer.of(1, 2), Buffer.of(1, 2)],
  [{ counts: Uint8Array.of(1) }, { counts: Uint8Array.of(1) }],
  [
    [1, 2],
    [1, expect.any(Number)],
  ],
  [[], []],
])('%j equals %j', (a, b) => {
  expect(a).toEqual(b)
  expect(a).toStrictEqual(b)
})

test.each([
  [Float64Array.of(0), Float64Array.of(-0)],
  [Float64Array.of(1, 2), Float64Array.of(1, 3)],
  [Uint8Array.of(1), Uint8Array.of(1, 0)],
  [Uint8Array.of(1), Int8Array.of(1)],
  [Uint8Array.of(0, 0), Uint16Array.of(0)],
  [[0], [-0]],
  [[1], [1, 2]],
  [[1], ['1']],
  [[1], Uint8Array.of(1)],
  [{ counts: Uint8Array.of(1) }, { counts: Uint8Array.of(2) }],
])('%j does not equal %j', (a, b) => {
  expect(a).not.toEqual(b)
  expect(a).not.toStrictEqual(b)
})

test('what an array lacks does not equal what another has there', () => {
  const holed = [1]
  holed[2] = 3
  expect(holed).not.toEqual([1, 2, 3])
  expect([1, 2, 3]).not.toEqual(holed)
})

test('many numbers differ in the one that does', () => {
  const numbers = new Uint16Array(5000).fill(9)
  expect(numbers).toEqual(numbers.slice())
  expect([...numbers]).toEqual([...numbers])
  expect([...numbers.with(4000, 8)]).not.toEqual([...numbers])
})

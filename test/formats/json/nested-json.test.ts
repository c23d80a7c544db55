import { describe, expect, test } from 'vitest'
import {
  nestedFloatsJson,
  nestedIntegersJson,
  nestedLists,
} from '../../../src/formats/json/nested-json.ts'

const textOf = (pieces: Iterable<Uint8Array | string>) =>
  Array.from(pieces, (piece) =>
    typeof piece === 'string' ? piece : Buffer.from(piece).toString(),
  ).join('')

describe('nested JSON', () => {
  test.each([
    [[3], '[1,20,3]'],
    [[1, 3], '[[1,20,3]]'],
    [[3, 1], '[[1],[20],[3]]'],
    [[3, 1, 1], '[[[1]],[[20]],[[3]]]'],
    [[1, 3, 1], '[[[1],[20],[3]]]'],
    [[1, 1, 3], '[[[1,20,3]]]'],
  ])('three numbers in the shape %j', (shape, expected) => {
    expect(textOf(nestedIntegersJson(Uint8Array.of(1, 20, 3), shape))).toBe(expected)
    expect(textOf(nestedFloatsJson(Float64Array.of(1, 20, 3), shape))).toBe(expected)
    expect(JSON.stringify(nestedLists([1, 20, 3], shape))).toBe(expected)
  })

  test.each([
    [[0], '[]'],
    [[0, 2, 3], '[]'],
    [[2, 0], '[[],[]]'],
    [[2, 0, 3], '[[],[]]'],
    [[2, 1, 0], '[[[]],[[]]]'],
  ])('nothing in the shape %j', (shape, expected) => {
    expect(textOf(nestedIntegersJson(new Uint16Array(0), shape))).toBe(expected)
    expect(textOf(nestedFloatsJson(new Float64Array(0), shape))).toBe(expected)
  })

  test.each([
    [255, Uint8Array],
    [65535, Uint16Array],
    [-2147483648, Int32Array],
  ])('has room for nothing but %d, in a list of its own or in one list', (longest, Numbers) => {
    const count = 40_000
    const numbers = new Numbers(count).fill(longest)
    const deep = `[${`[[[${longest}]]],`.repeat(count - 1)}[[[${longest}]]]]`
    expect(textOf(nestedIntegersJson(numbers, [count, 1, 1, 1])) === deep).toBe(true)
    const flat = `[${`${longest},`.repeat(count - 1)}${longest}]`
    expect(textOf(nestedIntegersJson(numbers, [count])) === flat).toBe(true)
  })

  test('is the text of JSON.stringify beyond one piece', () => {
    const shape = [7, 30, 701]
    const cells = Uint32Array.from({ length: 7 * 30 * 701 }, (_, i) => (i * 7919) % 100_003)
    const expected = JSON.stringify(nestedLists(cells, shape))
    expect(textOf(nestedIntegersJson(cells, shape))).toBe(expected)
    expect(textOf(nestedFloatsJson(Float64Array.from(cells), shape))).toBe(expected)
  })

  test('writes a missing number as null and keeps the sign of -0', () => {
    expect(textOf(nestedFloatsJson(Float64Array.of(Number.NaN, 0.1, -0, 2), [2, 2]))).toBe(
      '[[null,0.1],[-0,2]]',
    )
  })
})

import { describe, expect, test } from 'vitest'
import {
  base64Json,
  floatsJson,
  integersJson,
  matrixJson,
} from '../../../src/formats/json/json-writer.ts'

const textOf = (pieces: Iterable<string | Uint8Array>) =>
  Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))).toString()

describe('matrixJson', () => {
  test('writes rows of cells', () => {
    expect(textOf(matrixJson(Uint8Array.of(0, 1, 2, 30, 4, 255), 2, 3))).toBe(
      '[[0,1,2],[30,4,255]]',
    )
  })

  test('writes the largest number of each width', () => {
    expect(textOf(matrixJson(Uint16Array.of(65535, 9, 10, 99), 2, 2))).toBe('[[65535,9],[10,99]]')
    expect(textOf(matrixJson(Uint32Array.of(4294967295, 100), 1, 2))).toBe('[[4294967295,100]]')
    const column = new Uint16Array(50_000).fill(65535)
    expect(textOf(matrixJson(column, 50_000, 1))).toBe(`[${'[65535],'.repeat(49_999)}[65535]]`)
  })

  test('writes an empty row a bin without units', () => {
    expect(textOf(matrixJson(new Uint8Array(0), 3, 0))).toBe('[[],[],[]]')
  })

  test('writes an empty list without bins', () => {
    expect(textOf(matrixJson(new Uint8Array(0), 0, 2))).toBe('[]')
  })

  test('writes a part of a larger buffer', () => {
    const part = Uint8Array.of(7, 1, 2, 7).subarray(1, 3)
    expect(textOf(matrixJson(part, 1, 2))).toBe('[[1,2]]')
  })
})

describe('integersJson', () => {
  test('writes negative numbers, powers of ten and both ends of the range', () => {
    const numbers = Int32Array.of(0, -1, 9, 10, 99, 100, 1000, -2147483648, 2147483647)
    expect(textOf(integersJson(numbers))).toBe('[0,-1,9,10,99,100,1000,-2147483648,2147483647]')
  })

  test.each([
    [255, Uint8Array],
    [65535, Uint16Array],
    [4294967295, Uint32Array],
    [-2147483648, Int32Array],
  ])('has room for nothing but %d', (longest, Numbers) => {
    const numbers = new Numbers(50_000).fill(longest)
    expect(textOf(integersJson(numbers))).toBe(`[${`${longest},`.repeat(49_999)}${longest}]`)
  })

  test('writes nothing but negative numbers', () => {
    expect(textOf(integersJson(Int32Array.of(-10, -9)))).toBe('[-10,-9]')
  })

  test('writes an empty list', () => {
    expect(textOf(integersJson(new Int32Array(0)))).toBe('[]')
  })
})

describe('floatsJson', () => {
  test('writes numbers that read back bit by bit', () => {
    const numbers = Float64Array.of(
      0.1,
      1 / 3,
      5e-324,
      1.7976931348623157e308,
      9007199254740994,
      -0,
      1e21,
    )
    expect(Float64Array.from(JSON.parse(textOf(floatsJson(numbers))))).toEqual(numbers)
    expect(textOf(floatsJson(Float64Array.of(-0, 1.5)))).toBe('[-0,1.5]')
  })

  test('writes null for what JSON cannot say', () => {
    const numbers = Float64Array.of(Number.NaN, Infinity, -Infinity, 1)
    expect(textOf(floatsJson(numbers))).toBe('[null,null,null,1]')
  })

  test('writes an empty list', () => {
    expect(textOf(floatsJson(new Float64Array(0)))).toBe('[]')
  })
})

describe('long values leave in pieces that join to one text', () => {
  test('a matrix', () => {
    const cells = Uint8Array.from({ length: 300_000 }, (_, i) => i % 12)
    const rows = Array.from({ length: 1000 }, (_, row) => [
      ...cells.subarray(row * 300, row * 300 + 300),
    ])
    expect([...matrixJson(cells, 1000, 300)].length).toBeGreaterThan(4)
    expect(textOf(matrixJson(cells, 1000, 300))).toBe(JSON.stringify(rows))
  })

  test('whole numbers and fractions', () => {
    const numbers = Int32Array.from({ length: 200_000 }, (_, i) => i - 100_000)
    expect(textOf(integersJson(numbers))).toBe(JSON.stringify([...numbers]))
    const fractions = Float64Array.from(numbers, (number) => (number + 0.5) / 7)
    expect(textOf(floatsJson(fractions))).toBe(JSON.stringify([...fractions]))
  })

  test('bytes', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251)
    expect(textOf(base64Json(bytes))).toBe(JSON.stringify(Buffer.from(bytes).toString('base64')))
    expect(textOf(base64Json(Uint8Array.of(1)))).toBe('"AQ=="')
    expect(textOf(base64Json(new Uint8Array(0)))).toBe('""')
  })
})

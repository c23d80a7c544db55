import { describe, expect, test } from 'vitest'
import { writeFloatsJson, writeIntegersJson, writeMatrixJson } from '../../src/wire/json-writer.ts'

describe('writeMatrixJson', () => {
  test('writes rows of cells', () => {
    expect(writeMatrixJson(Uint8Array.of(0, 1, 2, 30, 4, 255), 2, 3)).toBe('[[0,1,2],[30,4,255]]')
  })

  test('writes the largest number of each width', () => {
    expect(writeMatrixJson(Uint16Array.of(65535, 9, 10, 99), 2, 2)).toBe('[[65535,9],[10,99]]')
    expect(writeMatrixJson(Uint32Array.of(4294967295, 100), 1, 2)).toBe('[[4294967295,100]]')
  })

  test('writes an empty row a bin without units', () => {
    expect(writeMatrixJson(new Uint8Array(0), 3, 0)).toBe('[[],[],[]]')
  })

  test('writes an empty list without bins', () => {
    expect(writeMatrixJson(new Uint8Array(0), 0, 2)).toBe('[]')
  })

  test('writes a part of a larger buffer', () => {
    const part = Uint8Array.of(7, 1, 2, 7).subarray(1, 3)
    expect(writeMatrixJson(part, 1, 2)).toBe('[[1,2]]')
  })
})

describe('writeIntegersJson', () => {
  test('writes negative numbers, powers of ten and both ends of the range', () => {
    const numbers = Int32Array.of(0, -1, 9, 10, 99, 100, 1000, -2147483648, 2147483647)
    expect(writeIntegersJson(numbers)).toBe('[0,-1,9,10,99,100,1000,-2147483648,2147483647]')
  })

  test('writes an empty list', () => {
    expect(writeIntegersJson(new Int32Array(0))).toBe('[]')
  })
})

describe('writeFloatsJson', () => {
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
    expect(Float64Array.from(JSON.parse(writeFloatsJson(numbers)))).toEqual(numbers)
    expect(writeFloatsJson(Float64Array.of(-0, 1.5))).toBe('[-0,1.5]')
  })

  test('writes null for what JSON cannot say', () => {
    const numbers = Float64Array.of(Number.NaN, Infinity, -Infinity, 1)
    expect(writeFloatsJson(numbers)).toBe('[null,null,null,1]')
  })

  test('writes an empty list', () => {
    expect(writeFloatsJson(new Float64Array(0))).toBe('[]')
  })
})

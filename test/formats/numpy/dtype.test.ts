import { describe, expect, test } from 'vitest'
import { CountOverflowError } from '../../../src/errors.ts'
import { convertCounts, type Dtype, dtypeCode, dtypeOf } from '../../../src/formats/numpy/dtype.ts'

describe('convertCounts', () => {
  test('hands on an array that is of the type already', () => {
    const counts = Uint16Array.of(0, 300)
    expect(convertCounts(counts, 'uint16')).toBe(counts)
  })

  test.each<[Dtype, ArrayBufferView]>([
    ['uint16', Uint16Array.of(0, 255, 3)],
    ['uint32', Uint32Array.of(0, 255, 3)],
    ['int32', Int32Array.of(0, 255, 3)],
    ['int64', BigInt64Array.of(0n, 255n, 3n)],
    ['float32', Float32Array.of(0, 255, 3)],
    ['float64', Float64Array.of(0, 255, 3)],
  ])('widens to %s', (dtype, expected) => {
    expect(convertCounts(Uint8Array.of(0, 255, 3), dtype)).toEqual(expected)
  })

  test('narrows where the largest count fits', () => {
    expect(convertCounts(Uint32Array.of(255, 1), 'uint8')).toEqual(Uint8Array.of(255, 1))
  })

  test('keeps counts beyond 32 bits signed whole', () => {
    const counts = Uint32Array.of(4_294_967_295)
    expect(convertCounts(counts, 'int64')).toEqual(BigInt64Array.of(4_294_967_295n))
  })

  test.each<[Dtype, number]>([
    ['uint8', 256],
    ['uint16', 65_536],
    ['int32', 2_147_483_648],
    ['float32', 16_777_217],
  ])('refuses what %s cannot hold exactly', (dtype, count) => {
    const convert = () => convertCounts(Uint32Array.of(count), dtype)
    expect(convert).toThrow(CountOverflowError)
    expect(convert).toThrow(`The largest count is ${count}; ${dtype} cannot hold it.`)
  })
})

test('tells the type of an array, and its code', () => {
  expect(dtypeOf(new Uint8Array(0))).toBe('uint8')
  expect(dtypeOf(new BigInt64Array(0))).toBe('int64')
  expect(dtypeCode('uint8')).toBe('|u1')
  expect(dtypeCode('float32')).toBe('<f4')
})

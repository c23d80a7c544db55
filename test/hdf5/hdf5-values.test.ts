import { expect, test } from 'vitest'
import type { Hdf5Metadata } from '../../src/hdf5/hdf5-library.ts'
import { fixedStrings, toExactNumbers, toNumbers } from '../../src/hdf5/hdf5-values.ts'
import { plainInteger } from '../../src/hdf5/number-format.ts'

const bytes = (letters: string) => new TextEncoder().encode(letters)
const metadata = (more: Partial<Hdf5Metadata>) =>
  ({ type: 0, size: 4, signed: true, littleEndian: true, ...more }) as Hdf5Metadata

test.each([
  ['zeros end them', 0, ['CA1', 'V\u00e9']],
  ['zeros fill them', 1, ['CA1\0x', 'V\u00e9']],
  ['spaces fill them', 2, ['CA1\0x', 'V\u00e9']],
])('texts of fixed length where %s', (_, strpad, expected) => {
  const places = bytes('CA1\0xV\u00e9\0\0')
  expect(fixedStrings(places, metadata({ size: 5, strpad }))).toEqual(expected)
})

test('what fills a text', () => {
  const texts = (strpad: number) => fixedStrings(bytes('ab  c   '), metadata({ size: 4, strpad }))
  expect(texts(0)).toEqual(['ab  ', 'c   '])
  expect(texts(1)).toEqual(['ab  ', 'c   '])
  expect(texts(2)).toEqual(['ab', 'c'])
  expect(fixedStrings(bytes('full'), metadata({ size: 4, strpad: 0 }))).toEqual(['full'])
  expect(fixedStrings(bytes('a \0 '), metadata({ size: 4, strpad: 2 }))).toEqual(['a'])
})

test('a text that ends at once is empty', () => {
  for (const strpad of [0, 1, 2]) {
    expect(fixedStrings(bytes('\0\0ab'), metadata({ size: 2, strpad }))).toEqual(['', 'ab'])
  }
})

test('what the file says of its numbers counts, not what is usual', () => {
  const word = () => Uint8Array.of(0x10, 0, 0, 0, 0, 0, 0, 0x10)
  const of = (format: object | null) =>
    ({ class: 0, format, enumeration: null }) as Parameters<typeof toNumbers>[2]
  const middle = of({ ...plainInteger(8, true), bitOffset: 4, bits: 52 })
  expect(toNumbers(word(), metadata({ size: 8 }), middle)).toEqual(Float64Array.of(1))
  const wide = of({ ...plainInteger(8, true), bitOffset: 4, bits: 60 })
  expect(toExactNumbers(word(), metadata({ size: 8 }), wide)).toEqual(
    BigInt64Array.of(2n ** 56n + 1n),
  )
  const beyond = of({ ...plainInteger(8, true), bitOffset: 5, bits: 60 })
  for (const read of [toNumbers, toExactNumbers]) {
    expect(read(word(), metadata({ size: 8 }), beyond)).toBeNull()
    expect(read(word(), metadata({ size: 8 }), of(null))).toBeNull()
    expect(read(word(), metadata({ type: 3, size: 8 }), null)).toBeNull()
  }
})

test('numbers of the usual formats where the file does not say more', () => {
  const of = (values: ArrayBufferView) =>
    new Uint8Array(values.buffer.slice(0)) as Uint8Array<ArrayBuffer>
  const read = (values: ArrayBufferView, more: Partial<Hdf5Metadata>) =>
    toNumbers(of(values), metadata(more), null)
  expect(read(Int32Array.of(-1, 7), {})).toEqual(Float64Array.of(-1, 7))
  expect(read(Int32Array.of(-1), { signed: false })).toEqual(Float64Array.of(2 ** 32 - 1))
  expect(read(Float32Array.of(0.5), { type: 1 })).toEqual(Float64Array.of(0.5))
  expect(read(Uint8Array.of(0, 1), { type: 8, size: 1 })).toEqual(Float64Array.of(0, 1))
  expect(read(Uint8Array.of(0, 1), { type: 3, size: 1 })).toBeNull()
  expect(read(new Uint8Array(3), { type: 1, size: 3 })).toBeNull()
})

test('bytes of numbers are turned, and those that stand for texts are already', () => {
  const format = plainInteger(2, true)
  const two = () => Uint8Array.of(0, 2)
  const read = (type: number) =>
    toNumbers(two(), metadata({ type, size: 2, littleEndian: false }), {
      class: type,
      format,
      enumeration: null,
    })
  expect(read(8)).toEqual(Float64Array.of(2))
  expect(read(0)).toEqual(Float64Array.of(512))
})

test('whole numbers beyond 2^53 are not rounded where they must not be', () => {
  const values = BigInt64Array.of(1n, 2n ** 53n + 1n)
  const of = () => new Uint8Array(values.buffer.slice(0))
  const type = { class: 0, format: plainInteger(8, true), enumeration: null }
  expect(toExactNumbers(of(), metadata({ size: 8 }), type)).toEqual(values)
  expect(toExactNumbers(of(), metadata({ size: 8 }), null)).toEqual(values)
  expect(toNumbers(of(), metadata({ size: 8 }), type)).toEqual(Float64Array.of(1, 2 ** 53))
  const codes = toExactNumbers(of(), metadata({ type: 8, size: 8 }), { ...type, class: 8 })
  expect(codes).toEqual(Float64Array.of(1, 2 ** 53))
})

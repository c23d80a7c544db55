import { describe, expect, test } from 'vitest'
import { MemoryBytes } from '../../src/byte-sources/byte-source.ts'
import { attributeDatatypeAt, datatypeAt } from '../../src/hdf5/datatype.ts'
import { headerOf, layout, type TestMessage, text, u16, u32, u64 } from './header-bytes.ts'

const DATATYPE = 3
const ATTRIBUTE = 12
const SHARED = 2

const sourceOf = (...headers: readonly (readonly number[])[]) =>
  new MemoryBytes('types.nwb', Uint8Array.from(headers.flat()))
const typeOf = (...messages: TestMessage[]) =>
  datatypeAt(sourceOf(headerOf(...messages)), layout, 0)
const datatype = (...bytes: number[]): TestMessage => ({ type: DATATYPE, bytes })

/** Version 1 and class, flags, size; then where its bits are. */
const integer = (flags: number, size: number, offset = 0, bits = 8 * size) => [
  ...[0x10, flags, 0, 0, ...u32(size)],
  ...[...u16(offset), ...u16(bits)],
]
const double = (flags = 0x20, size = 8) => [
  ...[0x11, flags, 63, 0, ...u32(size)],
  ...[0, 0, 64, 0, 52, 11, 0, 52],
  ...u32(1023),
]
const plain = { kind: 'integer', isBigEndian: false, isSigned: false, bitOffset: 0 }

describe('a datatype', () => {
  test.each([
    ['unsigned', integer(0, 2), { ...plain, size: 2, bits: 16 }],
    ['signed', integer(8, 4), { ...plain, isSigned: true, size: 4, bits: 32 }],
    ['big-endian', integer(1, 8), { ...plain, isBigEndian: true, size: 8, bits: 64 }],
    ['of some of its bits', integer(0, 4, 3, 17), { ...plain, size: 4, bitOffset: 3, bits: 17 }],
  ])('of whole numbers, %s', (_, bytes, format) => {
    expect(typeOf(datatype(...bytes))).toEqual({ class: 0, format, enumeration: null })
  })

  test('of bit fields has no sign', () => {
    const [, ...rest] = integer(8, 1)
    const format = { ...plain, size: 1, bits: 8 }
    expect(typeOf(datatype(0x14, ...rest))).toEqual({ class: 4, format, enumeration: null })
  })

  test('of floats says where each part of them is', () => {
    const format = {
      ...{ kind: 'float', size: 8, isBigEndian: false, isLeadingBitImplied: true },
      ...{ signAt: 63, exponentAt: 52, exponentBits: 11, mantissaAt: 0, mantissaBits: 52 },
      bias: 1023,
    }
    expect(typeOf(datatype(...double()))).toEqual({ class: 1, format, enumeration: null })
    expect(typeOf(datatype(...double(0x21)))?.format).toEqual({ ...format, isBigEndian: true })
    for (const flags of [0, 0x10, 0x30]) {
      const found = typeOf(datatype(...double(flags)))?.format
      expect(found).toEqual({ ...format, isLeadingBitImplied: false })
    }
  })

  test.each([
    ['of texts', 3, [0x13, 0, 0, 0, ...u32(5), ...u64(0)]],
    ['of whole numbers that is cut short', 0, integer(0, 4).slice(0, -1)],
    ['of floats that is cut short', 1, double().slice(0, -1)],
  ])('%s has no format', (_, found, bytes) => {
    expect(typeOf(datatype(...bytes))).toEqual({ class: found, format: null, enumeration: null })
  })

  test('of what is not numbers may be its head alone', () => {
    const found = { class: 5, format: null, enumeration: null }
    expect(typeOf(datatype(0x15, 0, 0, 0, ...u32(4)), { type: 1, bytes: [0] })).toEqual(found)
  })

  test('is nothing without its head, or a header', () => {
    expect(typeOf(datatype(0x10, 0, 0, 0, 4, 0, 0))).toBeNull()
    expect(typeOf({ type: 1, bytes: integer(0, 4) })).toBeNull()
    expect(datatypeAt(sourceOf(new Array(99).fill(0)), layout, 0)).toBeNull()
  })
})

describe('an enumeration', () => {
  /** Names of version 1 and 2 are filled up to 8 bytes. */
  const enumerationOf = (version: number, base: number[], values: number[], count = 2) => {
    const names =
      version < 3 ? ['no\0\0\0\0\0\0', 'certainly\0\0\0\0\0\0\0'] : ['no\0', 'certainly\0']
    const head = [(version << 4) | 8, ...u16(count), 0, ...u32(base[4] ?? 0)]
    return datatype(...head, ...base, ...names.flatMap(text), ...values)
  }
  const names = ['no', 'certainly']

  test.each([1, 2, 3])('of version %i has a number for each name', (version) => {
    expect(typeOf(enumerationOf(version, integer(0, 1), [0, 7]))).toEqual({
      class: 8,
      format: { ...plain, size: 1, bits: 8 },
      enumeration: { names, values: Float64Array.of(0, 7) },
    })
  })

  test('has them in the order of bytes of its numbers', () => {
    const found = typeOf(enumerationOf(3, integer(9, 2), [0, 5, 255, 254]))
    expect(found?.enumeration?.values).toEqual(Float64Array.of(5, -2))
  })

  test('of an old version may have a name that fills eight bytes without its end', () => {
    const name = [...text('possible'), ...new Array(8).fill(0)]
    const message = datatype(0x18, ...u16(1), 0, ...u32(1), ...integer(0, 1), ...name, 7)
    expect(typeOf(message)?.enumeration).toEqual({
      names: ['possible'],
      values: Float64Array.of(7),
    })
  })

  test('may stand for floats', () => {
    const one = [0, 0, 0, 0, 0, 0, 0xf0, 0x3f]
    const found = typeOf(enumerationOf(3, double(), [...new Array(8).fill(0), ...one]))
    expect(found?.enumeration).toEqual({ names, values: Float64Array.of(0, 1) })
  })

  test.each([
    ['whose names do not end', enumerationOf(3, integer(0, 1), [], 3)],
    ['that lacks a number', enumerationOf(3, integer(0, 1), [7])],
    ['that lacks a number of two bytes', enumerationOf(3, integer(0, 2), [7, 0])],
    ['of texts', enumerationOf(3, [0x13, 0, 0, 0, ...u32(1), 0, 0, 0, 0], [0, 7])],
  ])('%s is not read', (_, message) => {
    expect(typeOf(message)).toEqual({ class: 8, format: null, enumeration: null })
  })
})

describe('a datatype that stands in a header of its own', () => {
  const own = headerOf(datatype(...integer(0, 2)))
  const expected = { class: 0, format: { ...plain, size: 2, bits: 16 }, enumeration: null }
  /** The dataset's header comes after that of its type, and 24 bytes of nothing. */
  const shared = (bytes: number[], of = own) => {
    const source = sourceOf(of, headerOf({ type: DATATYPE, flags: SHARED, bytes }))
    return datatypeAt(source, layout, of.length)
  }

  test('is found by its address', () => {
    expect(shared([1, 0, 0, 0, 0, 0, 0, 0, ...u64(0)])).toEqual(expected)
    expect(shared([2, 0, ...u64(0)])).toEqual(expected)
    expect(shared([3, 2, ...u64(0)])).toEqual(expected)
  })

  test('is found by its address in version 1, wherever it stands', () => {
    const before = new Array(24).fill(0)
    const reference = headerOf({
      ...{ type: DATATYPE, flags: SHARED },
      bytes: [1, 0, 0, 0, 0, 0, 0, 0, ...u64(24)],
    })
    const source = sourceOf(before, own, reference)
    expect(datatypeAt(source, layout, 24 + own.length)).toEqual(expected)
  })

  test('is not looked for in a heap, nor at an address that is cut off', () => {
    expect(shared([3, 1, ...u64(0)])).toBeNull()
    expect(shared([3, 2, 0, 0])).toBeNull()
  })

  test('stands nowhere else again, and may be missing', () => {
    const elsewhere = headerOf({ ...datatype(...integer(0, 2)), flags: SHARED })
    expect(shared([3, 2, ...u64(0)], elsewhere)).toBeNull()
    expect(shared([3, 2, ...u64(0)], headerOf({ type: 1, bytes: [0] }))).toBeNull()
  })
})

describe('the datatype of an attribute', () => {
  const type = integer(0, 2)
  const format = { ...plain, size: 2, bits: 16 }
  const padded = (bytes: number[]) => [...bytes, ...new Array((8 - (bytes.length % 8)) % 8).fill(0)]
  const attribute = (version: number, flags: number, name: string, datatypeBytes = type) => {
    const letters = text(`${name}\0`)
    const head = [version, flags, ...u16(letters.length), ...u16(datatypeBytes.length), ...u16(8)]
    const body =
      version === 1
        ? [...padded(letters), ...padded(datatypeBytes)]
        : [...(version === 3 ? [0] : []), ...letters, ...datatypeBytes]
    return { type: ATTRIBUTE, bytes: [...head, ...body] }
  }
  const find = (name: string, ...messages: TestMessage[]) =>
    attributeDatatypeAt(sourceOf(headerOf(...messages)), layout, 0, name)

  test.each([1, 2, 3])('is found by its name, version %i', (version) => {
    const found = find('unit', attribute(version, 0, 'units'), attribute(version, 0, 'unit'))
    expect(found?.format).toEqual(format)
    expect(find('uni', attribute(version, 0, 'unit'))).toBeNull()
  })

  test('may be shared, from version 2 on', () => {
    const own = headerOf(datatype(...type))
    const place = [3, 2, ...u64(0)]
    const find = (message: TestMessage) =>
      attributeDatatypeAt(sourceOf(own, headerOf(message)), layout, own.length, 'unit')
    expect(find(attribute(2, 1, 'unit', place))?.format).toEqual(format)
    expect(find(attribute(3, 1, 'unit', place))?.format).toEqual(format)
    expect(find(attribute(1, 1, 'unit', type))?.format).toEqual(format)
    expect(find(attribute(3, 2, 'unit', type))?.format).toEqual(format)
  })

  test('is not known of an attribute that is stored elsewhere, cut off, or newer', () => {
    expect(find('unit', { ...attribute(3, 0, 'unit'), flags: SHARED })).toBeNull()
    expect(find('unit', { type: ATTRIBUTE, bytes: [3, 0, 5, 0, 12, 0, 0] })).toBeNull()
    expect(find('unit', { type: 11, bytes: attribute(3, 0, 'unit').bytes })).toBeNull()
    expect(find('unit', { type: ATTRIBUTE, bytes: [] })).toBeNull()
    const old = attribute(2, 0, 'unit').bytes
    expect(find('unit', { type: ATTRIBUTE, bytes: [4, ...old.slice(1)] })).toBeNull()
    const { bytes } = attribute(3, 0, 'unit')
    expect(find('unit', { type: ATTRIBUTE, bytes: bytes.slice(0, -1) })).toBeNull()
    expect(find('unit', { type: ATTRIBUTE, bytes: [4, ...bytes.slice(1)] })).toBeNull()
  })

  test('is not known without a header', () => {
    expect(attributeDatatypeAt(sourceOf(new Array(99).fill(0)), layout, 0, 'unit')).toBeNull()
  })
})

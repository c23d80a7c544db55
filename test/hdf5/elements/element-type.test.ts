import { describe, expect, test } from 'vitest'
import {
  elementKind,
  elementType,
  hasPointers,
  valuesEach,
} from '../../../src/hdf5/elements/element-type.ts'
import type { Hdf5Metadata } from '../../../src/hdf5/hdf5-library.ts'
import { ieeeFloat, plainInteger } from '../../../src/hdf5/number-format.ts'

const metadata = (more: object) =>
  ({ size: 8, signed: true, littleEndian: true, vlen: false, ...more }) as Hdf5Metadata
const typeOf = (more: object, stored: object | null = null) =>
  elementType(metadata(more), stored as never, 'a.nwb')

const double = { type: 1 }
const byte = { type: 0, size: 1, signed: false }
const text = { type: 3, size: 5, strpad: 1 }
const long = { type: 3, size: 4, vlen: true }
const list = { type: 9, size: 8, vlen_type: metadata(double) }
const array = { type: 10, size: 48, array_type: { ...metadata(double), shape: [2, 3] } }
const member = (name: string, offset: number, more: object) => ({
  ...metadata(more),
  ...{ name, offset },
})
const record = {
  ...{ type: 6, size: 13 },
  compound_type: { members: [member('x', 0, double), member('t', 8, text)] },
}
const answer = { type: 8, size: 1, enum_type: { members: { FALSE: 0, true: 1 } } }
const colour = { type: 8, size: 1, enum_type: { members: { red: 0, true: 1 } } }

describe('an element', () => {
  test.each([
    ['number', '<f8', double],
    ['number', '>i2', { type: 0, size: 2, littleEndian: false }],
    ['number', '|u1', { type: 4, size: 1 }],
    ['boolean', '|b1', answer],
    ['enumeration', '|i1', colour],
    ['text', '|S5', text],
    ['text', '|O', long],
    ['reference', '|O', { type: 7 }],
    ['opaque', '|V8', { type: 5 }],
    ['list', '|O', list],
    ['array', "('<f8', (2, 3))", array],
    ['compound', "[('x', '<f8'), ('t', '|S5')]", record],
    ['unknown', '|V8', { type: 2 }],
    ['unknown', '|V8', { type: 9 }],
    ['unknown', '|V8', { type: 10 }],
    ['unknown', '<f3', { type: 1, size: 3 }],
  ])('is a %s with the dtype %s', (kind, dtype, more) => {
    const type = typeOf(more)
    expect([elementKind(type), type.dtype]).toEqual([kind, dtype])
  })

  test('has the format and the names that the file says, or else the usual ones', () => {
    const format = { ...plainInteger(2, true), bits: 12 }
    const usual = { names: null, isBoolean: false, isBigEndian: false }
    expect(typeOf({ type: 0, size: 2 })).toMatchObject({ ...usual, format: plainInteger(2, true) })
    expect(typeOf({ type: 4, size: 1 })).toMatchObject({ format: plainInteger(1, false) })
    expect(typeOf(double)).toMatchObject({ ...usual, format: ieeeFloat(8) })
    expect(typeOf({ type: 0, size: 2 }, { format, enumeration: null })).toMatchObject({ format })
    // Cut short, or of other bytes than libhdf5 gives.
    expect(typeOf({ type: 0, size: 2 }, { format: null }).kind).toBe('unknown')
    expect(typeOf({ type: 0, size: 4 }, { format }).kind).toBe('unknown')
    const enumeration = { names: ['off', 'on'], values: Float64Array.of(0, 5) }
    const stored = { format: plainInteger(1, true), enumeration }
    const names = new Map([
      [0, 'off'],
      [5, 'on'],
    ])
    expect(typeOf(colour, stored)).toMatchObject({ names, isBoolean: false })
    expect(typeOf({ ...answer, enum_type: { members: {} } })).toMatchObject({ isBoolean: false })
  })

  test('has what is nested in it, as the file says', () => {
    const inner = { format: { ...plainInteger(1, false), bits: 4 }, enumeration: null }
    const members = [member('a', 0, byte), member('b', 1, byte)]
    const compound = { type: 6, size: 2, compound_type: { members } }
    expect(typeOf(compound, { members: [inner] })).toMatchObject({
      members: [
        { name: 'a', offset: 0, type: { format: { bits: 4 } } },
        { name: 'b', offset: 1, type: { format: { bits: 8 } } },
      ],
    })
    expect(typeOf({ type: 9, vlen_type: metadata(byte) }, { base: inner })).toMatchObject({
      base: { format: { bits: 4 } },
    })
    const bytes = { type: 10, size: 3, array_type: { ...metadata(byte), shape: [3] } }
    expect(typeOf(bytes, { base: inner })).toMatchObject({ base: { format: { bits: 4 } } })
    expect(typeOf(array)).toMatchObject({
      ...{ kind: 'array', length: 2, bytes: 48 },
      base: { kind: 'array', length: 3, bytes: 24, base: { kind: 'number', bytes: 8 } },
    })
  })
})

describe('the order of bytes', () => {
  const big = (more: object) => ({ ...more, littleEndian: false })

  test('was turned by the library where all numbers are alike', () => {
    expect(typeOf(big(double))).toMatchObject({ isBigEndian: false })
    const bigList = { ...list, vlen_type: metadata(big(double)) }
    expect(typeOf(bigList)).toMatchObject({ base: { isBigEndian: false } })
    const mixed = [member('x', 0, big(double)), member('y', 8, double)]
    expect(typeOf({ type: 6, size: 16, compound_type: { members: mixed } })).toMatchObject({
      members: [{ type: { isBigEndian: true } }, { type: { isBigEndian: false } }],
    })
  })

  test('was not turned of numbers that stand for texts', () => {
    expect(typeOf(big({ ...colour, size: 2 }))).toMatchObject({ isBigEndian: true })
    const members = [member('x', 0, big(colour)), member('y', 1, big(double))]
    expect(() => typeOf({ type: 6, size: 9, compound_type: { members } })).toThrow(
      'big-endian records with coded texts',
    )
  })
})

test('elements with pointers are texts of any length and lists, wherever they are', () => {
  const withText = {
    type: 6,
    compound_type: { members: [member('x', 0, double), member('t', 8, long)] },
  }
  const arrayOfText = { type: 10, array_type: { ...metadata(long), shape: [2] } }
  const found = [long, list, withText, arrayOfText].map((more) => hasPointers(typeOf(more)))
  expect(found).toEqual([true, true, true, true])
  expect([text, array, record, double].map((more) => hasPointers(typeOf(more)))).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test.each([
  [1, double],
  [10, list],
  [6, array],
  [3, record],
])('an element is written with %i values at most', (count, more) => {
  expect(valuesEach(typeOf(more), 10)).toBe(count)
  expect(valuesEach(typeOf(array), 2)).toBe(4)
})

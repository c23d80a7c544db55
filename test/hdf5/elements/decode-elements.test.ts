import { describe, expect, test } from 'vitest'
import { ElementDecoder } from '../../../src/hdf5/elements/decode-elements.ts'
import type { ElementType } from '../../../src/hdf5/elements/element-type.ts'
import { ieeeFloat, plainInteger } from '../../../src/hdf5/number-format.ts'

/** A text of variable length at 8, another at 16, and two doubles at 24. */
const memory = new Uint8Array(48)
memory.set(Buffer.from('abcdef\0'), 8)
memory.set(Buffer.from('é\0'), 16)
memory.set(new Uint8Array(Float64Array.of(1.5, -2).buffer), 24)
memory.set(Buffer.from('end'), 45)

function decoding(textLength = 10, mostEntries = 5) {
  const asked: string[] = []
  const decoder = new ElementDecoder({
    ...{ fileName: 'a.nwb', textLength, mostEntries },
    memory: () => memory,
    dereference: (reference) => {
      asked.push(reference.join())
      return reference[0] === 1 ? '/units' : null
    },
  })
  return { decoder, asked }
}

const type = (more: object) => ({ dtype: '', ...more }) as ElementType
const number = { ...{ kind: 'number', isBigEndian: false, names: null, isBoolean: false } }
const double = type({ ...number, bytes: 8, format: ieeeFloat(8) })
const wide = type({ ...number, bytes: 8, format: plainInteger(8, true) })
const byte = type({ ...number, bytes: 1, format: plainInteger(1, false) })
const text = type({ kind: 'text', bytes: 4, isVariable: false, padding: 1 })
const long = type({ kind: 'text', bytes: 4, isVariable: true })

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength))
const decoded = (of: ElementType, values: ArrayBufferView, ...limits: number[]) => {
  const { decoder } = decoding(...limits)
  return { values: decoder.decode(of, bytesOf(values)), cut: decoder.shortenedCount }
}

describe('numbers', () => {
  test('are as they are; what is none is missing, and what has no end a text', () => {
    const values = Float64Array.of(1.5, Number.NaN, Infinity, -Infinity)
    expect(decoded(double, values)).toEqual({
      values: [1.5, null, 'Infinity', '-Infinity'],
      cut: 0,
    })
  })

  test('beyond 2^53 are texts of all their digits', () => {
    expect(decoded(wide, BigInt64Array.of(7n, 2n ** 53n + 1n)).values).toEqual([
      7,
      '9007199254740993',
    ])
  })

  test('with names are these, and other numbers stay', () => {
    const names = new Map([
      [0, 'off'],
      [1, 'on'],
    ])
    const named = { ...byte, names } as ElementType
    expect(decoded(named, Uint8Array.of(1, 0, 2)).values).toEqual(['on', 'off', 2])
    const booleans = new Map([
      [0, 'FALSE'],
      [1, 'True'],
    ])
    const boolean = { ...byte, names: booleans, isBoolean: true } as ElementType
    expect(decoded(boolean, Uint8Array.of(1, 0)).values).toEqual([true, false])
    const wideNamed = { ...wide, names } as ElementType
    expect(decoded(wideNamed, BigInt64Array.of(1n, 5n)).values).toEqual(['on', 5])
  })

  test('are whole: what is left over is not one', () => {
    expect(decoded(double, new Uint8Array(15)).values).toEqual([0])
    expect(decoded({ ...text, bytes: 0 } as ElementType, new Uint8Array(3)).values).toEqual([])
  })
})

describe('texts', () => {
  test('of fixed length end before what fills them', () => {
    expect(decoded(text, Buffer.from('ab\0\0wxyz')).values).toEqual(['ab', 'wxyz'])
  })

  test('of any length lie elsewhere', () => {
    expect(decoded(long, Uint32Array.of(8, 0, 16, 45)).values).toEqual(['abcdef', '', 'é', 'end'])
  })

  test('are cut after so many letters, never within one', () => {
    expect(decoded(long, Uint32Array.of(8, 16), 5)).toEqual({ values: ['abcde…', 'é'], cut: 1 })
    expect(decoded(long, Uint32Array.of(8), 6)).toEqual({ values: ['abcdef'], cut: 0 })
    const face = type({ kind: 'text', bytes: 5, isVariable: false, padding: 1 })
    expect(decoded(face, Buffer.from('a😀'), 2)).toEqual({ values: ['a…'], cut: 1 })
  })

  test('of bytes of any meaning are their digits', () => {
    const opaque = type({ kind: 'opaque', bytes: 2 })
    expect(decoded(opaque, Uint8Array.of(1, 0xab, 0, 0xff)).values).toEqual(['01ab', '00ff'])
  })
})

describe('elements of several values', () => {
  test('are records by the names of their members', () => {
    const members = [
      { name: 'n', offset: 1, type: byte },
      { name: 't', offset: 2, type: text },
    ]
    const record = type({ kind: 'compound', bytes: 6, members })
    const bytes = Uint8Array.from([9, 1, 97, 0, 0, 0, 9, 2, 98, 99, 0, 0])
    expect(decoded(record, bytes).values).toEqual([
      { n: 1, t: 'a' },
      { n: 2, t: 'bc' },
    ])
  })

  test('are lists that lie elsewhere, cut after so many entries', () => {
    const list = type({ kind: 'list', bytes: 8, base: double })
    const places = Uint32Array.of(2, 24, 0, 0)
    expect(decoded(list, places)).toEqual({ values: [[1.5, -2], []], cut: 0 })
    expect(decoded(list, places, 10, 1)).toEqual({ values: [[1.5], []], cut: 1 })
  })

  test('are arrays, cut after so many entries', () => {
    const array = type({ kind: 'array', bytes: 3, length: 3, base: byte })
    expect(decoded(array, Uint8Array.of(1, 2, 3, 4, 5, 6), 10, 3)).toEqual({
      values: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      cut: 0,
    })
    expect(decoded(array, Uint8Array.of(1, 2, 3), 10, 2)).toEqual({ values: [[1, 2]], cut: 1 })
    const doubles = type({ kind: 'array', bytes: 16, length: 2, base: double })
    expect(decoded(doubles, Float64Array.of(1.5, 2)).values).toEqual([[1.5, 2]])
  })
})

test('references are paths, each looked for once', () => {
  const { decoder, asked } = decoding()
  const reference = type({ kind: 'reference', bytes: 2 })
  expect(decoder.decode(reference, Uint8Array.of(1, 0, 2, 0, 1, 0, 2, 0))).toEqual([
    '/units',
    null,
    '/units',
    null,
  ])
  expect(asked).toEqual(['1,0', '2,0'])
})

test('elements of a type that is not known are refused', () => {
  expect(() => decoded(type({ kind: 'unknown', bytes: 3 }), new Uint8Array(3))).toThrow(
    'elements of 3 bytes of a type that cannot be read',
  )
})

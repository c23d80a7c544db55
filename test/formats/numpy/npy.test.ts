import { describe, expect, test } from 'vitest'
import {
  decodeNpy,
  encodeNpy,
  type NdArray,
  scalar,
  vector,
} from '../../../src/formats/numpy/npy.ts'

const latin1 = new TextDecoder('latin1')

/** A file of version 1.0 whose header holds these words, filled up to 128 bytes. */
function npyFile(words: string, cells: readonly number[] = []): Uint8Array {
  const header = `\x93NUMPY\x01\x00\x76\x00${`${words}`.padEnd(117)}\n`
  return Uint8Array.from([...Array.from(header, (letter) => letter.charCodeAt(0)), ...cells])
}

describe('encodeNpy', () => {
  test('writes the bytes that numpy.save writes', () => {
    const bytes = encodeNpy({ shape: [2, 3], data: Uint16Array.of(1, 2, 3, 4, 5, 600) })
    const header = "{'descr': '<u2', 'fortran_order': False, 'shape': (2, 3), }"
    expect(bytes).toEqual(npyFile(header, [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 0x58, 2]))
  })

  test.each<[string, NdArray]>([
    ["{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }", vector(Uint8Array.of(7))],
    ["{'descr': '<f8', 'fortran_order': False, 'shape': (), }", scalar(0.1)],
    [
      "{'descr': '<i8', 'fortran_order': False, 'shape': (1000, 0), }",
      { shape: [1000, 0], data: new BigInt64Array(0) },
    ],
    ["{'descr': '<U2', 'fortran_order': False, 'shape': (2,), }", vector(['a', 'bc'])],
    ["{'descr': '<U1', 'fortran_order': False, 'shape': (0,), }", vector([])],
  ])('tells type and shape: %s', (words, array) => {
    const header = latin1.decode(encodeNpy(array).subarray(10, 128))
    expect(header).toBe(`${words.padEnd(117)}\n`)
  })

  test('lets the cells begin at a multiple of 64 bytes, however long the shape', () => {
    const bytes = encodeNpy({ shape: Array(40).fill(1), data: Uint8Array.of(255) })
    expect(bytes.length).toBe(192 + 1)
    expect(bytes[191]).toBe(0x0a)
    expect(bytes[192]).toBe(255)
  })

  test('writes a string as UCS-4, one cell a code point, filled up with zeros', () => {
    const cells = encodeNpy(vector(['é', 'a🧠'])).subarray(128)
    expect([...cells]).toEqual([
      ...[0xe9, 0, 0, 0, 0, 0, 0, 0],
      ...[0x61, 0, 0, 0, 0xe0, 0xf9, 0x01, 0],
    ])
  })

  test('writes only the part of a buffer that the array covers', () => {
    const part = Uint16Array.of(1, 2, 3).subarray(1, 2)
    expect([...encodeNpy(vector(part)).subarray(128)]).toEqual([2, 0])
  })

  test('refuses cells that do not fill the shape', () => {
    expect(() => encodeNpy({ shape: [2, 2], data: new Uint8Array(3) })).toThrow(
      '3 cells do not fill the shape [2,2]',
    )
  })
})

describe('decodeNpy', () => {
  test.each<[string, NdArray]>([
    ['uint8', { shape: [2, 2], data: Uint8Array.of(1, 2, 3, 4) }],
    ['uint16', vector(Uint16Array.of(65_535))],
    ['uint32', vector(Uint32Array.of(4_294_967_295))],
    ['int32', vector(Int32Array.of(-1))],
    ['int64', vector(BigInt64Array.of(-1n, 2n ** 62n))],
    ['float32', vector(Float32Array.of(0.5))],
    ['float64', vector(Float64Array.of(Number.NaN, 0.1))],
    ['strings', vector(['', 'gabors', 'a🧠'])],
    ['a single string', scalar('{"a": 1}')],
    ['no columns', { shape: [1000, 0], data: new Uint16Array(0) }],
  ])('reads back %s', (_, array) => {
    expect(decodeNpy(encodeNpy(array))).toEqual(array)
  })

  test('reads from anywhere in a buffer', () => {
    const file = encodeNpy(vector(Float64Array.of(2.5)))
    const shifted = new Uint8Array(file.length + 3)
    shifted.set(file, 3)
    expect(decodeNpy(shifted.subarray(3))).toEqual(vector(Float64Array.of(2.5)))
  })

  test("reads a Node Buffer, whose slice() is none of Uint8Array's", () => {
    const file = Buffer.from(encodeNpy(vector(Float64Array.of(2.5))))
    expect(decodeNpy(file)).toEqual(vector(Float64Array.of(2.5)))
  })

  test('reads Fortran order where it is the same as C order', () => {
    const words = "{'descr': '|u1', 'fortran_order': True, 'shape': (2,), }"
    expect(decodeNpy(npyFile(words, [1, 2]))).toEqual(vector(Uint8Array.of(1, 2)))
  })

  test('keeps zeros within a text, and drops those after it', () => {
    expect(decodeNpy(encodeNpy(vector(['a\0b', '\0'])))).toEqual(vector(['a\0b', '']))
  })

  test.each([
    ['version 0', 0, false],
    ['version 1', 1, true],
    ['version 3', 3, true],
    ['version 4', 4, false],
  ])('knows versions 1 to 3: %s', (_, version, isKnown) => {
    const file = encodeNpy(vector(Uint8Array.of(9)))
    const bytes =
      version < 2
        ? file.slice()
        : Uint8Array.of(...file.subarray(0, 10), 0, 0, ...file.subarray(10))
    bytes[6] = version
    if (isKnown) expect(decodeNpy(bytes)).toEqual(vector(Uint8Array.of(9)))
    else expect(() => decodeNpy(bytes)).toThrow('not a .npy file of version 1 to 3')
  })

  test('needs its preamble', () => {
    const file = encodeNpy(vector(Uint8Array.of(9)))
    expect(() => decodeNpy(file.subarray(0, 11))).toThrow('not a .npy file')
    expect(() => decodeNpy(file.subarray(0, 12))).toThrow('does not give a simple type')
  })

  test('reads a header of version 2', () => {
    const version1 = npyFile("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }", [9])
    const version2 = Uint8Array.of(
      ...version1.subarray(0, 6),
      ...[2, 0, 0x76, 0, 0, 0],
      ...version1.subarray(10),
    )
    expect(decodeNpy(version2)).toEqual(vector(Uint8Array.of(9)))
  })

  test.each<[string, Uint8Array, string]>([
    ['other bytes', Uint8Array.of(1, 2, 3), 'not a .npy file'],
    [
      'Fortran order',
      npyFile("{'descr': '|u1', 'fortran_order': True, 'shape': (1, 1), }", [1]),
      'save it in C order',
    ],
    [
      'big-endian numbers',
      npyFile("{'descr': '>f8', 'fortran_order': False, 'shape': (0,), }"),
      'number type >f8',
    ],
    [
      'records',
      npyFile("{'descr': [('a', '<u2')], 'fortran_order': False, 'shape': (0,), }"),
      'does not give a simple type',
    ],
    [
      'a cut file',
      npyFile("{'descr': '<u2', 'fortran_order': False, 'shape': (2,), }", [1, 0, 2]),
      'ends after 131 of 132 bytes',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => decodeNpy(bytes)).toThrow(message)
  })
})

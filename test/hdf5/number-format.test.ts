import { describe, expect, test } from 'vitest'
import {
  ieeeFloat,
  isDouble,
  isReadable,
  type NumberFormat,
  numberOf,
  plainInteger,
  wideIntegersOf,
} from '../../src/hdf5/number-format.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const half = ieeeFloat(2) as NumberFormat

/**
 * The float of 80 bits in 16 bytes that C's long double is on most
 * machines: its leading bit is stored.
 */
const longDouble: NumberFormat = {
  kind: 'float',
  size: 16,
  isBigEndian: false,
  isLeadingBitImplied: false,
  signAt: 79,
  exponentAt: 64,
  exponentBits: 15,
  mantissaAt: 0,
  mantissaBits: 64,
  bias: 16383,
}
const padding = '000000000000'

describe('floats', () => {
  test('of half precision are the numbers that they stand for', () => {
    const bytes = hex('003c 00c0 0100 ff03 ff7b 007c 00fc 007e 0080 5535')
    expect(numberOf(bytes, half)).toEqual(
      Float64Array.of(
        1,
        -2,
        2 ** -24,
        1023 * 2 ** -24,
        65504,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.NaN,
        -0,
        1365 * 2 ** -12,
      ),
    )
  })

  test('of half the bytes of a single one, with its exponent', () => {
    const brain: NumberFormat = {
      ...half,
      kind: 'float',
      exponentAt: 7,
      exponentBits: 8,
      mantissaAt: 0,
      mantissaBits: 7,
      signAt: 15,
      isLeadingBitImplied: true,
      bias: 127,
    }
    expect(numberOf(hex('c03f 10c0 807f'), brain)).toEqual(
      Float64Array.of(1.5, -2.25, Number.POSITIVE_INFINITY),
    )
  })

  test('of eight bytes with another bias are not taken for doubles', () => {
    const biased = { ...ieeeFloat(8), bias: 1000 } as NumberFormat
    expect(numberOf(hex('000000000000883e'), biased)).toEqual(Float64Array.of(1.5))
  })

  test('wider than a double are the nearest double, halves to even', () => {
    const one = `0000000000000080 ff3f ${padding}`
    const third = `abaaaaaaaaaaaaaa fd3f ${padding}`
    // One and half of the last place of a double: down to the even one; three
    // halves: up to the even one.
    const down = `0004000000000080 ff3f ${padding}`
    const up = `000c000000000080 ff3f ${padding}`
    const minusInfinity = `0000000000000080 ffff ${padding}`
    expect(numberOf(hex(one + third + down + up + minusInfinity), longDouble)).toEqual(
      Float64Array.of(1, 1 / 3, 1, 1 + 2 ** -51, Number.NEGATIVE_INFINITY),
    )
  })

  test('too small or too large for a double are rounded once, to nothing or infinity', () => {
    // 2^-1074 is the smallest double; half of it is 0, three halves are twice it.
    const smallest = `0000000000000080 cd3b ${padding}`
    const half = `0000000000000080 cc3b ${padding}`
    const threeHalves = `00000000000000c0 cd3b ${padding}`
    const huge = `0000000000000080 fe7f ${padding}`
    expect(numberOf(hex(smallest + half + threeHalves + huge), longDouble)).toEqual(
      Float64Array.of(2 ** -1074, 0, 2 ** -1073, Number.POSITIVE_INFINITY),
    )
  })
})

describe('integers', () => {
  const plain = { kind: 'integer', isBigEndian: false, bitOffset: 0 } as const

  test('of three bytes, of either sign', () => {
    const signed = { ...plain, size: 3, bits: 24, isSigned: true }
    expect(numberOf(hex('010000 feffff e09304'), signed)).toEqual(Float64Array.of(1, -2, 300_000))
    expect(numberOf(hex('feffff'), { ...signed, isSigned: false })).toEqual(
      Float64Array.of(2 ** 24 - 2),
    )
  })

  test('that fill only some bits of their bytes', () => {
    const middle = { ...plain, size: 4, bits: 24, bitOffset: 4, isSigned: true }
    expect(numberOf(hex('10000000 e0ffff0f 003e4900'), middle)).toEqual(
      Float64Array.of(1, -2, 300_000),
    )
  })

  test('with the highest byte first', () => {
    const signed = { ...plain, size: 2, bits: 16, isSigned: true }
    expect(numberOf(hex('0001 fffd'), signed, true)).toEqual(Float64Array.of(1, -3))
  })
})

describe('plain integers', () => {
  test.each([
    [1, 'ff', -1, 255],
    [2, 'feff', -2, 65_534],
    [4, 'fdffffff', -3, 4_294_967_293],
    [8, '0000000000000080', -(2 ** 63), 2 ** 63],
  ])('of %i bytes', (size, bytes, signed, unsigned) => {
    expect(numberOf(hex(bytes), plainInteger(size, true))).toEqual(Float64Array.of(signed))
    expect(numberOf(hex(bytes), plainInteger(size, false))).toEqual(Float64Array.of(unsigned))
  })

  test('are as HDF5 has them, the lowest byte first', () => {
    expect(plainInteger(2, true)).toEqual({
      ...{ kind: 'integer', size: 2, isBigEndian: false, isSigned: true },
      ...{ bitOffset: 0, bits: 16 },
    })
  })

  test('end with the last whole number', () => {
    const ofThree = { ...plainInteger(3, false), bits: 24 } as NumberFormat
    expect(numberOf(hex('010000 ff'), ofThree)).toEqual(Float64Array.of(1))
    const ofSixty = { ...plainInteger(8, false), bits: 60 } as NumberFormat
    expect(wideIntegersOf(hex('0100000000000000 ff'), ofSixty)).toEqual(BigUint64Array.of(1n))
  })
})

describe('floats at the ends of their exponents', () => {
  test('the smallest with its implied bit', () => {
    expect(numberOf(hex('0004 ff03'), half)).toEqual(Float64Array.of(2 ** -14, 1023 * 2 ** -24))
  })

  test('just over half of the smallest double is the smallest, rounded once', () => {
    expect(numberOf(hex(`0100000000000080 cc3b ${padding}`), longDouble)).toEqual(
      Float64Array.of(2 ** -1074),
    )
  })

  test('what fills the bytes beside the fields does not count', () => {
    expect(numberOf(hex('0000000000000080 ff3f ffffffffffff'), longDouble)).toEqual(
      Float64Array.of(1),
    )
  })
})

describe('a double', () => {
  const double = ieeeFloat(8) as NumberFormat & { kind: 'float' }

  test('is one whatever the order of its bytes', () => {
    expect([isDouble(double), isDouble({ ...double, isBigEndian: true })]).toEqual([true, true])
  })

  test.each([
    { size: 16 },
    { isLeadingBitImplied: false },
    { signAt: 62 },
    { exponentAt: 51 },
    { exponentBits: 10 },
    { mantissaAt: 1 },
    { mantissaBits: 51 },
    { bias: 1024 },
  ])('is not one with %j', (other) => {
    expect(isDouble({ ...double, ...other })).toBe(false)
  })

  test('is not a whole number of eight bytes', () => {
    expect(isDouble(plainInteger(8, true))).toBe(false)
  })
})

test.each([
  [true, { bits: 28, bitOffset: 4 }],
  [true, { bits: 1 }],
  [false, { bits: 28, bitOffset: 5 }],
  [false, { bits: 33 }],
  [false, { bits: 0 }],
  [false, { size: 0, bits: 8 }],
])('it is %s that an integer of four bytes with %j can be read', (expected, other) => {
  expect(isReadable({ ...plainInteger(4, true), ...other } as NumberFormat)).toBe(expected)
})

test.each([
  [true, {}],
  [false, { signAt: 80 }],
  [false, { exponentAt: 66 }],
  [false, { mantissaAt: 17 }],
  [true, { mantissaAt: 16 }],
  [true, { exponentAt: 50, exponentBits: 30, bias: 2 ** 29 }],
  [false, { exponentAt: 49, exponentBits: 31, bias: 2 ** 30 }],
  [false, { exponentBits: 0, bias: 0 }],
  [true, { mantissaBits: 1 }],
  [false, { mantissaBits: 0 }],
  [true, { bias: -1022 }],
  [false, { bias: -1023 }],
  [true, { bias: 32_766 + 1074 }],
  [false, { bias: 32_766 + 1075 }],
])('it is %s that a float of ten bytes with %j can be read', (expected, other) => {
  expect(isReadable({ ...longDouble, size: 10, ...other } as NumberFormat)).toBe(expected)
})

test('a format whose fields reach beyond its bytes is not read', () => {
  expect(isReadable(longDouble)).toBe(true)
  expect(isReadable({ ...longDouble, size: 8 } as NumberFormat)).toBe(false)
  expect(isReadable({ ...longDouble, size: 32 } as NumberFormat)).toBe(false)
})

test('a float all of whose numbers would be 0 or infinity is not read', () => {
  const double = ieeeFloat(8) as NumberFormat
  expect(isReadable({ ...double, bias: 1000 } as NumberFormat)).toBe(true)
  expect(isReadable({ ...double, bias: 2 ** 24 } as NumberFormat)).toBe(false)
  expect(isReadable({ ...double, bias: -2000 } as NumberFormat)).toBe(false)
})

describe('whole numbers that float64 cannot hold', () => {
  test('keep their last bit, signed and unsigned, in either order of bytes', () => {
    const bytes = hex('0100000000002000 ffffffffffffdfff')
    expect(wideIntegersOf(bytes, plainInteger(8, true))).toEqual(
      BigInt64Array.of(2n ** 53n + 1n, -(2n ** 53n) - 1n),
    )
    expect(wideIntegersOf(bytes, plainInteger(8, false))).toEqual(
      BigUint64Array.of(2n ** 53n + 1n, 2n ** 64n - 2n ** 53n - 1n),
    )
    expect(wideIntegersOf(hex('0020000000000001'), plainInteger(8, true), true)).toEqual(
      BigInt64Array.of(2n ** 53n + 1n),
    )
  })

  test('are found among the bits of a wider field', () => {
    const format = { ...plainInteger(8, true), bits: 60, bitOffset: 4 } as NumberFormat
    expect(wideIntegersOf(hex('f0ffffffffffffff 1000000000000000'), format)).toEqual(
      BigInt64Array.of(-1n, 1n),
    )
  })

  test('have no sign where their format has none', () => {
    const format = { ...plainInteger(8, false), bits: 60 } as NumberFormat
    expect(wideIntegersOf(hex('ffffffffffffffff'), format)).toEqual(
      BigUint64Array.of(2n ** 60n - 1n),
    )
  })

  test('have 54 to 64 bits, whatever their bytes', () => {
    const wide = (size: number, bits: number) =>
      wideIntegersOf(new Uint8Array(size).fill(1), {
        ...plainInteger(size, true),
        bits,
      } as NumberFormat)
    expect([wide(8, 53), wide(16, 65)]).toEqual([null, null])
    expect(wide(8, 54)).toEqual(BigInt64Array.of(0x01010101010101n))
    expect(wide(16, 64)).toEqual(BigInt64Array.of(0x0101010101010101n))
  })

  test('are none of narrower formats, floats, or numbers of more than 64 bits', () => {
    expect(wideIntegersOf(hex('01000000'), plainInteger(4, true))).toBeNull()
    expect(wideIntegersOf(hex('0000000000000000'), ieeeFloat(8) as NumberFormat)).toBeNull()
    expect(wideIntegersOf(new Uint8Array(16), plainInteger(16, true))).toBeNull()
  })
})

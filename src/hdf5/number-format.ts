/** How a number lies in its bytes. Bits are counted from the lowest. */
export type NumberFormat = IntegerFormat | FloatFormat

interface IntegerFormat {
  readonly kind: 'integer'
  readonly size: number
  readonly isBigEndian: boolean
  readonly isSigned: boolean
  readonly bitOffset: number
  readonly bits: number
}

interface FloatFormat {
  readonly kind: 'float'
  readonly size: number
  readonly isBigEndian: boolean
  /** whether the leading bit of the mantissa, which is 1, is not stored */
  readonly isLeadingBitImplied: boolean
  readonly signAt: number
  readonly exponentAt: number
  readonly exponentBits: number
  readonly mantissaAt: number
  readonly mantissaBits: number
  readonly bias: number
}

/** Numbers that stand for texts, such as h5py's booleans. */
export interface Enumeration {
  readonly names: readonly string[]
  /** one per name */
  readonly values: Float64Array
}

const half = ieee(2, 10, 5)
const single = ieee(4, 23, 8)
const double = ieee(8, 52, 11)

/** Numbers of 16 bytes are the widest that there are: long doubles. */
const MAX_BYTES = 16

/** IEEE's float of as many bytes, for what does not say more of itself; null: there is none. */
export function ieeeFloat(size: number): NumberFormat | null {
  return [half, single, double].find((format) => format.size === size) ?? null
}

/** An integer that fills its bytes. */
export function plainInteger(size: number, isSigned: boolean): NumberFormat {
  return { kind: 'integer', size, isBigEndian: false, isSigned, bitOffset: 0, bits: 8 * size }
}

/** IEEE's double. */
export function isDouble(format: NumberFormat): boolean {
  return isSameFloat(format, double)
}

/** Whether {@link numberOf} can read it. */
export function isReadable(format: NumberFormat): boolean {
  const { size } = format
  if (size < 1 || size > MAX_BYTES) return false
  if (format.kind === 'integer') {
    return format.bits > 0 && format.bitOffset + format.bits <= 8 * size
  }
  const ends = [
    format.signAt + 1,
    format.exponentAt + format.exponentBits,
    format.mantissaAt + format.mantissaBits,
  ]
  const isSane = format.exponentBits > 0 && format.exponentBits <= 30 && format.mantissaBits > 0
  return isSane && ends.every((end) => end <= 8 * size) && hasNumbers(format)
}

/** Whether a float has other numbers than those that a double takes for 0 or infinity. */
function hasNumbers({ exponentBits, bias }: FloatFormat): boolean {
  const [smallest, largest] = [1 - bias, 2 ** exponentBits - 2 - bias]
  return smallest <= 1023 && largest >= -1074
}

/**
 * Numbers as float64, each the nearest; whole numbers beyond 2^53 and floats of more than 53 bits
 * are rounded, halves to even.
 *
 * @param bytes a buffer of its own: the result may be a view of it
 * @param isBigEndian of the given bytes, which may be turned already
 */
export function numberOf(
  bytes: Uint8Array<ArrayBuffer>,
  format: NumberFormat,
  isBigEndian = false,
): Float64Array {
  const { size } = format
  const ordered = isBigEndian && size > 1 ? turned(bytes, size) : bytes
  const plain = plainNumbers(ordered.buffer, format)
  if (plain) return plain
  const numbers = new Float64Array(Math.floor(bytes.length / size))
  // Short ones come again and again, and each takes a third of a microsecond.
  const known = size <= 2 ? new Map<bigint, number>() : null
  for (let i = 0; i < numbers.length; i++) {
    const bits = bitsAt(ordered, i * size, size)
    const number = known?.get(bits) ?? decode(bits, format)
    known?.set(bits, number)
    numbers[i] = number
  }
  return numbers
}

/**
 * Whole numbers, none of them rounded; null of a format whose numbers all are safe as float64,
 * or that has more than 64 bits.
 *
 * @param bytes a buffer of its own: the result may be a view of it
 */
export function wideIntegersOf(
  bytes: Uint8Array<ArrayBuffer>,
  format: NumberFormat,
  isBigEndian = false,
): BigInt64Array | BigUint64Array | null {
  if (format.kind !== 'integer' || format.bits <= 53 || format.bits > 64) return null
  const { size, bits, bitOffset, isSigned } = format
  const ordered = isBigEndian ? turned(bytes, size) : bytes
  const WideArray = isSigned ? BigInt64Array : BigUint64Array
  if (size === 8 && bits === 64) return new WideArray(ordered.buffer)
  const numbers = new WideArray(Math.floor(bytes.length / size))
  for (let i = 0; i < numbers.length; i++) {
    const field = fieldOf(bitsAt(ordered, i * size, size), bitOffset, bits)
    numbers[i] = isSigned ? BigInt.asIntN(bits, field) : field
  }
  return numbers
}

/** Types that JavaScript has; null: others. */
function plainNumbers(buffer: ArrayBuffer, format: NumberFormat): Float64Array | null {
  if (format.kind === 'float') {
    if (isSameFloat(format, double)) return new Float64Array(buffer)
    if (isSameFloat(format, single)) return Float64Array.from(new Float32Array(buffer))
    return null
  }
  const { size, bits, isSigned } = format
  if (bits !== 8 * size) return null
  switch (size) {
    case 1:
      return Float64Array.from(isSigned ? new Int8Array(buffer) : new Uint8Array(buffer))
    case 2:
      return Float64Array.from(isSigned ? new Int16Array(buffer) : new Uint16Array(buffer))
    case 4:
      return Float64Array.from(isSigned ? new Int32Array(buffer) : new Uint32Array(buffer))
    case 8: {
      const values = isSigned ? new BigInt64Array(buffer) : new BigUint64Array(buffer)
      const numbers = new Float64Array(values.length)
      for (let i = 0; i < values.length; i++) numbers[i] = Number(values[i])
      return numbers
    }
    default:
      return null
  }
}

function decode(bits: bigint, format: NumberFormat): number {
  if (format.kind === 'integer') {
    const field = fieldOf(bits, format.bitOffset, format.bits)
    return Number(format.isSigned ? BigInt.asIntN(format.bits, field) : field)
  }
  const sign = fieldOf(bits, format.signAt, 1) ? -1 : 1
  return sign * magnitude(bits, format)
}

/**
 * As libhdf5 takes it: an exponent of ones is infinity or no number, one
 * of zeros has no implied bit.
 */
function magnitude(bits: bigint, format: FloatFormat): number {
  const { exponentBits, mantissaBits, isLeadingBitImplied, bias } = format
  const exponent = Number(fieldOf(bits, format.exponentAt, exponentBits))
  const mantissa = fieldOf(bits, format.mantissaAt, mantissaBits)
  const fractionBits = isLeadingBitImplied ? mantissaBits : mantissaBits - 1
  if (exponent === 2 ** exponentBits - 1) {
    return fieldOf(mantissa, 0, fractionBits) === 0n ? Number.POSITIVE_INFINITY : Number.NaN
  }
  const isNormal = exponent > 0
  const implied = isLeadingBitImplied && isNormal ? 1n << BigInt(mantissaBits) : 0n
  return scaled(mantissa + implied, (isNormal ? exponent : 1) - bias - fractionBits)
}

/** `whole * 2 ** power`, rounded once, half to even. */
function scaled(whole: bigint, power: number): number {
  if (whole === 0n) return 0
  const length = whole.toString(2).length
  // What is below the smallest normal number has fewer bits than 53: it is cut to the
  // grid of the others at once.
  const dropped = Math.max(length - 53, -1074 - power, 0)
  if (dropped > length + 1) return 0
  const kept = roundedShift(whole, BigInt(dropped))
  return Number(kept) * 2 ** (power + dropped)
}

function roundedShift(whole: bigint, bits: bigint): bigint {
  if (bits === 0n) return whole
  const kept = whole >> bits
  const rest = whole - (kept << bits)
  const half = 1n << (bits - 1n)
  const goesUp = rest > half || (rest === half && (kept & 1n) === 1n)
  return goesUp ? kept + 1n : kept
}

function fieldOf(bits: bigint, at: number, length: number): bigint {
  return (bits >> BigInt(at)) & ((1n << BigInt(length)) - 1n)
}

function bitsAt(bytes: Uint8Array, at: number, size: number): bigint {
  let bits = 0n
  for (let i = size - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(bytes[at + i])
  return bits
}

/** The bytes of each number in the other order. */
function turned(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes)
  for (let at = 0; at + size <= copy.length; at += size) copy.subarray(at, at + size).reverse()
  return copy
}

function ieee(size: number, mantissaBits: number, exponentBits: number): FloatFormat {
  return {
    kind: 'float',
    size,
    isBigEndian: false,
    isLeadingBitImplied: true,
    signAt: 8 * size - 1,
    exponentAt: mantissaBits,
    exponentBits,
    mantissaAt: 0,
    mantissaBits,
    bias: 2 ** (exponentBits - 1) - 1,
  }
}

/** Whatever the order of its bytes. */
function isSameFloat(format: NumberFormat, other: FloatFormat): boolean {
  return (
    format.kind === 'float' &&
    format.size === other.size &&
    format.isLeadingBitImplied &&
    format.signAt === other.signAt &&
    format.exponentAt === other.exponentAt &&
    format.exponentBits === other.exponentBits &&
    format.mantissaAt === other.mantissaAt &&
    format.mantissaBits === other.mantissaBits &&
    format.bias === other.bias
  )
}

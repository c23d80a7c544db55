import type { CountArray } from '../../domain/counting/count-matrix.ts'
import { largestCount } from '../../domain/counting/matrix-statistics.ts'
import type { ExactNumbers } from '../../domain/numeric/exact-numbers.ts'
import { CountOverflowError } from '../../errors.ts'

/**
 * Cells of one number type, one after the other, as every host that Node runs
 * on keeps them: little-endian.
 */
export type NumberArray =
  | Uint8Array
  | Uint16Array
  | Uint32Array
  | Int32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array

interface DtypeEntry {
  /** numpy's code: byte order, kind, bytes */
  readonly code: string
  readonly Array: new (buffer: ArrayBuffer) => NumberArray
  /** largest whole number up to which every count fits exactly */
  readonly largest: number
  readonly convert: (counts: CountArray) => NumberArray
}

/** numpy's name of each number type that is written and read here. */
const dtypeTable = {
  uint8: {
    code: '|u1',
    Array: Uint8Array,
    largest: 2 ** 8 - 1,
    convert: (counts) => new Uint8Array(counts),
  },
  uint16: {
    code: '<u2',
    Array: Uint16Array,
    largest: 2 ** 16 - 1,
    convert: (counts) => new Uint16Array(counts),
  },
  uint32: {
    code: '<u4',
    Array: Uint32Array,
    largest: 2 ** 32 - 1,
    convert: (counts) => new Uint32Array(counts),
  },
  int32: {
    code: '<i4',
    Array: Int32Array,
    largest: 2 ** 31 - 1,
    convert: (counts) => new Int32Array(counts),
  },
  int64: { code: '<i8', Array: BigInt64Array, largest: Number.MAX_SAFE_INTEGER, convert: toInt64 },
  uint64: {
    code: '<u8',
    Array: BigUint64Array,
    largest: Number.MAX_SAFE_INTEGER,
    convert: (counts) => new BigUint64Array(toInt64(counts).buffer),
  },
  float32: {
    code: '<f4',
    Array: Float32Array,
    largest: 2 ** 24,
    convert: (counts) => new Float32Array(counts),
  },
  float64: {
    code: '<f8',
    Array: Float64Array,
    largest: Number.MAX_SAFE_INTEGER,
    convert: (counts) => new Float64Array(counts),
  },
} as const satisfies Record<string, DtypeEntry>

export type Dtype = keyof typeof dtypeTable

export const dtypes = Object.keys(dtypeTable) as readonly Dtype[]

/** numpy's code of a number type: `<u2` for `uint16`. */
export const dtypeCode = (dtype: Dtype): string => dtypeTable[dtype].code

/** The number type that a numpy code names, if it is one of ours. */
export function dtypeOfCode(code: string): Dtype | null {
  return dtypes.find((dtype) => dtypeTable[dtype].code === code) ?? null
}

/** The number type of an array. */
export function dtypeOf(array: NumberArray): Dtype {
  return dtypes.find((dtype) => array instanceof dtypeTable[dtype].Array) as Dtype
}

/** An array over bytes that begin at a multiple of the cell's size, without a copy. */
export function numbersOver(buffer: ArrayBuffer, dtype: Dtype): NumberArray {
  return new dtypeTable[dtype].Array(buffer)
}

/** The bytes of an array, without a copy. */
export function bytesOf(array: NumberArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/**
 * The same counts as another number type; the array itself where it is of that type already.
 *
 * @throws CountOverflowError when the type cannot hold the largest count exactly
 */
export function convertCounts(counts: CountArray, dtype: Dtype): NumberArray {
  const { largest, convert } = dtypeTable[dtype]
  const own = dtypeOf(counts)
  if (own === dtype) return counts
  if (largest < dtypeTable[own].largest) {
    const found = largestCount(counts)
    if (found > largest) throw new CountOverflowError(found, dtype)
  }
  return convert(counts)
}

/**
 * Whole numbers as numpy's usual type for them, int64; as uint64 where one needs it, and as they
 * are where one is not a whole number (or not certain to be).
 */
export function wholeArray(numbers: ExactNumbers): NumberArray {
  if (numbers instanceof Float64Array) {
    return numbers.every(Number.isSafeInteger)
      ? BigInt64Array.from<number>(numbers, BigInt)
      : numbers
  }
  const isSigned =
    numbers instanceof BigUint64Array && numbers.every((number) => number >> 63n === 0n)
  return isSigned ? new BigInt64Array(numbers) : numbers
}

/** Two 32-bit halves a cell: a BigInt a cell takes ten times as long. */
function toInt64(counts: CountArray): BigInt64Array<ArrayBuffer> {
  const cells = new BigInt64Array(counts.length)
  const halves = new Uint32Array(cells.buffer)
  for (let i = 0; i < counts.length; i++) halves[2 * i] = counts[i]
  return cells
}

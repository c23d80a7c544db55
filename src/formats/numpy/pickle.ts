// Python's pickle format, as far as it takes to write { str: [ndarray, ...] }.
import { bytesOf, type Dtype, dtypeCode, dtypeOf, type NumberArray } from './dtype.ts'

/** A key of the dictionary, and the arrays of its list. */
export interface PickledList {
  readonly key: string
  readonly arrays: AsyncIterable<PickledArray> | Iterable<PickledArray>
}

export interface PickledArray {
  readonly shape: readonly number[]
  readonly data: NumberArray
}

/** Opcodes of protocol 4 that are used here; names are those of Python's pickletools. */
const opcode = {
  APPENDS: 0x65,
  BINGET: 0x68,
  BINBYTES8: 0x8e,
  BUILD: 0x62,
  EMPTY_DICT: 0x7d,
  EMPTY_LIST: 0x5d,
  LONG1: 0x8a,
  MARK: 0x28,
  MEMOIZE: 0x94,
  NEWFALSE: 0x89,
  NEWOBJ: 0x81,
  POP: 0x30,
  PROTO: 0x80,
  REDUCE: 0x52,
  SETITEM: 0x73,
  SHORT_BINUNICODE: 0x8c,
  STACK_GLOBAL: 0x93,
  STOP: 0x2e,
  TUPLE: 0x74,
} as const

/** Places in the unpickler's memory, in the order in which they are filled. */
const memo = { ndarray: 0, dtype: 1 } as const

/**
 * The bytes of a pickle, protocol 4, of a dictionary from strings to lists of arrays of
 * one number type. Cells are handed on uncopied, array by array; each list is requested
 * when the one before is written.
 *
 * An array is `numpy.ndarray.__new__` and `__setstate__`, as numpy's own pickles are. But those
 * name a private function to make it, which moved (numpy 1: numpy.core.multiarray, numpy 2:
 * numpy._core.multiarray; the old place is to go); the class itself is public, so the file
 * loads in both, without a warning.
 *
 * @throws TypeError for an array of another number type than `dtype`
 */
export async function* encodePickle(
  lists: AsyncIterable<PickledList> | Iterable<PickledList>,
  dtype: Dtype,
): AsyncGenerator<Uint8Array> {
  yield Uint8Array.of(
    ...[opcode.PROTO, 4],
    ...[...global('numpy', 'ndarray'), opcode.MEMOIZE, opcode.POP],
    ...[...global('numpy', 'dtype'), ...tuple(...string(dtypeCode(dtype))), opcode.REDUCE],
    ...[opcode.MEMOIZE, opcode.POP],
    opcode.EMPTY_DICT,
  )
  for await (const { key, arrays } of lists) {
    yield Uint8Array.of(...string(key), opcode.EMPTY_LIST, opcode.MARK)
    for await (const array of arrays) {
      if (dtypeOf(array.data) !== dtype) {
        throw new TypeError(`an array of ${dtypeOf(array.data)} among arrays of ${dtype}`)
      }
      yield arrayHead(array)
      yield bytesOf(array.data)
      yield Uint8Array.of(opcode.TUPLE, opcode.BUILD)
    }
    yield Uint8Array.of(opcode.APPENDS, opcode.SETITEM)
  }
  yield Uint8Array.of(opcode.STOP)
}

/**
 * `ndarray.__new__((0,), dtype)`, then the state (version, shape, dtype, is Fortran
 * order, cells) up to the cells.
 */
function arrayHead({ shape, data }: PickledArray): Uint8Array {
  const ndarray = [opcode.BINGET, memo.ndarray]
  const dtype = [opcode.BINGET, memo.dtype]
  return Uint8Array.of(
    ...[...ndarray, ...tuple(...tuple(...integer(0)), ...dtype), opcode.NEWOBJ],
    ...[
      opcode.MARK,
      ...integer(1),
      ...tuple(...shape.flatMap((length) => integer(length))),
      ...dtype,
    ],
    ...[opcode.NEWFALSE, opcode.BINBYTES8, ...bytesOf(BigInt64Array.of(BigInt(data.byteLength)))],
  )
}

const tuple = (...items: number[]) => [opcode.MARK, ...items, opcode.TUPLE]

const global = (module: string, name: string) => [
  ...string(module),
  ...string(name),
  opcode.STACK_GLOBAL,
]

/** Eight bytes, whatever the size: one way for all, rather than one that is seldom taken. */
const integer = (value: number) => [opcode.LONG1, 8, ...bytesOf(BigInt64Array.of(BigInt(value)))]

/** @throws RangeError for a string of more than 255 bytes */
function string(text: string): number[] {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > 255) throw new RangeError(`a key of ${bytes.length} bytes; 255 are possible`)
  return [opcode.SHORT_BINUNICODE, bytes.length, ...bytes]
}

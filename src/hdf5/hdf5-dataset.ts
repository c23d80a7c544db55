import type { ExactNumbers } from '../domain/numeric/exact-numbers.ts'
import { RecordingError } from '../errors.ts'
import type { ChunkedData } from './chunks/chunked-data.ts'
import type { DatasetElements, EntryRange } from './dataset-elements.ts'
import { type Datatype, typeClass } from './datatype.ts'
import type { Hdf5Metadata } from './hdf5-library.ts'
import { fixedStrings, toExactNumbers, toNumbers } from './hdf5-values.ts'
import { isDouble, isReadable } from './number-format.ts'

/** What a dataset needs of the file that it is in. */
export interface ReadsDatasets {
  readonly name: string
  readonly elements: Pick<DatasetElements, 'read' | 'takeStrings' | 'chunked'>
  datatypeOf(path: string): Datatype
  dereference(reference: Uint8Array): string | null
  damaged(what: string, cause?: unknown): RecordingError
}

/** Classes of types that numbers are stored in. */
const numberClasses: readonly number[] = [
  typeClass.integer,
  typeClass.float,
  typeClass.bitfield,
  typeClass.enumeration,
]

/** What each class of types is called in messages. */
const classNames: Readonly<Record<number, string>> = {
  [typeClass.integer]: 'whole numbers',
  [typeClass.float]: 'floating-point numbers',
  [typeClass.bitfield]: 'bit fields',
  [typeClass.string]: 'texts',
  [typeClass.opaque]: 'opaque bytes',
  [typeClass.compound]: 'records of several fields',
  [typeClass.reference]: 'references to other objects',
  [typeClass.enumeration]: 'coded texts (an enumeration)',
  [typeClass.variableLength]: 'lists',
  [typeClass.array]: 'arrays',
}

/**
 * How an enumeration names its two members that is a column of booleans,
 * as h5py and MatNWB write it.
 */
const booleanNames: Readonly<Record<string, number>> = { false: 0, true: 1 }

/**
 * A dataset of an Hdf5File, as plain values. Every method throws a
 * RecordingError when it cannot be read.
 */
export class Hdf5Dataset {
  readonly path: string
  /** lengths of the dimensions; empty for a scalar */
  readonly shape: readonly number[]
  readonly #file: ReadsDatasets
  readonly #metadata: Hdf5Metadata
  #datatype: Datatype | null = null

  constructor(file: ReadsDatasets, path: string, metadata: Hdf5Metadata) {
    this.#file = file
    this.#metadata = metadata
    this.path = path
    this.shape = metadata.shape ?? [0]
  }

  get length(): number {
    return this.shape[0] ?? 1
  }

  /** Texts, or an enumeration that stands for texts. */
  get isText(): boolean {
    const isEnumeration = this.#metadata.type === typeClass.enumeration
    return this.#isString || (isEnumeration && this.#readableType !== null && !this.isBoolean)
  }

  /** An enumeration of false and true. */
  get isBoolean(): boolean {
    const names = this.#readableType?.enumeration?.names
    return Boolean(names?.length && names.every((name) => name.toLowerCase() in booleanNames))
  }

  /** Numbers that are quantities: integers, floats, bit fields, booleans. */
  get isNumeric(): boolean {
    return this.#readableType !== null && !this.isText
  }

  /** References to objects of the file. */
  get isReference(): boolean {
    const { type, ref_type } = this.#metadata
    return type === typeClass.reference && ref_type === 'object'
  }

  /** What it holds, in words, for messages. */
  get holds(): string {
    const name = classNames[this.#metadata.type] ?? 'something else'
    const isOddNumber = numberClasses.includes(this.#metadata.type) && !this.#readableType
    return isOddNumber ? `${name} of ${this.#metadata.size} bytes` : name
  }

  /** Length of a chunk along the first dimension; null: stored in one piece. */
  get chunkLength(): number | null {
    return this.#metadata.chunks?.[0] ?? null
  }

  /**
   * Length of a chunk along the second dimension; null: stored in one piece,
   * or without a second dimension.
   */
  get chunkWidth(): number | null {
    return this.#metadata.chunks?.[1] ?? null
  }

  /** Little-endian float64. */
  get isFloat64(): boolean {
    const { type, size, littleEndian } = this.#metadata
    if (type !== typeClass.float || size !== 8 || !littleEndian) return false
    const format = this.#readableType?.format
    return format ? isDouble(format) : false
  }

  /** Its chunks; null: stored in one piece, or in a way that is left to libhdf5. */
  get chunked(): ChunkedData | null {
    return this.#file.elements.chunked(this.path, this.#metadata)
  }

  /** The error of entries that cannot be what was written. */
  damaged(cause: unknown): RecordingError {
    return this.#file.damaged(`dataset ${this.path}`, cause)
  }

  /** In memory of the library; of texts of variable length only that of the pointers to them. */
  get byteLength(): number {
    return this.shape.reduce((product, length) => product * length, this.#metadata.size)
  }

  /** All elements as bytes that are equal for equal values; null of a type that is not known. */
  bytes(): Uint8Array | null {
    if (this.isText) return new TextEncoder().encode(this.strings().join('\0'))
    const isPlain = this.isNumeric || this.#metadata.type === typeClass.reference
    return isPlain ? this.#file.elements.read(this.path, this.#metadata) : null
  }

  /**
   * Elements as float64, each the nearest: integers and floats of any size that HDF5 knows,
   * booleans as 0 and 1, codes of an enumeration; text that is not a number becomes NaN. Further
   * dimensions follow row by row.
   *
   * @param range along the first dimension; all when left out
   * @throws RecordingError UNSUPPORTED_LAYOUT when it holds anything else
   */
  numbers(range?: EntryRange): Float64Array {
    if (this.#isString) {
      return Float64Array.from(this.strings(range), (text) =>
        text.trim() === '' ? Number.NaN : Number(text),
      )
    }
    const type = this.#readableType
    if (!type) throw this.#unsupported('numbers')
    const raw = this.#file.elements.read(this.path, this.#metadata, range)
    const numbers = toNumbers(raw.slice(), this.#metadata, type) as Float64Array
    const names = this.isBoolean ? this.#namesOfCodes(type) : null
    return names
      ? numbers.map((code) => booleanNames[names.get(code)?.toLowerCase() ?? ''] ?? Number.NaN)
      : numbers
  }

  /**
   * The same, but that whole numbers beyond 2^53 are not rounded: of ids, and
   * whatever else distinguishes things.
   */
  exactNumbers(range?: EntryRange): ExactNumbers {
    const type = this.isNumeric && !this.isBoolean ? this.#readableType : null
    if (!type) return this.numbers(range)
    const raw = this.#file.elements.read(this.path, this.#metadata, range)
    return toExactNumbers(raw.slice(), this.#metadata, type) as ExactNumbers
  }

  /**
   * Elements as text: those of an enumeration by their names, numbers as they are written in
   * JavaScript; NaN, a missing number, is an empty text.
   *
   * @param range along the first dimension; all when left out
   * @throws RecordingError UNSUPPORTED_LAYOUT when it holds neither texts nor numbers
   */
  strings(range?: EntryRange): string[] {
    if (!this.#isString) {
      const type = this.#readableType
      if (!type) throw this.#unsupported('texts')
      const names = this.isText ? this.#namesOfCodes(type) : null
      if (!names) return textsOf(this.exactNumbers(range))
      return Array.from(this.numbers(range), (code) => names.get(code) ?? String(code))
    }
    const raw = this.#file.elements.read(this.path, this.#metadata, range)
    return this.#metadata.vlen
      ? this.#file.elements.takeStrings(this.path, raw, range?.count)
      : fixedStrings(raw.slice(), this.#metadata)
  }

  /** Paths of the objects referred to; null for a null reference. */
  references(): (string | null)[] {
    if (!this.isReference) throw this.#unsupported('references to other objects')
    const { size } = this.#metadata
    const raw = this.#file.elements.read(this.path, this.#metadata).slice()
    // Whole columns refer to a handful of objects, and libhdf5 searches
    // the file for the name of each.
    const known = new Map<string, string | null>()
    return Array.from({ length: raw.length / size }, (_, i) => {
      const reference = raw.subarray(i * size, (i + 1) * size)
      const key = reference.join()
      const path = known.get(key) ?? this.#file.dereference(reference)
      known.set(key, path)
      return path
    })
  }

  get #isString(): boolean {
    return this.#metadata.type === typeClass.string
  }

  /**
   * Null: not numbers, or in a form that they cannot be read from. Looks
   * at the dataset's header once.
   */
  get #readableType(): Datatype | null {
    if (!numberClasses.includes(this.#metadata.type)) return null
    this.#datatype ??= this.#file.datatypeOf(this.path)
    const { format } = this.#datatype
    return format && isReadable(format) ? this.#datatype : null
  }

  #namesOfCodes({ enumeration }: Datatype): Map<number, string> {
    return new Map(enumeration?.names.map((name, i) => [enumeration.values[i], name]))
  }

  #unsupported(meant: string): RecordingError {
    const found = `${this.path} holds ${this.holds} where ${meant} are expected`
    return new RecordingError('UNSUPPORTED_LAYOUT', this.#file.name, found)
  }
}

function textsOf(numbers: ExactNumbers): string[] {
  return Array.from(numbers as ArrayLike<number | bigint>, (number) =>
    Number.isNaN(number) ? '' : String(number),
  )
}

import { RecordingError } from '../errors.ts'
import type { Hdf5Metadata } from './hdf5-library.ts'
import { fixedStrings, toNumbers, typeClass } from './hdf5-values.ts'

/** Entries along the first dimension. */
export interface EntryRange {
  readonly from: number
  readonly count: number
  /** of a matrix, only these columns */
  readonly columns?: { readonly from: number; readonly count: number }
}

/** What a dataset needs of the file that it is in. */
export interface ReadsDatasets {
  readonly name: string
  readRaw(path: string, metadata: Hdf5Metadata, range?: EntryRange): Uint8Array
  takeStrings(path: string, pointers: Uint8Array, rangeCount?: number): string[]
  dereference(reference: Uint8Array): string | null
  filtersOf(path: string): number[]
  damaged(what: string, cause?: unknown): RecordingError
}

/** Some of libhdf5's filters, by their numbers. */
export const filter = { deflate: 1, shuffle: 2 } as const

/** A dataset of an Hdf5File, as plain values. Every method throws a RecordingError when it cannot be read. */
export class Hdf5Dataset {
  readonly path: string
  /** lengths of the dimensions; empty for a scalar */
  readonly shape: readonly number[]
  readonly #file: ReadsDatasets
  readonly #metadata: Hdf5Metadata

  constructor(file: ReadsDatasets, path: string, metadata: Hdf5Metadata) {
    this.#file = file
    this.#metadata = metadata
    this.path = path
    this.shape = metadata.shape ?? [0]
  }

  get length(): number {
    return this.shape[0] ?? 1
  }

  get isText(): boolean {
    return this.#metadata.type === typeClass.string
  }

  /** Integers, floats or an enumeration such as HDF5's booleans. */
  get isNumeric(): boolean {
    const { type } = this.#metadata
    return [typeClass.integer, typeClass.float, typeClass.enumeration].some((one) => one === type)
  }

  /** Length of a chunk along the first dimension; null: stored in one piece. */
  get chunkLength(): number | null {
    return this.#metadata.chunks?.[0] ?? null
  }

  /** Length of a chunk along the second dimension; null: stored in one piece, or without a second dimension. */
  get chunkWidth(): number | null {
    return this.#metadata.chunks?.[1] ?? null
  }

  /** Little-endian float64. */
  get isFloat64(): boolean {
    const { type, size, littleEndian } = this.#metadata
    return type === typeClass.float && size === 8 && littleEndian
  }

  /** libhdf5's numbers of the filters that chunks went through, in order. */
  get filters(): readonly number[] {
    return this.#file.filtersOf(this.path)
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
    return isPlain ? this.#file.readRaw(this.path, this.#metadata) : null
  }

  /**
   * Elements as float64; text that is no number becomes NaN. Further dimensions follow row by row.
   *
   * @param range along the first dimension; all when left out
   */
  numbers(range?: EntryRange): Float64Array {
    if (this.isText) {
      return Float64Array.from(this.strings(range), (text) =>
        text.trim() === '' ? Number.NaN : Number(text),
      )
    }
    const raw = this.#file.readRaw(this.path, this.#metadata, range)
    const numbers = toNumbers(raw.slice(), this.#metadata)
    if (!numbers) {
      throw new RecordingError(
        'UNSUPPORTED_LAYOUT',
        this.#file.name,
        `${this.path} holds no numbers`,
      )
    }
    return numbers
  }

  /**
   * Elements as text; numbers as they are written in JavaScript.
   *
   * @param range along the first dimension; all when left out
   */
  strings(range?: EntryRange): string[] {
    if (!this.isText) return Array.from(this.numbers(range), String)
    const raw = this.#file.readRaw(this.path, this.#metadata, range)
    return this.#metadata.vlen
      ? this.#file.takeStrings(this.path, raw, range?.count)
      : fixedStrings(raw.slice(), this.#metadata)
  }

  /** Paths of the objects referred to; null for a null reference. */
  references(): (string | null)[] {
    const { type, ref_type, size } = this.#metadata
    if (type !== typeClass.reference || ref_type !== 'object') {
      throw new RecordingError(
        'UNSUPPORTED_LAYOUT',
        this.#file.name,
        `${this.path} holds no references`,
      )
    }
    const raw = this.#file.readRaw(this.path, this.#metadata).slice()
    return Array.from({ length: raw.length / size }, (_, i) =>
      this.#file.dereference(raw.subarray(i * size, (i + 1) * size)),
    )
  }
}

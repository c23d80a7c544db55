import type { ByteSource } from '../byte-sources/byte-source.ts'
import { RecordingError } from '../errors.ts'
import type { ChunkFilter } from './chunks/chunk-filters.ts'
import type { Box, ChunkedData } from './chunks/chunked-data.ts'
import { openChunked } from './chunks/open-chunked.ts'
import { typeClass } from './datatype.ts'
import type { Hdf5Metadata, Hdf5Module } from './hdf5-library.ts'
import type { LibraryFile } from './library-file.ts'
import { PathMap } from './path-map.ts'
import type { FileLayout } from './superblock.ts'

/** Entries along the first dimension. */
export interface EntryRange {
  readonly from: number
  readonly count: number
  /** of a matrix, only these columns */
  readonly columns?: { readonly from: number; readonly count: number }
}

/**
 * Filters that are built into the library used here: deflate, shuffle,
 * fletcher32, nbit, scaleoffset.
 */
const KNOWN_FILTERS = [1, 2, 3, 5, 6]

/**
 * No column of structure is near this; spikes are read in pieces. Bounds what
 * a crafted shape can allocate.
 */
const MAX_READ_BYTES = 512 * 1024 * 1024

/**
 * Decodes elements.
 *
 * @param elements a copy of their bytes as the library has them
 * @param memory of the library, to which they may point; taken again after each call of it
 */
export type Decode<Decoded> = (
  elements: Uint8Array<ArrayBuffer>,
  memory: () => Uint8Array,
) => Decoded

/** The elements of a file's datasets, as bytes: by libhdf5, or from the chunks themselves. */
export class DatasetElements {
  readonly #library: LibraryFile
  readonly #module: Hdf5Module
  readonly #id: bigint
  readonly #source: ByteSource
  readonly #layout: FileLayout
  readonly #chunked = new PathMap<ChunkedData | null>()
  /** the dataset read last: it alone keeps a chunk in memory */
  #lastChunked: ChunkedData | null = null

  constructor(library: LibraryFile, source: ByteSource, layout: FileLayout) {
    this.#library = library
    this.#module = library.module
    this.#id = library.id
    this.#source = source
    this.#layout = layout
  }

  /**
   * Decode a block of a dataset while the library holds what the elements point to.
   *
   * @param box of as many dimensions as the dataset has
   * @param hasPointers whether elements point to texts or lists
   */
  decode<Decoded>(
    path: string,
    metadata: Hdf5Metadata,
    box: Box,
    hasPointers: boolean,
    decode: Decode<Decoded>,
  ): Decoded {
    const wanted = box.count.length === 0 ? null : box
    const elements = this.#readBox(path, metadata, wanted, hasPointers)
    const { filled } = this.#library
    const decoded = decode(elements.slice(), () => this.#module.HEAPU8)
    if (hasPointers && elements.length > 0) this.#reclaim(path, filled, wanted?.count)
    return decoded
  }

  /**
   * Read elements into memory of the library and hand out a view of it,
   * which holds until the next call.
   *
   * @param range along the first dimension, and of a matrix along the second; all when left out
   */
  read(path: string, metadata: Hdf5Metadata, range?: EntryRange): Uint8Array {
    return this.#readBox(path, metadata, range ? boxOf(metadata, range) : null)
  }

  /** @param box null: all elements */
  #readBox(
    path: string,
    metadata: Hdf5Metadata,
    box: Box | null,
    hasPointers?: boolean,
  ): Uint8Array {
    const counts = box?.count ?? metadata.shape ?? [0]
    const bytes = counts.reduce((product, length) => product * length, metadata.size)
    if (bytes === 0) return new Uint8Array(0)
    if (bytes > MAX_READ_BYTES) {
      throw new RecordingError(
        'UNSUPPORTED_LAYOUT',
        this.#library.name,
        `${path} is ${bytes} bytes large`,
      )
    }
    const chunked = this.chunked(path, metadata, hasPointers)
    if (chunked) {
      if (this.#lastChunked !== chunked) this.#lastChunked?.forgetChunk()
      this.#lastChunked = chunked
      const part = box ?? boxOf(metadata)
      const isAsStored = hasStoredBytes(metadata)
      if (isAsStored && chunked.isReadable) {
        return chunked.read(part, (place) => this.#unwritten(path, metadata, place))
      }
      chunked.check(part)
    }
    const pointer = this.#library.zeros(bytes)
    const { foreignOpens } = this.#library
    const status = this.#library.attempt(`dataset ${path}`, () =>
      box
        ? this.#module.get_dataset_data(
            this.#id,
            path,
            box.count.map(BigInt),
            box.from.map(BigInt),
            box.count.map(() => 1n),
            BigInt(pointer),
          )
        : this.#module.get_dataset_data(this.#id, path, null, null, null, BigInt(pointer)),
    )
    const pointsOut = this.#library.foreignOpens > foreignOpens
    if (status < 0 || pointsOut) throw this.#readFailure(path, pointsOut)
    return this.#module.HEAPU8.subarray(pointer, pointer + bytes)
  }

  /**
   * The chunks of a dataset, which are read once and kept.
   *
   * @param hasPointers whether its elements have other lengths in the file than in memory
   * @returns null: not in chunks, or in a form that is left to libhdf5
   */
  chunked(
    path: string,
    metadata: Hdf5Metadata,
    hasPointers = metadata.vlen || metadata.type === typeClass.variableLength,
  ): ChunkedData | null {
    const open = () =>
      openChunked(
        this.#source,
        this.#layout,
        this.#library.addressOf(path),
        metadata,
        hasPointers ? null : metadata.size,
        this.filters(path),
        (cause) => this.#library.damaged(`dataset ${path}`, cause),
      )
    return this.#chunked.get(path, () => (metadata.chunks ? open() : null))
  }

  /**
   * An entry that was never written, as libhdf5 has it: it knows the dataset's fill
   * value, and when that counts.
   */
  #unwritten(path: string, metadata: Hdf5Metadata, place: readonly number[]): Uint8Array {
    const pointer = this.#library.zeros(metadata.size)
    const one = place.map(() => 1n)
    const status = this.#library.call(`dataset ${path}`, () =>
      this.#module.get_dataset_data(this.#id, path, one, place.map(BigInt), one, BigInt(pointer)),
    )
    if (status < 0) throw this.#library.damaged(`dataset ${path}`)
    return this.#module.HEAPU8.slice(pointer, pointer + metadata.size)
  }

  /**
   * Strings that variable-length elements, just read by {@link read}, point
   * to; gives their memory back.
   *
   * @param rangeCount how many entries along the first dimension were read; all when left out
   */
  takeStrings(path: string, pointers: Uint8Array, rangeCount?: number): string[] {
    if (pointers.length === 0) return []
    const addresses = new Uint32Array(pointers.buffer, pointers.byteOffset, pointers.length / 4)
    const strings = this.#library.texts(addresses)
    const count = rangeCount === undefined ? undefined : [rangeCount]
    this.#reclaim(path, this.#library.filled, count)
    return strings
  }

  /**
   * Give back the memory of texts or lists that elements point to.
   *
   * @param pointer address of the elements
   * @param counts of entries along the dimensions; all when left out
   */
  #reclaim(path: string, pointer: number, counts?: readonly number[]): void {
    const elements = BigInt(pointer)
    if (!counts) this.#module.reclaim_vlen_memory(this.#id, path, '', elements)
    else this.#module.reclaim_vlen_memory_count(this.#id, path, '', elements, counts.map(BigInt))
  }

  /** Filters that the chunks of a dataset, which must be there, went through, in their order. */
  filters(path: string): (ChunkFilter & { readonly name: string })[] {
    const filters = this.#library.call(`filters of ${path}`, () =>
      this.#module.get_dataset_filters(this.#id, path),
    )
    return filters.map(({ id, name, cd_values }) => ({ id, name, parameters: cd_values }))
  }

  /**
   * @param pointsOut libhdf5 looked for another file: for external storage, or
   *   for the plugin of a filter
   */
  #readFailure(path: string, pointsOut: boolean): RecordingError {
    const unknown = this.filters(path).find(({ id }) => !KNOWN_FILTERS.includes(id))
    if (unknown) {
      const filter = unknown.name || `filter ${unknown.id}`
      const found = `${path} is compressed with ${filter}`
      return new RecordingError('FILTER_MISSING', this.#library.name, found)
    }
    if (!pointsOut) return this.#library.damaged(`dataset ${path}`)
    return new RecordingError(
      'EXTERNAL_DATA_REFUSED',
      this.#library.name,
      `external storage of ${path}`,
    )
  }
}

/** Whether libhdf5 hands out the bytes of elements as they are stored. */
function hasStoredBytes({ type, vlen, size, littleEndian }: Hdf5Metadata): boolean {
  if (type === typeClass.string) return !vlen
  if (type === typeClass.enumeration) return true
  const isNumber = [typeClass.integer, typeClass.float, typeClass.bitfield].includes(type as 0)
  return isNumber && (littleEndian || size === 1)
}

function boxOf({ shape }: Hdf5Metadata, range?: EntryRange): Box {
  const whole = { from: shape?.map(() => 0) ?? [], count: shape ?? [] }
  if (!range) return whole
  const { from, count, columns } = range
  const [, ...innerFrom] = whole.from
  const [, ...innerCount] = whole.count
  return columns && innerCount.length === 1
    ? { from: [from, columns.from], count: [count, columns.count] }
    : { from: [from, ...innerFrom], count: [count, ...innerCount] }
}

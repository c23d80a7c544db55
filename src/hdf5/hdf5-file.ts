import type { ByteSource } from '../byte-sources/byte-source.ts'
import { type SessionWarning, WarningCollector } from '../domain/session/session-warning.ts'
import { RecordingError } from '../errors.ts'
import type { ChunkFilter } from './chunks/chunk-filters.ts'
import type { Box, ChunkedData } from './chunks/chunked-data.ts'
import { openChunked } from './chunks/open-chunked.ts'
import {
  attributeDatatypeAt,
  attributeDatatypeBytesAt,
  type Datatype,
  datatypeAt,
  datatypeBytesAt,
  typeClass,
} from './datatype.ts'
import { parseStoredType, type StoredType } from './elements/stored-type.ts'
import { type EntryRange, Hdf5Dataset } from './hdf5-dataset.ts'
import { type Hdf5Metadata, type Hdf5Module, loadHdf5 } from './hdf5-library.ts'
import { fixedStrings, toExactNumbers } from './hdf5-values.ts'
import { LibraryFile } from './library-file.ts'
import { type HeaderMessage, messageType, readObjectHeader } from './object-header.ts'
import { type IndirectLink, ObjectPaths } from './object-paths.ts'
import { PathMap } from './path-map.ts'
import { Prefetcher } from './structure/prefetcher.ts'
import { walkStructure } from './structure/walk-structure.ts'
import { checkSuperblock, type FileLayout } from './superblock.ts'

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

/** Types of attributes that are read. */
const scalarTypes: readonly number[] = [
  typeClass.integer,
  typeClass.float,
  typeClass.string,
  typeClass.enumeration,
]

/** hobj_ref_t of libhdf5; a reference to a region has 12. */
const OBJECT_REFERENCE_BYTES = 8

/**
 * Decodes elements.
 *
 * @param elements a copy of their bytes as the library has them
 * @param memory of the library, to which they may point; taken again after each call of it
 */
type Decode<Decoded> = (elements: Uint8Array<ArrayBuffer>, memory: () => Uint8Array) => Decoded

/**
 * One HDF5 file: groups, attributes and datasets as plain values. Sees nothing but its byte source:
 * links, storage and virtual datasets in other files are refused. Every method throws a
 * RecordingError when the file cannot be read: what is there and cannot be read is never taken for
 * absent. After a read of the byte source failed, every method throws that failure: libhdf5 may
 * have kept what it made of it, so that the file must be opened again.
 */
export class Hdf5File {
  readonly #source: ByteSource
  readonly #layout: FileLayout
  /** null: reads do not wait, so that nothing need be fetched ahead */
  readonly #prefetcher: Prefetcher | null
  readonly #library: LibraryFile
  readonly #paths: ObjectPaths
  /** null: nobody wants to know */
  #warnings: WarningCollector | null = null
  readonly #chunked = new PathMap<ChunkedData | null>()
  /** the dataset read last: it alone keeps a chunk in memory */
  #lastChunked: ChunkedData | null = null
  readonly #datatypes = new PathMap<Datatype>()

  /**
   * @param isWanted says of which datasets will be prefetched first: they come meanwhile
   * @throws RecordingError NOT_HDF5, FILE_TRUNCATED, FILE_DAMAGED
   */
  static async open(
    source: ByteSource,
    isWanted: ((path: string) => boolean) | null = null,
  ): Promise<Hdf5File> {
    const superblock = checkSuperblock(source)
    const { root } = superblock
    // V8 compiles it in threads of its own, while this one waits for the server.
    const library = loadHdf5()
    library.catch(() => {})
    const isWalked = source.cost.latency > 0 && root !== null
    const structure = isWalked ? walkStructure(source, superblock, root) : null
    const prefetcher = structure && new Prefetcher(source, superblock, structure)
    if (isWanted) prefetcher?.begin(isWanted)
    return new Hdf5File(new LibraryFile(await library, source), source, superblock, prefetcher)
  }

  private constructor(
    library: LibraryFile,
    source: ByteSource,
    layout: FileLayout,
    prefetcher: Prefetcher | null,
  ) {
    this.#library = library
    this.#source = source
    this.#layout = layout
    this.#prefetcher = prefetcher
    this.#paths = new ObjectPaths(library, (path) =>
      this.headerMessages(path).some(({ type }) => type === messageType.layout),
    )
  }

  get name(): string {
    return this.#library.name
  }

  close(): void {
    this.#library.close()
    this.#source.close()
  }

  /**
   * Warn of something in the file that is left out, or not taken as it stands. For whatever
   * reads the file: it is safe to call at any time, as often as the thing is read, and only
   * heard by {@link collectWarnings}.
   */
  warn(warning: SessionWarning): void {
    this.#warnings?.add(warning)
  }

  /**
   * All that is warned of while something is read. What was read before, and kept,
   * warns no more: read it again.
   */
  collectWarnings(read: () => void): SessionWarning[] {
    const warnings = new WarningCollector()
    this.#warnings = warnings
    try {
      read()
    } finally {
      this.#warnings = null
    }
    return warnings.sorted()
  }

  /**
   * Fetch datasets that will be read soon, together, where each would be a wait otherwise: those in
   * one piece, and not large; of texts also what they refer to.
   */
  prefetch(isWanted: (path: string) => boolean): void {
    this.#prefetcher?.datasets(isWanted)
  }

  /**
   * Have the first, middle and last entries of datasets in one piece fetched, as libhdf5 will read
   * them; it goes on meanwhile.
   */
  prefetchProbes(paths: readonly string[]): void {
    this.#prefetcher?.probes(paths)
  }

  /** The same of single texts, by their rows. */
  prefetchTexts(
    wanted: readonly { readonly path: string; readonly rows: readonly number[] }[],
  ): void {
    this.#prefetcher?.texts(wanted)
  }

  /** What stands at a path; soft links are followed. */
  kind(path: string): 'group' | 'dataset' | null {
    const kind = this.objectKind(path)
    return kind === 'datatype' ? null : kind
  }

  /** The same, and also types that stand by themselves. */
  objectKind(path: string): 'group' | 'dataset' | 'datatype' | null {
    return this.#paths.kind(path)
  }

  /** The link that a path ends in; null: it is not there, or leads straight to its object. */
  linkAt(path: string): IndirectLink | null {
    return this.#paths.link(path)
  }

  /** Names of what a group holds, in order of their names; none where there is no such group. */
  children(path: string): string[] {
    return [...this.members(path)].sort()
  }

  /**
   * The same in the file's order: of creation where the group keeps that, else of the names.
   */
  members(path: string): ReadonlySet<string> {
    return this.#paths.members(path)
  }

  /**
   * Names of an object's attributes, in the library's order; none where there is no such object.
   */
  attributeNames(path: string): string[] {
    if (!this.objectKind(path)) return []
    return this.#call(`attributes of ${path}`, () =>
      this.#module.get_attribute_names(this.#id, path),
    )
  }

  /** A scalar attribute as text, or null. */
  attributeText(path: string, name: string): string | null {
    const value = this.#attribute(path, name)
    return value === null || value === undefined ? null : String(value)
  }

  /** A scalar attribute as a number, or null. */
  attributeNumber(path: string, name: string): number | null {
    const value = this.#attribute(path, name)
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null
  }

  /** How a dataset, which must be there, is stored, as h5wasm has it. */
  metadata(path: string): Hdf5Metadata {
    return this.#call(`dataset ${path}`, () => this.#module.get_dataset_metadata(this.#id, path))
  }

  /** A dataset, or null where there is none. */
  dataset(path: string): Hdf5Dataset | null {
    if (this.kind(path) !== 'dataset') return null
    const metadata = this.metadata(path)
    if (metadata.virtual_sources) {
      throw new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `virtual dataset ${path}`)
    }
    return new Hdf5Dataset(this, path, metadata)
  }

  /**
   * How the elements of a dataset are stored, as the file itself says it.
   *
   * @throws RecordingError UNSUPPORTED_LAYOUT where it does not stand in the header of the dataset
   */
  datatypeOf(path: string): Datatype {
    return this.#datatypes.get(path, () => {
      const datatype = datatypeAt(this.#source, this.#layout, this.#addressOf(path))
      if (datatype) return datatype
      const found = `the datatype of ${path} is not where it usually is; repack the file with h5repack`
      throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, found)
    })
  }

  /**
   * Path of the object that a reference of 8 bytes, or one of 12 bytes to a region, leads to; null
   * for a null reference.
   */
  dereference(reference: Uint8Array): string | null {
    if (reference.every((byte) => byte === 0)) return null
    const isObject = reference.length === OBJECT_REFERENCE_BYTES
    return this.#call('a reference', () =>
      this.#module.get_referenced_name(this.#id, reference, isObject),
    )
  }

  /** Messages of the header of an object, which must be there; none where it is not readable. */
  headerMessages(path: string): readonly HeaderMessage[] {
    return readObjectHeader(this.#source, this.#layout, this.#addressOf(path)) ?? []
  }

  /** Where addresses count from, and how many bytes they have. */
  get layout(): FileLayout {
    return this.#layout
  }

  /** The datatype of a dataset with all that is nested in it; null: not where it usually is. */
  storedType(path: string): StoredType | null {
    const bytes = datatypeBytesAt(this.#source, this.#layout, this.#addressOf(path))
    return bytes && parseStoredType(bytes)
  }

  /** How an attribute, which must be there, is stored. */
  attribute(
    path: string,
    name: string,
  ): { readonly metadata: Hdf5Metadata; readonly storedType: StoredType | null } {
    const metadata = this.#call(`attribute ${name} of ${path}`, () =>
      this.#module.get_attribute_metadata(this.#id, path, name),
    )
    const address = this.#addressOf(path)
    const bytes = attributeDatatypeBytesAt(this.#source, this.#layout, address, name)
    return { metadata, storedType: bytes && parseStoredType(bytes) }
  }

  /**
   * Decode the elements of an attribute while the library holds what they point to.
   *
   * @param hasPointers whether elements point to texts or lists
   */
  decodeAttribute<Decoded>(
    path: string,
    name: string,
    { size, total_size }: Hdf5Metadata,
    hasPointers: boolean,
    decode: Decode<Decoded>,
  ): Decoded {
    const what = `attribute ${name} of ${path}`
    const bytes = size * total_size
    if (bytes === 0) return decode(new Uint8Array(0), () => this.#module.HEAPU8)
    const pointer = this.#library.zeros(bytes)
    // The library cannot turn the bytes of some types, which is no failure.
    const status = this.#library.attempt(what, () =>
      this.#module.get_attribute_data(this.#id, path, name, BigInt(pointer)),
    )
    if (status < 0) throw this.damaged(what)
    const elements = this.#module.HEAPU8.slice(pointer, pointer + bytes)
    const decoded = decode(elements, () => this.#module.HEAPU8)
    if (hasPointers) this.#module.reclaim_vlen_memory(this.#id, path, name, BigInt(pointer))
    return decoded
  }

  /**
   * Decode a block of a dataset while the library holds what the elements point to.
   *
   * @param box of as many dimensions as the dataset has
   * @param hasPointers whether elements point to texts or lists
   */
  decodeBox<Decoded>(
    path: string,
    metadata: Hdf5Metadata,
    box: Box,
    hasPointers: boolean,
    decode: Decode<Decoded>,
  ): Decoded {
    const isScalar = box.count.length === 0
    const elements = this.#readBox(path, metadata, isScalar ? null : box, hasPointers)
    const pointer = this.#library.filled
    const decoded = decode(elements.slice(), () => this.#module.HEAPU8)
    if (!hasPointers || elements.length === 0) return decoded
    if (isScalar) this.#module.reclaim_vlen_memory(this.#id, path, '', BigInt(pointer))
    else {
      const count = box.count.map(BigInt)
      this.#module.reclaim_vlen_memory_count(this.#id, path, '', BigInt(pointer), count)
    }
    return decoded
  }

  /**
   * Read elements into memory of the library and hand out a view of it,
   * which holds until the next call.
   *
   * @param range along the first dimension, and of a matrix along the second; all when left out
   */
  readRaw(path: string, metadata: Hdf5Metadata, range?: EntryRange): Uint8Array {
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
      throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, `${path} is ${bytes} bytes large`)
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
        this.#addressOf(path),
        metadata,
        hasPointers ? null : metadata.size,
        this.filters(path),
        (cause) => this.damaged(`dataset ${path}`, cause),
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
    const status = this.#call(`dataset ${path}`, () =>
      this.#module.get_dataset_data(this.#id, path, one, place.map(BigInt), one, BigInt(pointer)),
    )
    if (status < 0) throw this.damaged(`dataset ${path}`)
    return this.#module.HEAPU8.slice(pointer, pointer + metadata.size)
  }

  /**
   * Strings that variable-length elements, just read by {@link readRaw}, point
   * to; gives their memory back.
   *
   * @param rangeCount how many entries along the first dimension were read; all when left out
   */
  takeStrings(path: string, pointers: Uint8Array, rangeCount?: number): string[] {
    if (pointers.length === 0) return []
    const addresses = new Uint32Array(pointers.buffer, pointers.byteOffset, pointers.length / 4)
    const strings = this.#library.texts(addresses)
    const read = BigInt(this.#library.filled)
    if (rangeCount === undefined) this.#module.reclaim_vlen_memory(this.#id, path, '', read)
    else this.#module.reclaim_vlen_memory_count(this.#id, path, '', read, [BigInt(rangeCount)])
    return strings
  }

  /**
   * @throws the failure of the byte source, where one of its reads failed since the file was opened
   */
  assertReadable(): void {
    this.#library.assertReadable()
  }

  damaged(what: string, cause?: unknown): RecordingError {
    return this.#library.damaged(what, cause)
  }

  get #module(): Hdf5Module {
    return this.#library.module
  }

  get #id(): bigint {
    return this.#library.id
  }

  #call<Result>(what: string, call: () => Result): Result {
    return this.#library.call(what, call)
  }

  #addressOf(path: string): number {
    return this.#library.addressOf(path)
  }

  #attribute(path: string, name: string): unknown {
    if (!this.kind(path)) return null
    const what = `attribute ${name} of ${path}`
    const metadata = this.#call(what, () =>
      this.#module.get_attribute_names(this.#id, path).includes(name)
        ? this.#module.get_attribute_metadata(this.#id, path, name)
        : null,
    )
    if (!metadata) return null
    const isScalar = metadata.shape !== null && metadata.total_size === 1
    if (!isScalar || !scalarTypes.includes(metadata.type)) return null
    const pointer = this.#library.zeros(metadata.size)
    const status = this.#call(what, () =>
      this.#module.get_attribute_data(this.#id, path, name, BigInt(pointer)),
    )
    if (status < 0) throw this.damaged(what)
    const bytes = this.#module.HEAPU8.slice(pointer, pointer + metadata.size)
    if (metadata.type !== typeClass.string) {
      const address = this.#addressOf(path)
      const datatype = attributeDatatypeAt(this.#source, this.#layout, address, name)
      return toExactNumbers(bytes, metadata, datatype)?.[0] ?? null
    }
    if (!metadata.vlen) return fixedStrings(bytes, metadata)[0]
    const [text] = this.#library.texts(new Uint32Array(bytes.buffer, 0, 1))
    this.#module.reclaim_vlen_memory(this.#id, path, name, BigInt(pointer))
    return text
  }

  /** Filters that the chunks of a dataset, which must be there, went through, in their order. */
  filters(path: string): (ChunkFilter & { readonly name: string })[] {
    const filters = this.#call(`filters of ${path}`, () =>
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
      return new RecordingError('FILTER_MISSING', this.name, found)
    }
    if (!pointsOut) return this.damaged(`dataset ${path}`)
    return new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `external storage of ${path}`)
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

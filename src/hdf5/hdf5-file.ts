import type { ByteRange, ByteSource } from '../byte-sources/byte-source.ts'
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
import type { Hdf5Diagnostics } from './hdf5-diagnostics.ts'
import {
  type Hdf5Library,
  type Hdf5Metadata,
  type Hdf5Module,
  isTrap,
  loadHdf5,
} from './hdf5-library.ts'
import { decodeText, fixedStrings, toExactNumbers } from './hdf5-values.ts'
import { type HeaderMessage, messageType, readObjectHeader } from './object-header.ts'
import type { Sandbox } from './sandbox.ts'
import { TEXT_REFERENCE_BYTES, textHeaps } from './structure/attribute-heaps.ts'
import { collectionBegins, collectionRests, fetchParts } from './structure/fetch-parts.ts'
import { type StoredStructure, walkStructure } from './structure/walk-structure.ts'
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

/** Columns of all tables but spikes and waveforms; larger ones are fetched when they are read. */
const MOST_PREFETCHED_BYTES = 2 ** 20

/** What libhdf5 reads where a few entries are asked for. */
const SIEVE_BYTES = 2 ** 16

/** Types of attributes that are read. */
const scalarTypes: readonly number[] = [
  typeClass.integer,
  typeClass.float,
  typeClass.string,
  typeClass.enumeration,
]

/** Bytes that a library which has memory left can give. */
const SOME_MEMORY = 2 ** 24

/** Paths of which something is remembered: more than any recording has. */
const MOST_PATHS = 2 ** 18

/** hobj_ref_t of libhdf5; a reference to a region has 12. */
const OBJECT_REFERENCE_BYTES = 8

/** Longest chain of soft links that is followed. */
const MAX_LINKS = 16

/**
 * Decodes elements.
 *
 * @param elements a copy of their bytes as the library has them
 * @param memory of the library, to which they may point; requested anew after each call of it
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
  readonly name: string
  readonly #source: ByteSource
  readonly #layout: FileLayout
  /** null: reads do not wait, so that nothing need be fetched ahead */
  readonly #structure: StoredStructure | null
  #areTextsFetched = false
  readonly #module: Hdf5Module
  readonly #sandbox: Sandbox
  readonly #diagnostics: Hdf5Diagnostics
  readonly #path: string
  readonly #id: bigint
  #scratch = { pointer: 0, bytes: 0 }
  #sourceFailure: unknown = null
  /** null: nobody wants to know */
  #warnings: WarningCollector | null = null
  /** what was found at each path so far; the file does not change while it is open */
  readonly #types = new Map<string, number | null>()
  /** what each group seen so far holds */
  readonly #names = new Map<string, ReadonlySet<string>>()
  readonly #chunked = new Map<string, ChunkedData | null>()
  /** the dataset read last: it alone keeps a chunk in memory */
  #lastChunked: ChunkedData | null = null
  readonly #datatypes = new Map<string, Datatype>()

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
    if (structure && isWanted) {
      source.prefetch([
        ...wantedData(structure, isWanted).map(([, range]) => range),
        ...collectionBegins(source, structure.heaps),
      ])
    }
    return new Hdf5File(await library, source, superblock, structure)
  }

  private constructor(
    { module, sandbox, diagnostics }: Hdf5Library,
    source: ByteSource,
    layout: FileLayout,
    structure: StoredStructure | null,
  ) {
    this.name = source.name
    this.#source = source
    this.#layout = layout
    this.#structure = structure
    this.#module = module
    this.#sandbox = sandbox
    this.#diagnostics = diagnostics
    this.#path = sandbox.mount(source, (failure) => {
      this.#sourceFailure ??= failure
    })
    this.#id = module.open(this.#path, module.H5F_ACC_RDONLY, false, -1, -1)
    if (this.#id <= 0n) {
      sandbox.unmount(this.#path)
      throw this.damaged('its structure')
    }
  }

  close(): void {
    this.#module.close_file(this.#id)
    if (this.#scratch.pointer) this.#module._free(this.#scratch.pointer)
    this.#sandbox.unmount(this.#path)
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
    if (!this.#structure) return
    const { texts, heaps } = this.#structure
    const wanted = wantedData(this.#structure, isWanted)
    // Those of attributes are wanted by whatever is read first.
    const ofAttributes = this.#areTextsFetched ? [] : collectionBegins(this.#source, heaps)
    this.#areTextsFetched = true
    const parts = fetchParts(this.#source, [...wanted.map(([, range]) => range), ...ofAttributes])
    this.#fetchTexts(
      parts.slice(0, wanted.length).filter((_, i) => texts.has(wanted[i][0])),
      collectionRests(ofAttributes, parts.slice(wanted.length)),
    )
  }

  /**
   * Have the first, middle and last entries of datasets in one piece fetched, as libhdf5 will read
   * them; it goes on meanwhile.
   */
  prefetchProbes(paths: readonly string[]): void {
    const places = paths.flatMap((path) => this.#structure?.data.get(path) ?? [])
    this.#source.prefetch(
      places.flatMap(({ position, length }) =>
        [0, Math.floor(length / 2), length - SIEVE_BYTES].map((from) => {
          const start = Math.max(0, Math.min(from, length - 1))
          return { position: position + start, length: Math.min(SIEVE_BYTES, length - start) }
        }),
      ),
    )
  }

  /** The same of single texts, by their rows. */
  prefetchTexts(wanted: readonly { readonly path: string; readonly rows: readonly number[] }[]) {
    const { data } = this.#structure ?? { data: new Map<string, ByteRange>() }
    const ranges = wanted.flatMap(({ path, rows }) => {
      const all = data.get(path)
      if (!all || !this.#structure?.texts.has(path)) return []
      return rows.map((row) => {
        const from = row * TEXT_REFERENCE_BYTES
        const length = Math.min(SIEVE_BYTES, all.length - from)
        return { position: all.position + from, length }
      })
    })
    const ofRows = fetchParts(this.#source, ranges).map((bytes) =>
      bytes.subarray(0, TEXT_REFERENCE_BYTES),
    )
    this.#fetchTexts(ofRows, [])
  }

  /** The collections that elements refer to, and other parts. */
  #fetchTexts(elements: readonly Uint8Array[], others: readonly ByteRange[]): void {
    const addresses = new Set(elements.flatMap(textHeaps))
    const positions = Array.from(addresses, (address) => this.#layout.base + address)
    const begins = collectionBegins(this.#source, new Set(positions))
    const parts = fetchParts(this.#source, [...begins, ...others])
    fetchParts(this.#source, collectionRests(begins, parts))
  }

  /** What stands at a path; soft links are followed. */
  kind(path: string): 'group' | 'dataset' | null {
    const kind = this.objectKind(path)
    return kind === 'datatype' ? null : kind
  }

  /** The same, and also types that stand by themselves. */
  objectKind(path: string): 'group' | 'dataset' | 'datatype' | null {
    const type = this.#typeAt(path)
    if (type === this.#module.H5G_GROUP) return 'group'
    if (type === this.#module.H5G_DATASET) return 'dataset'
    return type === this.#module.H5G_TYPE ? 'datatype' : null
  }

  /** The link that a path ends in; null: it is not there, or leads straight to its object. */
  linkAt(path: string): { kind: 'soft' | 'external'; target: string } | null {
    const [parent, name] = split(path)
    if (path === '/' || this.kind(parent) !== 'group' || !this.#namesIn(parent).has(name)) {
      return null
    }
    const what = `the link ${path}`
    const target = this.#call(what, () => this.#module.get_symbolic_link(this.#id, path))
    if (target) return { kind: 'soft', target }
    const type = this.#call(what, () => this.#module.get_type(this.#id, path))
    if (type !== this.#module.H5G_UDLINK) return null
    const { filename = '', obj_path = '' } = this.#call(what, () =>
      this.#module.get_external_link(this.#id, path),
    )
    // Whoever wrote the file may have had it in a folder of theirs.
    return { kind: 'external', target: `${filename.split(/[\\/]/).at(-1)}:${obj_path}` }
  }

  /** Names of what a group holds, in order of their names; none where there is no such group. */
  children(path: string): string[] {
    return [...this.members(path)].sort()
  }

  /**
   * The same in the file's order: of creation where the group keeps that, else of the names.
   */
  members(path: string): ReadonlySet<string> {
    return this.kind(path) === 'group' ? this.#namesIn(path) : new Set()
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
    const known = this.#datatypes.get(path)
    if (known) return known
    const datatype = datatypeAt(this.#source, this.#layout, this.#addressOf(path))
    if (datatype) {
      keep(this.#datatypes, path, datatype)
      return datatype
    }
    const found = `the datatype of ${path} is not where it usually is; repack the file with h5repack`
    throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, found)
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
    const pointer = this.#scratchOf(bytes)
    this.#module.HEAPU8.fill(0, pointer, pointer + bytes)
    this.assertReadable()
    // Not by #call: the library cannot turn the bytes of some types, which is no failure.
    const status = this.#guard(what, () =>
      this.#module.get_attribute_data(this.#id, path, name, BigInt(pointer)),
    )
    this.assertReadable()
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
    const pointer = this.#scratch.pointer
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
    const pointer = this.#scratchOf(bytes)
    // What was never written, libhdf5 may leave as it was.
    this.#module.HEAPU8.fill(0, pointer, pointer + bytes)
    this.assertReadable()
    const { foreignOpens } = this.#sandbox
    const status = this.#guard(`dataset ${path}`, () =>
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
    this.assertReadable()
    const pointsOut = this.#sandbox.foreignOpens > foreignOpens
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
    const known = this.#chunked.get(path)
    if (known !== undefined) return known
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
    const chunked = metadata.chunks ? open() : null
    keep(this.#chunked, path, chunked)
    return chunked
  }

  /**
   * An entry that was never written, as libhdf5 has it: it knows the dataset's fill
   * value, and when that counts.
   */
  #unwritten(path: string, metadata: Hdf5Metadata, place: readonly number[]): Uint8Array {
    const pointer = this.#scratchOf(metadata.size)
    this.#module.HEAPU8.fill(0, pointer, pointer + metadata.size)
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
    const strings = this.#decode(addresses)
    const read = BigInt(this.#scratch.pointer)
    if (rangeCount === undefined) this.#module.reclaim_vlen_memory(this.#id, path, '', read)
    else this.#module.reclaim_vlen_memory_count(this.#id, path, '', read, [BigInt(rangeCount)])
    return strings
  }

  /**
   * Texts in memory of the library, each ended by a zero. Most columns repeat the row before, and
   * comparing is quicker than decoding.
   */
  #decode(addresses: Uint32Array): string[] {
    const bytes = this.#module.HEAPU8
    const strings = new Array<string>(addresses.length)
    let previous = 0
    for (let i = 0; i < addresses.length; i++) {
      const address = addresses[i]
      const isRepeated = previous > 0 && address > 0 && isSameText(bytes, previous, address)
      if (isRepeated) strings[i] = strings[i - 1]
      else strings[i] = this.#textAt(address)
      previous = address
    }
    return strings
  }

  /** Not by the library's own decoder, which reads on after the end of a text that is not UTF-8. */
  #textAt(address: number): string {
    if (address === 0) return ''
    const bytes = this.#module.HEAPU8
    const end = bytes.indexOf(0, address)
    return decodeText(bytes.subarray(address, end < 0 ? bytes.length : end))
  }

  /**
   * @throws the failure of the byte source, where one of its reads failed since the file was opened
   */
  assertReadable(): void {
    if (this.#sourceFailure !== null) throw this.#sourceFailure
  }

  damaged(what: string, cause?: unknown): RecordingError {
    if (this.#sourceFailure instanceof RecordingError) return this.#sourceFailure
    if (this.#lacksMemory()) return new RecordingError('READER_OUT_OF_MEMORY', this.name, what)
    return new RecordingError('FILE_DAMAGED', this.name, what, { cause })
  }

  /**
   * Where the library fails, whatever its wrapper makes of that, the byte source
   * failed or the file is damaged.
   */
  #call<Result>(what: string, call: () => Result): Result {
    this.assertReadable()
    const { failures } = this.#diagnostics
    const result = this.#guard(what, call)
    this.assertReadable()
    if (this.#diagnostics.failures > failures) {
      throw this.damaged(what, new Error(this.#diagnostics.reason))
    }
    return result
  }

  /**
   * Where the library throws, the file is damaged; but a trap of
   * WebAssembly is the end of the library.
   */
  #guard<Result>(what: string, call: () => Result): Result {
    try {
      return call()
    } catch (error) {
      if (error instanceof RecordingError || isTrap(error)) throw error
      throw this.damaged(what, error)
    }
  }

  #typeAt(path: string, linksFollowed = 0): number | null {
    const known = this.#types.get(path)
    if (known !== undefined) return known
    const type = this.#resolve(path, linksFollowed)
    keep(this.#types, path, type)
    return type
  }

  /**
   * One component after the other: the library alone does not distinguish an external link on the
   * way from a missing object, nor either from an object that it cannot read. What is
   * there is what its group names.
   */
  #resolve(path: string, linksFollowed: number): number | null {
    if (path === '/') return this.#module.H5G_GROUP
    const [parent, name] = split(path)
    if (name === '' || name === '.') return this.#typeAt(parent, linksFollowed)
    if (this.#typeAt(parent, linksFollowed) !== this.#module.H5G_GROUP) return null
    if (!this.#namesIn(parent).has(name)) return null
    const what = `the link ${path}`
    const target = this.#call(what, () => this.#module.get_symbolic_link(this.#id, path))
    if (target) {
      if (linksFollowed === MAX_LINKS) return null
      const absolute = target.startsWith('/') ? target : `${parent === '/' ? '' : parent}/${target}`
      return this.#typeAt(absolute, linksFollowed + 1)
    }
    const type = this.#call(what, () => this.#module.get_type(this.#id, path))
    if (type === this.#module.H5G_UDLINK) {
      throw new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `external link ${path}`)
    }
    if (type < 0) throw this.damaged(what)
    if (type === this.#module.H5G_TYPE && this.#hasData(path)) throw this.damaged(what)
    return type
  }

  /** Whether what libhdf5 takes for a datatype is a dataset that lost its shape. */
  #hasData(path: string): boolean {
    const messages = readObjectHeader(this.#source, this.#layout, this.#addressOf(path))
    return messages?.some(({ type }) => type === messageType.layout) ?? false
  }

  /** What a group holds, in no order. */
  #namesIn(path: string): ReadonlySet<string> {
    const known = this.#names.get(path)
    if (known) return known
    const names = this.#call(`group ${path}`, () => this.#module.get_names(this.#id, path, false))
    const prefix = path === '/' ? path : `${path}/`
    const set = new Set(names.filter((name) => isAscii(name) || this.#isFound(prefix + name)))
    keep(this.#names, path, set)
    return set
  }

  /**
   * Whether the library finds what it gave the name of: a name that is
   * not UTF-8 comes out as another.
   */
  #isFound(path: string): boolean {
    return this.#call(`the link ${path}`, () => this.#module.get_type(this.#id, path)) >= 0
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
    const pointer = this.#scratchOf(metadata.size)
    this.#module.HEAPU8.fill(0, pointer, pointer + metadata.size)
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
    const [address] = new Uint32Array(bytes.buffer, 0, 1)
    const text = this.#textAt(address as number)
    this.#module.reclaim_vlen_memory(this.#id, path, name, BigInt(pointer))
    return text
  }

  /** Where the header of an object stands; libhdf5 makes a reference of it. */
  #addressOf(path: string): number {
    const reference = this.#call(`the object ${path}`, () =>
      this.#module.create_object_reference(this.#id, path),
    )
    return Number(new DataView(Uint8Array.from(reference).buffer).getBigUint64(0, true))
  }

  /** Filters that the chunks of a dataset, which must be there, went through, in their order. */
  filters(path: string): (ChunkFilter & { readonly name: string })[] {
    const filters = this.#call(`filters of ${path}`, () =>
      this.#module.get_dataset_filters(this.#id, path),
    )
    return filters.map(({ id, name, cd_values }) => ({ id, name, parameters: cd_values }))
  }

  /**
   * Whether the library failed because it has no memory left. A damaged file asks for more than
   * there is, too, but there is some left then.
   */
  #lacksMemory(): boolean {
    if (!/alloc|memory/i.test(this.#diagnostics.reason)) return false
    const pointer = this.#module._malloc(SOME_MEMORY)
    if (pointer) this.#module._free(pointer)
    return !pointer
  }

  /** One piece of library memory is kept and grown: the library's memory never shrinks. */
  #scratchOf(bytes: number): number {
    if (bytes > this.#scratch.bytes) {
      if (this.#scratch.pointer) this.#module._free(this.#scratch.pointer)
      this.#scratch = { pointer: this.#module._malloc(bytes), bytes }
      if (!this.#scratch.pointer) {
        this.#scratch.bytes = 0
        throw new RecordingError('READER_OUT_OF_MEMORY', this.name, `${bytes} bytes`)
      }
    }
    return this.#scratch.pointer
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

/** Datasets in one piece that are wanted, but for large ones. */
function wantedData(
  { data }: StoredStructure,
  isWanted: (path: string) => boolean,
): (readonly [string, ByteRange])[] {
  return [...data].filter(([path, { length }]) => length <= MOST_PREFETCHED_BYTES && isWanted(path))
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

/** A group that contains itself has paths without end. */
function keep<Value>(known: Map<string, Value>, path: string, value: Value): void {
  if (known.size >= MOST_PATHS) known.clear()
  known.set(path, value)
}

/** The path of the group, and the name of the member in it. */
function split(path: string): readonly [parent: string, name: string] {
  const end = path.lastIndexOf('/')
  return [path.slice(0, end) || '/', path.slice(end + 1)]
}

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

function isSameText(bytes: Uint8Array, one: number, other: number): boolean {
  for (let i = 0; ; i++) {
    const byte = bytes[one + i]
    if (byte !== bytes[other + i]) return false
    if (!byte) return true
  }
}

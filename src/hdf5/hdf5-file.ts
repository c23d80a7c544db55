import type { ByteRange, ByteSource } from '../byte-sources/byte-source.ts'
import { type SessionWarning, WarningCollector } from '../domain/session/session-warning.ts'
import { RecordingError } from '../errors.ts'
import type { ChunkFilter } from './chunks/chunk-filters.ts'
import type { Box, ChunkedData } from './chunks/chunked-data.ts'
import { openChunked } from './chunks/open-chunked.ts'
import { attributeDatatypeAt, type Datatype, datatypeAt, typeClass } from './datatype.ts'
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
import { messageType, readObjectHeader } from './object-header.ts'
import type { Sandbox } from './sandbox.ts'
import { TEXT_REFERENCE_BYTES, textHeaps } from './structure/attribute-heaps.ts'
import { collectionBegin, collectionRests, fetchParts } from './structure/fetch-parts.ts'
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

/** Longest chain of soft links that is followed. */
const MAX_LINKS = 16

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

  /** @throws RecordingError NOT_HDF5, FILE_TRUNCATED, FILE_DAMAGED */
  static async open(source: ByteSource): Promise<Hdf5File> {
    const superblock = checkSuperblock(source)
    const { root } = superblock
    // V8 compiles it in threads of its own, while this one waits for the server.
    const library = loadHdf5()
    library.catch(() => {})
    const isWalked = source.cost.latency > 0 && root !== null
    const structure = isWalked ? walkStructure(source, superblock, root) : null
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
    const { data, texts, heaps } = this.#structure
    const wanted = [...data].filter(
      ([path, { length }]) => length <= MOST_PREFETCHED_BYTES && isWanted(path),
    )
    // Those of attributes are wanted by whatever is read first.
    const ofAttributes = this.#areTextsFetched ? [] : this.#collections(heaps)
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
    const begins = this.#collections(positions)
    const parts = fetchParts(this.#source, [...begins, ...others])
    fetchParts(this.#source, collectionRests(begins, parts))
  }

  #collections(positions: Iterable<number>): ByteRange[] {
    return Array.from(positions, (position) => collectionBegin(this.#source, position))
  }

  /** What stands at a path; soft links are followed. */
  kind(path: string): 'group' | 'dataset' | null {
    const type = this.#typeAt(path)
    if (type === this.#module.H5G_GROUP) return 'group'
    return type === this.#module.H5G_DATASET ? 'dataset' : null
  }

  /** Names of what a group holds, in order of their names; none where there is no such group. */
  children(path: string): string[] {
    return this.kind(path) === 'group' ? [...this.#namesIn(path)].sort() : []
  }

  /**
   * Names of an object's attributes, in the library's order; none where there is no such object.
   */
  attributeNames(path: string): string[] {
    if (!this.kind(path)) return []
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

  /** A dataset, or null where there is none. */
  dataset(path: string): Hdf5Dataset | null {
    if (this.kind(path) !== 'dataset') return null
    const metadata = this.#call(`dataset ${path}`, () =>
      this.#module.get_dataset_metadata(this.#id, path),
    )
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
      this.#datatypes.set(path, datatype)
      return datatype
    }
    const found = `the datatype of ${path} is not where it usually is; repack the file with h5repack`
    throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, found)
  }

  /** Path of the object that a reference of 8 bytes leads to; null for a null reference. */
  dereference(reference: Uint8Array): string | null {
    if (reference.every((byte) => byte === 0)) return null
    return this.#call('a reference', () =>
      this.#module.get_referenced_name(this.#id, reference, true),
    )
  }

  /**
   * Read elements into memory of the library and hand out a view of it,
   * which holds until the next call.
   *
   * @param range along the first dimension, and of a matrix along the second; all when left out
   */
  readRaw(path: string, metadata: Hdf5Metadata, range?: EntryRange): Uint8Array {
    const [rows = 1, ...all] = metadata.shape ?? [0]
    const columns = all.length === 1 ? range?.columns : undefined
    const inner = columns ? [columns.count] : all
    const rowBytes = inner.reduce((product, length) => product * length, metadata.size)
    const bytes = rowBytes * (range?.count ?? rows)
    if (bytes === 0) return new Uint8Array(0)
    if (bytes > MAX_READ_BYTES) {
      throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, `${path} is ${bytes} bytes large`)
    }
    const chunked = this.chunked(path, metadata)
    if (chunked) {
      if (this.#lastChunked !== chunked) this.#lastChunked?.forgetChunk()
      this.#lastChunked = chunked
      const box = boxOf(metadata, range)
      const isAsStored = hasStoredBytes(metadata)
      if (isAsStored && chunked.isReadable) {
        return chunked.read(box, (place) => this.#unwritten(path, metadata, place))
      }
      chunked.check(box)
    }
    const pointer = this.#scratchOf(bytes)
    // What was never written, libhdf5 may leave as it was.
    this.#module.HEAPU8.fill(0, pointer, pointer + bytes)
    this.assertReadable()
    const { foreignOpens } = this.#sandbox
    const status = this.#guard(`dataset ${path}`, () =>
      range
        ? this.#module.get_dataset_data(
            this.#id,
            path,
            [range.count, ...inner].map(BigInt),
            [range.from, ...inner.map(() => columns?.from ?? 0)].map(BigInt),
            [1n, ...inner.map(() => 1n)],
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
   * @returns null: not in chunks, or in a form that is left to libhdf5
   */
  chunked(path: string, metadata: Hdf5Metadata): ChunkedData | null {
    const known = this.#chunked.get(path)
    if (known !== undefined) return known
    const open = () =>
      openChunked(
        this.#source,
        this.#layout,
        this.#addressOf(path),
        metadata,
        metadata.vlen || metadata.type === typeClass.variableLength ? null : metadata.size,
        this.#filters(path),
        (cause) => this.damaged(`dataset ${path}`, cause),
      )
    const chunked = metadata.chunks ? open() : null
    this.#chunked.set(path, chunked)
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
    this.#types.set(path, type)
    return type
  }

  /**
   * One component after the other: the library alone does not distinguish an external link on the
   * way from a missing object, nor either from an object that it cannot read. What is
   * there is what its group names.
   */
  #resolve(path: string, linksFollowed: number): number | null {
    if (path === '/') return this.#module.H5G_GROUP
    const end = path.lastIndexOf('/')
    const parent = path.slice(0, end) || '/'
    const name = path.slice(end + 1)
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
    this.#names.set(path, set)
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

  #filters(path: string): (ChunkFilter & { readonly name: string })[] {
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
    const unknown = this.#filters(path).find(({ id }) => !KNOWN_FILTERS.includes(id))
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

const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text)

function isSameText(bytes: Uint8Array, one: number, other: number): boolean {
  for (let i = 0; ; i++) {
    const byte = bytes[one + i]
    if (byte !== bytes[other + i]) return false
    if (!byte) return true
  }
}

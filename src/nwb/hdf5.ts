import type * as Library from 'h5wasm'
import { RecordingError } from '../errors.ts'
import type { ByteSource } from './byte-source.ts'
import { checkSuperblock } from './superblock.ts'
import { type EmscriptenFileSystem, mountVirtualFile } from './virtual-file.ts'

type Module = NonNullable<Awaited<typeof Library.ready>>
type Metadata = ReturnType<Module['get_dataset_metadata']>

/** H5T_class_t of the HDF5 library. */
const INTEGER = 0
const FLOAT = 1
const STRING = 3
const REFERENCE = 7
const ENUM = 8

/** Filters that are built into the library used here: deflate, shuffle, fletcher32, nbit, scaleoffset. */
const KNOWN_FILTERS = [1, 2, 3, 5, 6]

/** No column of structure is near this; spikes are read in pieces. Bounds what a crafted shape can allocate. */
const MAX_READ_BYTES = 512 * 1024 * 1024

/** Longest chain of soft links that is followed. */
const MAX_LINKS = 16

let loading: Promise<Module> | undefined

/** The library, loaded once a thread. */
export function loadHdf5(): Promise<Module> {
  loading ??= load()
  return loading
}

async function load(): Promise<Module> {
  // libhdf5 narrates every failed call on stderr. The module binds console.error while it loads, so it is given a mute one;
  // every call below checks its status instead.
  const { error } = console
  console.error = () => {}
  try {
    const { ready } = await import('h5wasm')
    return await ready
  } finally {
    console.error = error
  }
}

/**
 * One HDF5 file: groups, attributes and datasets as plain values. Sees nothing but its byte source: links, storage and
 * virtual datasets in other files are refused. Every method throws a RecordingError when the file cannot be read.
 */
export class Hdf5File {
  readonly name: string
  readonly #source: ByteSource
  readonly #module: Module
  readonly #path: string
  readonly #id: bigint
  #scratch = { pointer: 0, bytes: 0 }
  #sourceFailure: unknown = null
  /** what was found at each path so far; the file does not change while it is open */
  readonly #types = new Map<string, number | null>()

  /** @throws RecordingError NOT_HDF5, FILE_TRUNCATED, FILE_DAMAGED */
  static async open(source: ByteSource): Promise<Hdf5File> {
    checkSuperblock(source)
    return new Hdf5File(await loadHdf5(), source)
  }

  private constructor(module: Module, source: ByteSource) {
    this.name = source.name
    this.#source = source
    this.#module = module
    this.#path = mountVirtualFile(this.#fileSystem, source, (failure) => {
      this.#sourceFailure = failure
    })
    this.#id = module.open(this.#path, module.H5F_ACC_RDONLY, false, -1, -1)
    if (this.#id <= 0n) {
      this.#fileSystem.unlink(this.#path)
      throw this.damaged('its structure')
    }
  }

  get #fileSystem(): EmscriptenFileSystem {
    return this.#module.FS as unknown as EmscriptenFileSystem
  }

  close(): void {
    this.#module.close_file(this.#id)
    if (this.#scratch.pointer) this.#module._free(this.#scratch.pointer)
    this.#fileSystem.unlink(this.#path)
    this.#source.close()
  }

  /** What stands at a path; soft links are followed. */
  kind(path: string): 'group' | 'dataset' | null {
    const type = this.#typeAt(path)
    if (type === this.#module.H5G_GROUP) return 'group'
    return type === this.#module.H5G_DATASET ? 'dataset' : null
  }

  /** Names of what a group holds, in order of their names; none where there is no such group. */
  children(path: string): string[] {
    if (this.kind(path) !== 'group') return []
    return this.#guard(`group ${path}`, () => this.#module.get_names(this.#id, path, false))
  }

  /** A scalar attribute as text, or null. */
  attributeText(path: string, name: string): string | null {
    const value = this.#attribute(path, name)
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
  }

  /** A scalar attribute as a number, or null. */
  attributeNumber(path: string, name: string): number | null {
    const value = this.#attribute(path, name)
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null
  }

  /** A dataset, or null where there is none. */
  dataset(path: string): Hdf5Dataset | null {
    if (this.kind(path) !== 'dataset') return null
    const metadata = this.#guard(`dataset ${path}`, () =>
      this.#module.get_dataset_metadata(this.#id, path),
    )
    if (metadata.virtual_sources) {
      throw new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `virtual dataset ${path}`)
    }
    return new Hdf5Dataset(this, path, metadata)
  }

  /** Path of the object that a reference of 8 bytes leads to; null for a null reference. */
  dereference(reference: Uint8Array): string | null {
    if (reference.every((byte) => byte === 0)) return null
    return this.#guard('a reference', () =>
      this.#module.get_referenced_name(this.#id, reference, true),
    )
  }

  /**
   * Read elements into memory of the library and hand out a view of it, which holds until the next call.
   *
   * @param range along the first dimension; all when left out
   */
  readRaw(
    path: string,
    metadata: Metadata,
    range?: { readonly from: number; readonly count: number },
  ): Uint8Array {
    const [rows = 1, ...inner] = metadata.shape ?? [0]
    const rowBytes = inner.reduce((product, length) => product * length, metadata.size)
    const bytes = rowBytes * (range?.count ?? rows)
    if (bytes === 0) return new Uint8Array(0)
    if (bytes > MAX_READ_BYTES) {
      throw new RecordingError('UNSUPPORTED_LAYOUT', this.name, `${path} is ${bytes} bytes large`)
    }
    const pointer = this.#scratchOf(bytes)
    const status = range
      ? this.#module.get_dataset_data(
          this.#id,
          path,
          [range.count, ...inner].map(BigInt),
          [range.from, ...inner.map(() => 0)].map(BigInt),
          [1n, ...inner.map(() => 1n)],
          BigInt(pointer),
        )
      : this.#module.get_dataset_data(this.#id, path, null, null, null, BigInt(pointer))
    if (status < 0) throw this.#readFailure(path)
    return this.#module.HEAPU8.subarray(pointer, pointer + bytes)
  }

  /** Strings that variable-length elements, just read by {@link readRaw}, point to; gives their memory back. */
  takeStrings(path: string, pointers: Uint8Array): string[] {
    if (pointers.length === 0) return []
    const addresses = new Uint32Array(pointers.buffer, pointers.byteOffset, pointers.length / 4)
    const strings = Array.from(addresses, (address) =>
      address ? this.#module.UTF8ToString(address) : '',
    )
    this.#module.reclaim_vlen_memory(this.#id, path, '', BigInt(this.#scratch.pointer))
    return strings
  }

  damaged(what: string, cause?: unknown): RecordingError {
    if (this.#sourceFailure instanceof RecordingError) return this.#sourceFailure
    return new RecordingError('FILE_DAMAGED', this.name, what, { cause })
  }

  /** Where the library throws, the file is damaged; but a trap of WebAssembly is the end of the library. */
  #guard<Result>(what: string, call: () => Result): Result {
    try {
      return call()
    } catch (error) {
      if (error instanceof RecordingError) throw error
      if (error instanceof Error && error.name === 'RuntimeError') throw error
      throw this.damaged(what, error)
    }
  }

  #typeAt(path: string, linksFollowed = 0): number | null {
    const known = this.#types.get(path)
    if (known !== undefined) return known
    const type = this.#guard(`the link ${path}`, () => this.#resolve(path, linksFollowed))
    this.#types.set(path, type)
    return type
  }

  /**
   * One component after the other: the library alone does not tell an external link on the way from a missing object, and gives
   * a type left over in its memory for a soft link that leads through one.
   */
  #resolve(path: string, linksFollowed: number): number | null {
    if (path === '/') return this.#module.H5G_GROUP
    const parent = path.slice(0, path.lastIndexOf('/')) || '/'
    if (this.#typeAt(parent, linksFollowed) !== this.#module.H5G_GROUP) return null
    const target = this.#module.get_symbolic_link(this.#id, path)
    if (target) {
      if (linksFollowed === MAX_LINKS) return null
      const absolute = target.startsWith('/') ? target : `${parent === '/' ? '' : parent}/${target}`
      return this.#typeAt(absolute, linksFollowed + 1)
    }
    const type = this.#module.get_type(this.#id, path)
    if (type === this.#module.H5G_UDLINK) {
      throw new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `external link ${path}`)
    }
    return type < 0 ? null : type
  }

  #attribute(path: string, name: string): unknown {
    if (!this.kind(path)) return null
    const what = `attribute ${name} of ${path}`
    const metadata = this.#guard(what, () =>
      this.#module.get_attribute_names(this.#id, path).includes(name)
        ? this.#module.get_attribute_metadata(this.#id, path, name)
        : null,
    )
    if (!metadata) return null
    const isScalar = metadata.shape !== null && metadata.total_size === 1
    if (!isScalar || ![INTEGER, FLOAT, STRING, ENUM].includes(metadata.type)) return null
    const pointer = this.#scratchOf(metadata.size)
    if (this.#module.get_attribute_data(this.#id, path, name, BigInt(pointer)) < 0) {
      throw this.damaged(what)
    }
    const bytes = this.#module.HEAPU8.slice(pointer, pointer + metadata.size)
    if (metadata.type !== STRING) return toNumbers(bytes, metadata)?.[0] ?? null
    if (!metadata.vlen) return fixedStrings(bytes, metadata)[0]
    const [address] = new Uint32Array(bytes.buffer, 0, 1)
    const text = address ? this.#module.UTF8ToString(address) : ''
    this.#module.reclaim_vlen_memory(this.#id, path, name, BigInt(pointer))
    return text
  }

  /** One piece of library memory is kept and grown: the library's memory never shrinks. */
  #scratchOf(bytes: number): number {
    if (bytes > this.#scratch.bytes) {
      if (this.#scratch.pointer) this.#module._free(this.#scratch.pointer)
      this.#scratch = { pointer: this.#module._malloc(bytes), bytes }
      if (!this.#scratch.pointer) {
        this.#scratch.bytes = 0
        throw new Error(`no memory for ${bytes} bytes`)
      }
    }
    return this.#scratch.pointer
  }

  #readFailure(path: string): RecordingError {
    const unknown = this.#module
      .get_dataset_filters(this.#id, path)
      .find(({ id }) => !KNOWN_FILTERS.includes(id))
    if (!unknown || this.#sourceFailure) return this.damaged(`dataset ${path}`)
    const filter = unknown.name || `filter ${unknown.id}`
    return new RecordingError(
      'UNSUPPORTED_LAYOUT',
      this.name,
      `${path} is compressed with ${filter}; repack it with h5repack -f GZIP=4`,
    )
  }
}

/** A dataset; see {@link Hdf5File}. */
export class Hdf5Dataset {
  readonly path: string
  /** lengths of the dimensions; empty for a scalar */
  readonly shape: readonly number[]
  readonly #file: Hdf5File
  readonly #metadata: Metadata

  constructor(file: Hdf5File, path: string, metadata: Metadata) {
    this.#file = file
    this.#metadata = metadata
    this.path = path
    this.shape = metadata.shape ?? [0]
  }

  get length(): number {
    return this.shape[0] ?? 1
  }

  get isText(): boolean {
    return this.#metadata.type === STRING
  }

  /** Length of a chunk along the first dimension; null: stored in one piece. */
  get chunkLength(): number | null {
    return this.#metadata.chunks?.[0] ?? null
  }

  /** Stored as little-endian float64 in one piece, as far as its metadata tell. */
  get isPlainFloat64(): boolean {
    const { type, size, littleEndian, chunks } = this.#metadata
    return type === FLOAT && size === 8 && littleEndian && chunks === null
  }

  /**
   * Elements as float64; text that is no number becomes NaN. Further dimensions follow row by row.
   *
   * @param range along the first dimension; all when left out
   */
  numbers(range?: { readonly from: number; readonly count: number }): Float64Array {
    if (this.isText) {
      return Float64Array.from(this.strings(), (text) =>
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

  /** Elements as text; numbers as they are written in JavaScript. */
  strings(): string[] {
    if (!this.isText) return Array.from(this.numbers(), String)
    const raw = this.#file.readRaw(this.path, this.#metadata)
    return this.#metadata.vlen
      ? this.#file.takeStrings(this.path, raw)
      : fixedStrings(raw.slice(), this.#metadata)
  }

  /** Paths of the objects referred to; null for a null reference. */
  references(): (string | null)[] {
    const { type, ref_type, size } = this.#metadata
    if (type !== REFERENCE || ref_type !== 'object') {
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

/** Bytes of integers, enumerations or floats as float64; null for other types. Whole numbers beyond 2^53 are rounded. */
function toNumbers(bytes: Uint8Array, { type, size, signed }: Metadata): Float64Array | null {
  const { buffer } = bytes as Uint8Array<ArrayBuffer>
  if (type === FLOAT && size === 8) return new Float64Array(buffer)
  if (type === FLOAT && size === 4) return Float64Array.from(new Float32Array(buffer))
  if (type !== INTEGER && type !== ENUM) return null
  switch (size) {
    case 1:
      return Float64Array.from(signed ? new Int8Array(buffer) : bytes)
    case 2:
      return Float64Array.from(signed ? new Int16Array(buffer) : new Uint16Array(buffer))
    case 4:
      return Float64Array.from(signed ? new Int32Array(buffer) : new Uint32Array(buffer))
    case 8: {
      const values = signed ? new BigInt64Array(buffer) : new BigUint64Array(buffer)
      const numbers = new Float64Array(values.length)
      for (let i = 0; i < values.length; i++) numbers[i] = Number(values[i])
      return numbers
    }
    default:
      return null
  }
}

/** Text of fixed length, padded with zeros or spaces. */
function fixedStrings(bytes: Uint8Array, { size }: Metadata): string[] {
  const decoder = new TextDecoder()
  return Array.from({ length: bytes.length / size }, (_, i) => {
    const text = bytes.subarray(i * size, (i + 1) * size)
    const end = text.indexOf(0)
    return decoder.decode(end < 0 ? text : text.subarray(0, end)).trimEnd()
  })
}

import { randomUUID } from 'node:crypto'
import { ready } from 'h5wasm'
import { type EncodedValue, encodeAttribute, encodeDataset } from './hdf5-encoding.ts'
import type { Attributes, DatasetValue, StreamedMatrix } from './hdf5-values.ts'
import {
  declareBooleanAttribute,
  declareBooleanDataset,
  declareContiguous,
  declareEndOfFile,
  forgetModificationTime,
} from './object-header.ts'

type H5Module = Awaited<typeof ready>

/** Where the values of a streamed dataset belong. */
export interface StreamedRegion {
  readonly path: string
  /** bytes from the start of the file */
  readonly start: number
  readonly byteLength: number
}

export interface FileStructure {
  /** everything but the streamed values, which follow */
  readonly bytes: Uint8Array
  /** ascending, each after the one before */
  readonly streamed: readonly StreamedRegion[]
}

/**
 * Writes groups, datasets and attributes of one HDF5 file in memory. Values to be
 * streamed only get their place.
 */
export class Hdf5Writer {
  readonly #module: H5Module
  readonly #memoryPath = `/${randomUUID()}.nwb`
  readonly #fileId: bigint
  readonly #paths = new Set(['/'])
  /** object header addresses of the datasets */
  readonly #datasets = new Map<string, number>()
  readonly #booleanDatasets: string[] = []
  readonly #booleanAttributes: { readonly header: number; readonly name: string }[] = []
  readonly #streamed = new Map<string, StreamedMatrix>()

  static async open(): Promise<Hdf5Writer> {
    return new Hdf5Writer(await ready)
  }

  private constructor(module: H5Module) {
    this.#module = module
    this.#fileId = module.open(
      this.#memoryPath,
      module.H5F_ACC_TRUNC,
      false,
      module.H5F_LIBVER_EARLIEST,
      module.H5F_LIBVER_V110,
    )
    if (this.#fileId <= 0n) throw new Error('h5wasm could not create a file in memory')
  }

  /** The parent must exist, as in HDF5 itself. */
  group(path: string, attributes: Attributes = {}): void {
    this.#claim(path)
    this.#check(this.#module.create_group(this.#fileId, path), path)
    this.attributes(path, attributes)
  }

  dataset(path: string, value: DatasetValue, attributes: Attributes = {}): void {
    this.#claim(path)
    const encoded = encodeDataset(this.#module, value, (target) => this.#referenceTo(target))
    const status = encoded.strings
      ? this.#module.create_vlen_str_dataset(this.#fileId, path, encoded.strings, encoded.metadata)
      : this.#withPointer(encoded, (pointer) =>
          this.#module.create_dataset(this.#fileId, path, pointer, encoded.metadata),
        )
    this.#check(status, path)
    this.#datasets.set(path, this.#addressOf(path))
    if (encoded.isBoolean) this.#booleanDatasets.push(path)
    if (typeof value === 'object' && 'kind' in value && value.kind === 'streamed') {
      this.#streamed.set(path, value)
    }
    this.attributes(path, attributes)
  }

  attributes(path: string, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
      const encoded = encodeAttribute(this.#module, value, (target) => this.#referenceTo(target))
      const { strings, metadata } = encoded
      const status = strings
        ? this.#module.create_vlen_str_attribute(this.#fileId, path, name, strings, metadata)
        : this.#withPointer(encoded, (pointer) =>
            this.#module.create_attribute(this.#fileId, path, name, pointer, metadata),
          )
      this.#check(status, `${path}@${name}`)
      if (encoded.isBoolean) this.#booleanAttributes.push({ header: this.#addressOf(path), name })
    }
  }

  softLink(path: string, target: string): void {
    this.#claim(path)
    this.#check(this.#module.create_soft_link(this.#fileId, target, path), path)
  }

  /** Close the file, and say where its streamed values go. */
  finish(): FileStructure {
    this.#check(this.#module.close_file(this.#fileId), 'the file')
    const bytes = this.#module.FS.readFile(this.#memoryPath)
    this.#module.FS.unlink(this.#memoryPath)
    const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const header of this.#datasets.values()) forgetModificationTime(file, header)
    for (const path of this.#booleanDatasets) declareBooleanDataset(file, this.#headerOf(path))
    for (const { header, name } of this.#booleanAttributes) {
      declareBooleanAttribute(file, header, name)
    }
    const streamed: StreamedRegion[] = []
    let end = bytes.byteLength
    for (const [path, { shape }] of this.#streamed) {
      const start = Math.ceil(end / 8) * 8
      const byteLength = shape.reduce((product, length) => product * length, 8)
      // A place without a length is damage for libhdf5; without a place it is empty.
      if (byteLength > 0) declareContiguous(file, this.#headerOf(path), shape, start)
      streamed.push({ path, start, byteLength })
      end = start + byteLength
    }
    declareEndOfFile(file, end)
    return { bytes, streamed }
  }

  #headerOf(path: string): number {
    const header = this.#datasets.get(path)
    if (header === undefined) throw new Error(`no dataset ${path} was written`)
    return header
  }

  /** An object reference is the address of the object's header. */
  #addressOf(path: string): number {
    return Number(new DataView(this.#referenceTo(path).buffer).getBigUint64(0, true))
  }

  #referenceTo(path: string): Uint8Array {
    // HDF5 would hand out a null reference.
    if (!this.#paths.has(path)) throw new Error(`nothing was written at ${path} yet`)
    return Uint8Array.from(this.#module.create_object_reference(this.#fileId, path))
  }

  #withPointer(value: EncodedValue, use: (pointer: bigint) => number): number {
    const pointer = this.#module._malloc(Math.max(value.bytes.byteLength, 1))
    try {
      this.#module.HEAPU8.set(value.bytes, pointer)
      return use(BigInt(pointer))
    } finally {
      this.#module._free(pointer)
    }
  }

  #claim(path: string): void {
    const parent = path.slice(0, path.lastIndexOf('/')) || '/'
    if (!this.#paths.has(parent)) throw new Error(`${path} has no parent ${parent}`)
    if (this.#paths.has(path)) throw new Error(`${path} is there already`)
    this.#paths.add(path)
  }

  #check(status: number, what: string): void {
    if (status < 0) throw new Error(`HDF5 could not write ${what}`)
  }
}

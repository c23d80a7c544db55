import type { ByteSource } from '../byte-sources/byte-source.ts'
import type { Decode } from './dataset-elements.ts'
import { attributeDatatypeAt, attributeDatatypeBytesAt, typeClass } from './datatype.ts'
import { parseStoredType, type StoredType } from './elements/stored-type.ts'
import type { Hdf5Metadata } from './hdf5-library.ts'
import { fixedStrings, toExactNumbers } from './hdf5-values.ts'
import type { LibraryFile } from './library-file.ts'
import type { ObjectPaths } from './object-paths.ts'
import { PathMap } from './path-map.ts'
import type { FileLayout } from './superblock.ts'

/** Types of attributes that are read as text or number. */
const scalarTypes: readonly number[] = [
  typeClass.integer,
  typeClass.float,
  typeClass.string,
  typeClass.enumeration,
]

/** The attributes of a file's groups and datasets. */
export class ObjectAttributes {
  readonly #library: LibraryFile
  readonly #paths: ObjectPaths
  readonly #source: ByteSource
  readonly #layout: FileLayout
  readonly #names = new PathMap<readonly string[]>()

  constructor(library: LibraryFile, paths: ObjectPaths, source: ByteSource, layout: FileLayout) {
    this.#library = library
    this.#paths = paths
    this.#source = source
    this.#layout = layout
  }

  /**
   * Names of an object's attributes, in the library's order; none where there is no such object.
   */
  names(path: string): readonly string[] {
    if (!this.#paths.kind(path)) return []
    return this.#names.get(path, () =>
      this.#library.call(`attributes of ${path}`, () =>
        this.#library.module.get_attribute_names(this.#library.id, path),
      ),
    )
  }

  /** A scalar attribute as text, or null. */
  text(path: string, name: string): string | null {
    const value = this.#scalar(path, name)
    return value === null || value === undefined ? null : String(value)
  }

  /** A scalar attribute as a number, or null. */
  number(path: string, name: string): number | null {
    const value = this.#scalar(path, name)
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null
  }

  /** How an attribute, which must be there, is stored. */
  stored(
    path: string,
    name: string,
  ): { readonly metadata: Hdf5Metadata; readonly storedType: StoredType | null } {
    const metadata = this.#library.call(`attribute ${name} of ${path}`, () =>
      this.#library.module.get_attribute_metadata(this.#library.id, path, name),
    )
    const address = this.#library.addressOf(path)
    const bytes = attributeDatatypeBytesAt(this.#source, this.#layout, address, name)
    return { metadata, storedType: bytes && parseStoredType(bytes) }
  }

  /**
   * Decode the elements of an attribute while the library holds what they point to.
   *
   * @param hasPointers whether elements point to texts or lists
   */
  decode<Decoded>(
    path: string,
    name: string,
    { size, total_size }: Hdf5Metadata,
    hasPointers: boolean,
    decode: Decode<Decoded>,
  ): Decoded {
    const what = `attribute ${name} of ${path}`
    const { module, id } = this.#library
    const bytes = size * total_size
    if (bytes === 0) return decode(new Uint8Array(0), () => module.HEAPU8)
    const pointer = this.#library.zeros(bytes)
    // The library cannot turn the bytes of some types, which is no failure.
    const status = this.#library.attempt(what, () =>
      module.get_attribute_data(id, path, name, BigInt(pointer)),
    )
    if (status < 0) throw this.#library.damaged(what)
    const elements = module.HEAPU8.slice(pointer, pointer + bytes)
    const decoded = decode(elements, () => module.HEAPU8)
    if (hasPointers) module.reclaim_vlen_memory(id, path, name, BigInt(pointer))
    return decoded
  }

  #scalar(path: string, name: string): unknown {
    if (!this.names(path).includes(name)) return null
    const what = `attribute ${name} of ${path}`
    const { module, id } = this.#library
    const metadata = this.#library.call(what, () => module.get_attribute_metadata(id, path, name))
    const isScalar = metadata.shape !== null && metadata.total_size === 1
    if (!isScalar || !scalarTypes.includes(metadata.type)) return null
    const pointer = this.#library.zeros(metadata.size)
    const status = this.#library.call(what, () =>
      module.get_attribute_data(id, path, name, BigInt(pointer)),
    )
    if (status < 0) throw this.#library.damaged(what)
    const bytes = module.HEAPU8.slice(pointer, pointer + metadata.size)
    if (metadata.type !== typeClass.string) {
      const address = this.#library.addressOf(path)
      const datatype = attributeDatatypeAt(this.#source, this.#layout, address, name)
      return toExactNumbers(bytes, metadata, datatype)?.[0] ?? null
    }
    if (!metadata.vlen) return fixedStrings(bytes, metadata)[0]
    const [text] = this.#library.texts(new Uint32Array(bytes.buffer, 0, 1))
    module.reclaim_vlen_memory(id, path, name, BigInt(pointer))
    return text
  }
}

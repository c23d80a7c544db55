import type { ByteSource } from '../byte-sources/byte-source.ts'
import { type SessionWarning, WarningCollector } from '../domain/session/session-warning.ts'
import { RecordingError } from '../errors.ts'
import { DatasetElements } from './dataset-elements.ts'
import { type Datatype, datatypeAt, datatypeBytesAt } from './datatype.ts'
import { parseStoredType, type StoredType } from './elements/stored-type.ts'
import { Hdf5Dataset } from './hdf5-dataset.ts'
import { type Hdf5Metadata, type Hdf5Module, loadHdf5 } from './hdf5-library.ts'
import { LibraryFile } from './library-file.ts'
import { ObjectAttributes } from './object-attributes.ts'
import { type HeaderMessage, messageType, readObjectHeader } from './object-header.ts'
import { type IndirectLink, ObjectPaths } from './object-paths.ts'
import { PathMap } from './path-map.ts'
import { Prefetcher } from './structure/prefetcher.ts'
import { walkStructure } from './structure/walk-structure.ts'
import { checkSuperblock, type FileLayout } from './superblock.ts'

/** hobj_ref_t of libhdf5; a reference to a region has 12. */
const OBJECT_REFERENCE_BYTES = 8

/**
 * One HDF5 file: groups, attributes and datasets as plain values. Sees nothing but its byte source:
 * links, storage and virtual datasets in other files are refused. Every method throws a
 * RecordingError when the file cannot be read: what is there and cannot be read is never taken for
 * absent. After a read of the byte source failed, every method throws that failure: libhdf5 may
 * have kept what it made of it, so that the file must be opened again.
 */
export class Hdf5File {
  readonly attributes: ObjectAttributes
  readonly elements: DatasetElements
  readonly #source: ByteSource
  readonly #layout: FileLayout
  /** null: reads do not wait, so that nothing need be fetched ahead */
  readonly #prefetcher: Prefetcher | null
  readonly #library: LibraryFile
  readonly #paths: ObjectPaths
  /** null: nobody wants to know */
  #warnings: WarningCollector | null = null
  readonly #datatypes = new PathMap<Datatype>()
  readonly #datasets = new PathMap<Hdf5Dataset>()

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
    this.attributes = new ObjectAttributes(library, this.#paths, source, layout)
    this.elements = new DatasetElements(library, source, layout)
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

  /** How a dataset, which must be there, is stored, as h5wasm has it. */
  metadata(path: string): Hdf5Metadata {
    return this.#call(`dataset ${path}`, () => this.#module.get_dataset_metadata(this.#id, path))
  }

  /** A dataset, or null where there is none. */
  dataset(path: string): Hdf5Dataset | null {
    if (this.kind(path) !== 'dataset') return null
    return this.#datasets.get(path, () => {
      const metadata = this.metadata(path)
      if (metadata.virtual_sources) {
        throw new RecordingError('EXTERNAL_DATA_REFUSED', this.name, `virtual dataset ${path}`)
      }
      return new Hdf5Dataset(this, path, metadata)
    })
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
}

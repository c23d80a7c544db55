import type { ByteSource } from '../../byte-sources/byte-source.ts'
import { filter } from '../../hdf5/chunks/chunk-filters.ts'
import type { Hdf5Dataset } from '../../hdf5/hdf5-dataset.ts'
import { ChunkedSpikes } from './chunked-spikes.ts'

const BYTES = Float64Array.BYTES_PER_ELEMENT

/** The entries of a `spike_times` dataset. */
export interface SpikeSource {
  readonly length: number
  /** whether a few entries cost no more than a read of the file, wherever they lie */
  readonly readsAnywhere: boolean
  /** Fill all of `target` with the entries from `from` on. */
  read(target: Float64Array, from: number): void
}

/** Through libhdf5, whatever the layout: chunked, compressed, float32, big-endian. */
export class LibrarySpikes implements SpikeSource {
  readonly readsAnywhere = false
  readonly #dataset: Hdf5Dataset

  constructor(dataset: Hdf5Dataset) {
    this.#dataset = dataset
  }

  get length(): number {
    return this.#dataset.length
  }

  read(target: Float64Array, from: number): void {
    if (target.length === 0) return
    target.set(this.#dataset.numbers({ from, count: target.length }))
  }
}

/**
 * By positioned reads of the file: a dataset of little-endian float64 in one
 * piece, whose place is known.
 */
export class PlainSpikes implements SpikeSource {
  readonly readsAnywhere = true
  readonly length: number
  readonly #source: ByteSource
  readonly #position: number

  constructor(source: ByteSource, position: number, length: number) {
    this.#source = source
    this.#position = position
    this.length = length
  }

  read(target: Float64Array, from: number): void {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
    this.#source.read(bytes, this.#position + from * BYTES)
  }
}

/** A byte source that can be watched, and remembers the first of its reads that failed. */
export class WatchedSource implements ByteSource {
  readonly #source: ByteSource
  #failure: unknown = null
  readCount = 0
  bytesRead = 0
  /** every read from now on, where someone wants to know them */
  reads: ByteRange[] | null = null

  constructor(source: ByteSource) {
    this.#source = source
  }

  get name(): string {
    return this.#source.name
  }

  get size(): number {
    return this.#source.size
  }

  read(target: Uint8Array, position: number): void {
    this.readCount++
    this.bytesRead += target.length
    this.reads?.push({ position, length: target.length })
    try {
      this.#source.read(target, position)
    } catch (failure) {
      this.#failure ??= failure
      throw failure
    }
  }

  /** @throws what the first read that failed threw */
  assertReadable(): void {
    if (this.#failure !== null) throw this.#failure
  }

  close(): void {
    this.#source.close()
  }
}

/** A piece of a file that was read. */
interface ByteRange {
  readonly position: number
  readonly length: number
}

/** An entry as libhdf5 gave it, and where it read meanwhile. */
interface Probe {
  readonly entry: number
  readonly bits: bigint
  readonly reads: readonly ByteRange[]
}

/** The fastest source that gives what libhdf5 gives. */
export function openSpikes(dataset: Hdf5Dataset, file: WatchedSource): SpikeSource {
  const library = new LibrarySpikes(dataset)
  if (!dataset.isFloat64 || dataset.shape.length !== 1 || dataset.length === 0) return library
  return (
    (dataset.chunkLength === null ? findPlain(dataset, file, library) : chunkedOf(dataset, file)) ??
    library
  )
}

/**
 * libhdf5 does not tell where a dataset lies, but reads it from there: it is watched while it
 * reads single entries, each last. What is found is believed only if first, middle and last
 * entry agree in place and bits.
 */
function findPlain(dataset: Hdf5Dataset, file: WatchedSource, library: LibrarySpikes) {
  const { length } = dataset
  const probes = [0, length >>> 1, length - 1].map((entry): Probe => {
    const reads: ByteRange[] = []
    file.reads = reads
    const bits = bitsOf(library, entry)
    file.reads = null
    return { entry, bits, reads }
  })
  const begins = probes.map(({ entry, reads }) => (reads.at(-1)?.position ?? -1) - entry * BYTES)
  const [begin] = begins as [number]
  const isInside = begin >= 0 && begin + length * BYTES <= file.size
  if (!isInside || !begins.every((other) => other === begin)) return null
  const found = new PlainSpikes(file, begin, length)
  return probes.every(({ entry, bits }) => bitsOf(found, entry) === bits) ? found : null
}

/** Chunks all of which were written, and went through no filters but shuffle and deflate. */
function chunkedOf(dataset: Hdf5Dataset, file: WatchedSource): ChunkedSpikes | null {
  const { chunked } = dataset
  if (!chunked?.isUniform) return null
  const [first, ...others] = chunked.filters
  const isShuffled = first?.id === filter.shuffle && first.parameters[0] === BYTES
  const rest = isShuffled ? others : chunked.filters
  const isDeflated = rest[0]?.id === filter.deflate
  if (rest.length > Number(isDeflated)) return null
  const layout = { chunkLength: dataset.chunkLength as number, isShuffled, isDeflated }
  return new ChunkedSpikes(file, dataset.length, chunked.index, layout, (cause) =>
    dataset.damaged(cause),
  )
}

function bitsOf(source: SpikeSource, entry: number): bigint {
  const value = new Float64Array(1)
  source.read(value, entry)
  return new BigUint64Array(value.buffer)[0]
}

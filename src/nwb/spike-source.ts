import type { ByteSource } from './byte-source.ts'
import type { Hdf5Dataset } from './hdf5-dataset.ts'

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

/** By positioned reads of the file: a dataset of little-endian float64 in one piece, whose place is known. */
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
    this.#source.read(bytes, this.#position + from * Float64Array.BYTES_PER_ELEMENT)
  }
}

/** A byte source that remembers where it was last read. */
export class WatchedSource implements ByteSource {
  readonly #source: ByteSource
  readCount = 0
  bytesRead = 0
  lastPosition = -1

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
    this.lastPosition = position
    this.#source.read(target, position)
  }

  close(): void {
    this.#source.close()
  }
}

/**
 * The fastest source that gives what libhdf5 gives. libhdf5 does not tell where a dataset lies, but reads it from there: the place
 * is watched while it reads single entries, and believed only if first, middle and last entry agree in place and bits.
 */
export function openSpikes(dataset: Hdf5Dataset, file: WatchedSource): SpikeSource {
  const library = new LibrarySpikes(dataset)
  const { length } = dataset
  if (!dataset.isPlainFloat64 || length === 0) return library
  const probes = [0, length >>> 1, length - 1].map((entry) => {
    const value = new Float64Array(1)
    library.read(value, entry)
    return { entry, bits: bitsOf(value), position: file.lastPosition - entry * 8 }
  })
  const [first] = probes as [(typeof probes)[number]]
  const plain = new PlainSpikes(file, first.position, length)
  const isTrue = probes.every(({ entry, bits, position }) => {
    if (position !== first.position || position < 0 || position + length * 8 > file.size)
      return false
    const value = new Float64Array(1)
    plain.read(value, entry)
    return bitsOf(value) === bits
  })
  return isTrue ? plain : library
}

function bitsOf(value: Float64Array): bigint {
  return new BigUint64Array(value.buffer)[0] as bigint
}

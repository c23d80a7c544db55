import { inflateSync } from 'node:zlib'
import type { ByteRange, ByteSource } from '../../../byte-sources/byte-source.ts'
import { pagedBytes } from '../../../byte-sources/paged-bytes.ts'
import type { ChunkIndex } from '../../../hdf5/chunks/chunk-index.ts'
import type { ChunkLayout, EntriesLayout } from './spike-layout.ts'
import type { EntryRange, SpikeSource } from './spike-source.ts'

/** Where each chunk lies, of which all were written. */
export type ChunkPlaces = Pick<ChunkIndex, 'positions' | 'byteLengths'>

/**
 * Node's zlib makes a second buffer of the same size when the first is full;
 * and takes none below 64 bytes.
 */
const SPARE_BYTES = 64

const BYTES = Float64Array.BYTES_PER_ELEMENT

/**
 * By reads of the chunks that hold what is wanted, inflated by Node's zlib, in half of the time
 * that libhdf5 takes. The chunk that was read last is kept: the next unit begins in it.
 */
export class ChunkedSpikes implements SpikeSource {
  readonly readsAnywhere = false
  readonly pagePhase = 0
  readonly length: number
  readonly #source: ByteSource
  readonly #index: ChunkPlaces
  readonly #layout: ChunkLayout
  readonly #fail: (cause: unknown) => Error
  #last: { readonly chunk: number; readonly bytes: Uint8Array } | null = null
  /** of a chunk as it is stored; reused */
  #stored = new Uint8Array(0)

  /** @param fail makes the error of a chunk that is damaged */
  constructor(
    source: ByteSource,
    length: number,
    index: ChunkPlaces,
    layout: ChunkLayout,
    fail: (cause: unknown) => Error,
  ) {
    this.#source = source
    this.length = length
    this.#index = index
    this.#layout = layout
    this.#fail = fail
  }

  get layout(): EntriesLayout {
    const { positions, byteLengths } = this.#index
    return { kind: 'chunked', length: this.length, chunks: this.#layout, positions, byteLengths }
  }

  read(target: Float64Array, from: number): void {
    const { chunkLength, isShuffled } = this.#layout
    const to = from + target.length
    for (let at = from; at < to; ) {
      const chunk = Math.floor(at / chunkLength)
      const first = chunk * chunkLength
      const end = Math.min(to, first + chunkLength)
      const bytes = this.#bytesOf(chunk)
      const part = target.subarray(at - from, end - from)
      if (isShuffled) unshuffle(bytes, chunkLength, at - first, part)
      else bytesOf(part).set(bytes.subarray((at - first) * BYTES, (end - first) * BYTES))
      at = end
    }
  }

  get latency(): number {
    return this.#source.cost.latency
  }

  readMany(ranges: readonly EntryRange[]): Float64Array[] {
    this.prefetch(ranges)
    return ranges.map(({ from, to }) => {
      const entries = new Float64Array(to - from)
      this.read(entries, from)
      return entries
    })
  }

  prefetch(ranges: readonly EntryRange[]): void {
    this.#source.prefetch(this.#chunksOf(ranges))
  }

  bytesOf(ranges: readonly EntryRange[]): number {
    return pagedBytes(this.#chunksOf(ranges), this.#source.cost.pageBytes)
  }

  /** The chunks that entries lie in. */
  #chunksOf(ranges: readonly EntryRange[]): ByteRange[] {
    const { chunkLength } = this.#layout
    const chunks = new Set<number>()
    for (const { from, to } of ranges) {
      const end = Math.ceil(to / chunkLength)
      for (let chunk = Math.floor(from / chunkLength); chunk < end; chunk++) chunks.add(chunk)
    }
    return Array.from(chunks, (chunk) => ({
      position: this.#index.positions[chunk],
      length: this.#index.byteLengths[chunk],
    }))
  }

  /** A chunk as it was before it was deflated. */
  #bytesOf(chunk: number): Uint8Array {
    if (this.#last?.chunk === chunk) return this.#last.bytes
    const size = this.#layout.chunkLength * BYTES
    const { isDeflated } = this.#layout
    const storedLength = this.#index.byteLengths[chunk]
    const stored = isDeflated ? this.#storedOf(storedLength) : new Uint8Array(storedLength)
    this.#source.read(stored, this.#index.positions[chunk])
    const bytes = isDeflated ? this.#inflate(stored, size) : stored
    if (bytes.length !== size)
      throw this.#fail(`chunk ${chunk} has ${bytes.length} of ${size} bytes`)
    this.#last = { chunk, bytes }
    return bytes
  }

  #inflate(stored: Uint8Array, size: number): Uint8Array {
    try {
      return inflateSync(stored, {
        maxOutputLength: size,
        chunkSize: size + SPARE_BYTES,
      })
    } catch (cause) {
      throw this.#fail(cause)
    }
  }

  #storedOf(length: number): Uint8Array {
    if (this.#stored.length < length) this.#stored = new Uint8Array(length)
    return this.#stored.subarray(0, length)
  }
}

/**
 * Put entries together again whose bytes were stored apart: all first bytes, then all second ones.
 *
 * @param count entries of the chunk
 * @param from the first of its entries that is wanted
 */
export function unshuffle(
  bytes: Uint8Array,
  count: number,
  from: number,
  target: Float64Array,
): void {
  const words = new Uint32Array(target.buffer, target.byteOffset, 2 * target.length)
  let entry = from
  for (let word = 0; word < words.length; entry++) {
    words[word++] =
      bytes[entry] |
      (bytes[entry + count] << 8) |
      (bytes[entry + 2 * count] << 16) |
      (bytes[entry + 3 * count] << 24)
    words[word++] =
      bytes[entry + 4 * count] |
      (bytes[entry + 5 * count] << 8) |
      (bytes[entry + 6 * count] << 16) |
      (bytes[entry + 7 * count] << 24)
  }
}

function bytesOf(entries: Float64Array): Uint8Array {
  return new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength)
}

import { inflateSync } from 'node:zlib'

/** libhdf5's filters that are built into it, by their numbers. */
export const filter = { deflate: 1, shuffle: 2, fletcher32: 3, nbit: 5, scaleOffset: 6 } as const

/** What chunks went through on their way into the file, as the dataset says it. */
export interface ChunkFilter {
  readonly id: number
  /** of the filter */
  readonly parameters: readonly number[]
}

/**
 * Node's zlib makes a second buffer of the same size when the first is full;
 * and takes none below 64 bytes.
 */
const SPARE_BYTES = 64

const FLETCHER_BYTES = 4

/**
 * Undoes the filters that a chunk went through, and finds out whether it
 * has as many bytes as it should.
 */
export class ChunkDecoder {
  readonly #filters: readonly ChunkFilter[]
  readonly #byteLength: number
  readonly #fail: (cause: unknown) => Error
  /**
   * whether chunks come out as they were; else only what can be known of their lengths is checked
   */
  readonly decodes: boolean

  /** @param byteLength of a chunk that no filter went over */
  constructor(
    filters: readonly ChunkFilter[],
    byteLength: number,
    fail: (cause: unknown) => Error,
  ) {
    this.#filters = filters
    this.#byteLength = byteLength
    this.#fail = fail
    // The checksums of fletcher32 are left to libhdf5.
    const decoded: readonly number[] = [filter.deflate, filter.shuffle]
    this.decodes = filters.every(({ id }) => decoded.includes(id))
  }

  /**
   * @param filterMask a bit for each filter that the chunk did not go through
   * @returns null: it went through a filter that is not undone here
   * @throws what `fail` makes of a chunk that is longer or shorter than it should be
   */
  decode(stored: Uint8Array, filterMask: number): Uint8Array | null {
    let bytes = stored
    const last = this.#filters.length - 1
    for (let i = last; i >= 0; i--) {
      if ((filterMask & (1 << i)) !== 0) continue
      const { id, parameters } = this.#filters[i]
      if (id === filter.deflate) bytes = this.#inflate(bytes)
      else if (id === filter.shuffle) bytes = this.#unshuffle(bytes, parameters)
      else if (id === filter.fletcher32) bytes = bytes.subarray(0, bytes.length - FLETCHER_BYTES)
      else return null
    }
    if (bytes.length !== this.#byteLength) {
      throw this.#fail(`a chunk has ${bytes.length} of ${this.#byteLength} bytes`)
    }
    return bytes
  }

  #unshuffle(bytes: Uint8Array, parameters: readonly number[]): Uint8Array {
    const [elementBytes] = parameters
    if (parameters.length === 1 && elementBytes) return unshuffled(bytes, elementBytes)
    throw this.#fail(`shuffle has the parameters (${parameters.join()}) instead of one size`)
  }

  #inflate(stored: Uint8Array): Uint8Array {
    // A checksum may have been added before it was deflated.
    const most = this.#byteLength + FLETCHER_BYTES
    try {
      return inflateSync(stored, { maxOutputLength: most, chunkSize: most + SPARE_BYTES })
    } catch (cause) {
      throw this.#fail(cause)
    }
  }
}

/**
 * Elements put together again whose bytes were stored apart: all first bytes, then all second
 * ones; what is left over follows.
 */
function unshuffled(bytes: Uint8Array, elementBytes: number): Uint8Array {
  const count = Math.floor(bytes.length / elementBytes)
  if (elementBytes <= 1 || count <= 1) return bytes
  const whole = new Uint8Array(bytes.length)
  for (let byte = 0; byte < elementBytes; byte++) {
    const from = byte * count
    for (let i = 0, at = byte; i < count; i++, at += elementBytes) {
      whole[at] = bytes[from + i]
    }
  }
  whole.set(bytes.subarray(count * elementBytes), count * elementBytes)
  return whole
}

import type { ByteSource } from '../../../byte-sources/byte-source.ts'
import type { EntriesLayout } from './spike-layout.ts'
import type { SpikeSource } from './spike-source.ts'

const BYTES = Float64Array.BYTES_PER_ELEMENT

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

  get layout(): EntriesLayout {
    return { kind: 'plain', position: this.#position, length: this.length }
  }

  read(target: Float64Array, from: number): void {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
    this.#source.read(bytes, this.#position + from * BYTES)
  }
}

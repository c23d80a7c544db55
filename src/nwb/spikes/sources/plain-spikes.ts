import type { ByteRange, ByteSource } from '../../../byte-sources/byte-source.ts'
import { pagedBytes } from '../../../byte-sources/paged-bytes.ts'
import type { EntriesLayout } from './spike-layout.ts'
import type { EntryRange, SpikeSource } from './spike-source.ts'

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

  get latency(): number {
    return this.#source.cost.latency
  }

  get pagePhase(): number {
    const { pageBytes } = this.#source.cost
    return Math.floor(((pageBytes - (this.#position % pageBytes)) % pageBytes) / BYTES)
  }

  readMany(ranges: readonly EntryRange[]): Float64Array[] {
    const targets = ranges.map(({ from, to }) => new Float64Array(to - from))
    this.#source.readMany(
      targets.map(({ buffer, byteLength }, i) => ({
        position: this.#position + ranges[i].from * BYTES,
        target: new Uint8Array(buffer, 0, byteLength),
      })),
    )
    return targets
  }

  prefetch(ranges: readonly EntryRange[]): void {
    this.#source.prefetch(ranges.map((range) => this.#placeOf(range)))
  }

  bytesOf(ranges: readonly EntryRange[]): number {
    const places = ranges.map((range) => this.#placeOf(range))
    return pagedBytes(places, this.#source.cost.pageBytes)
  }

  #placeOf({ from, to }: EntryRange): ByteRange {
    return { position: this.#position + from * BYTES, length: (to - from) * BYTES }
  }
}

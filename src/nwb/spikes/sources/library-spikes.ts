import type { Hdf5Dataset } from '../../../hdf5/hdf5-dataset.ts'
import type { EntryRange, SpikeSource } from './spike-source.ts'

/** Through libhdf5, whatever the layout: chunked, compressed, float32, big-endian. */
export class LibrarySpikes implements SpikeSource {
  readonly readsAnywhere = false
  readonly pagePhase = 0
  readonly layout = null
  readonly #dataset: Hdf5Dataset

  constructor(dataset: Hdf5Dataset) {
    this.#dataset = dataset
  }

  get length(): number {
    return this.#dataset.length
  }

  /** libhdf5 reads one thing after another, wherever it lies. */
  readonly latency = 0

  readMany(ranges: readonly EntryRange[]): Float64Array[] {
    return ranges.map(({ from, to }) => {
      const entries = new Float64Array(to - from)
      this.read(entries, from)
      return entries
    })
  }

  prefetch(): void {}

  /** As numbers of 8 bytes: how they are stored is for libhdf5 to know. */
  bytesOf(ranges: readonly EntryRange[]): number {
    const entries = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
    return entries * Float64Array.BYTES_PER_ELEMENT
  }

  read(target: Float64Array, from: number): void {
    if (target.length === 0) return
    target.set(this.#dataset.numbers({ from, count: target.length }))
  }
}

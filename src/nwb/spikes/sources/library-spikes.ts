import type { Hdf5Dataset } from '../../../hdf5/hdf5-dataset.ts'
import type { SpikeSource } from './spike-source.ts'

/** Through libhdf5, whatever the layout: chunked, compressed, float32, big-endian. */
export class LibrarySpikes implements SpikeSource {
  readonly readsAnywhere = false
  readonly layout = null
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

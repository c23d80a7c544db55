import type { EntriesLayout } from './spike-layout.ts'

/** The entries of a `spike_times` dataset. */
export interface SpikeSource {
  readonly length: number
  /** whether a few entries cost no more than a read of the file, wherever they lie */
  readonly readsAnywhere: boolean
  /** where the entries lie; null: only libhdf5 can read them */
  readonly layout: EntriesLayout | null
  /** Fill all of `target` with the entries from `from` on. */
  read(target: Float64Array, from: number): void
}

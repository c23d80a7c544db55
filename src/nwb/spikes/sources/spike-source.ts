import type { EntriesLayout } from './spike-layout.ts'

/** Positions of entries; `to` is not included. */
export interface EntryRange {
  readonly from: number
  readonly to: number
}

/** The entries of a `spike_times` dataset. */
export interface SpikeSource {
  readonly length: number
  /** whether a few entries cost no more than a read of the file, wherever they lie */
  readonly readsAnywhere: boolean
  /** seconds that a read takes, whatever its bytes; 0: negligible */
  readonly latency: number
  /** entries before the first that begins a page of the file: pages are fetched whole */
  readonly pagePhase: number
  /** where the entries lie; null: only libhdf5 can read them */
  readonly layout: EntriesLayout | null
  /** Bytes of the file that the entries of several ranges take, by whole pages or chunks. */
  bytesOf(ranges: readonly EntryRange[]): number
  /** Fill all of `target` with the entries from `from` on. */
  read(target: Float64Array, from: number): void
  /** The entries of several ranges, by as few waits as there can be. */
  readMany(ranges: readonly EntryRange[]): Float64Array[]
  /** Have entries fetched that will be read soon, where that helps. Returns at once. */
  prefetch(ranges: readonly EntryRange[]): void
}

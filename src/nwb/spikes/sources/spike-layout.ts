/**
 * Where the spikes of a recording lie: enough to read them without libhdf5, as long as the file
 * stays as it is.
 */
export interface SpikeLayout {
  /** position after each unit's last spike; shape [units] */
  readonly ends: Float64Array
  readonly times: EntriesLayout
  /** null: none are stored, or libhdf5 is needed to read them */
  readonly amplitudes: EntriesLayout | null
}

/** Where the entries of a dataset of float64 lie. */
export type EntriesLayout =
  | {
      readonly kind: 'plain'
      /** of the first byte */
      readonly position: number
      /** entries */
      readonly length: number
    }
  | {
      readonly kind: 'chunked'
      /** entries */
      readonly length: number
      readonly chunks: ChunkLayout
      /** of the first byte of each chunk; shape [chunks] */
      readonly positions: Float64Array
      /** shape [chunks] */
      readonly byteLengths: Float64Array
    }

/** How the bytes of a chunk are stored. */
export interface ChunkLayout {
  /** entries of a chunk; the last one is stored as long as the others */
  readonly chunkLength: number
  readonly isShuffled: boolean
  readonly isDeflated: boolean
}

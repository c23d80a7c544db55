import type { Dtype } from './numpy/dtype.ts'

/** How files are written: the ending of their names, with the dot, and their media type. */
export const fileFormats = {
  npy: { ending: '.npy', mediaType: 'application/octet-stream' },
  npz: { ending: '.npz', mediaType: 'application/zip' },
  arrow: { ending: '.arrow', mediaType: 'application/vnd.apache.arrow.file' },
  csv: { ending: '.csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  parquet: { ending: '.parquet', mediaType: 'application/vnd.apache.parquet' },
  csr: { ending: '.csr.npz', mediaType: 'application/zip' },
  pkl: { ending: '.pkl', mediaType: 'application/octet-stream' },
  nwb: { ending: '.nwb', mediaType: 'application/x-hdf5' },
} as const

export type FileFormat = keyof typeof fileFormats

/**
 * The bytes of a file: parts in memory, whose length is known, or pieces that are made while it is
 * sent.
 */
export type FileBytes =
  | { readonly parts: readonly Uint8Array[] }
  | { readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/** What a format may be written with. */
export interface WritingOptions {
  /** number type of counts; null: the format's usual one */
  readonly dtype: Dtype | null
  /** see CsvOptions */
  readonly keepsFormulas: boolean
  /**
   * Whether others wait for the thread meanwhile: all is then read before the first byte, so that
   * a failure leaves no file that ends early, and written a little at a time. Else what is large
   * is read while it is written, in little memory.
   */
  readonly inServer: boolean
}

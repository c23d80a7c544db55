import type { FileFormat } from '../../formats/file-format.ts'

/** File formats by their names in the schema. */
export const fileFormatOf = {
  NPY: 'npy',
  NPZ: 'npz',
  ARROW: 'arrow',
  CSV: 'csv',
  PARQUET: 'parquet',
  CSR: 'csr',
} as const satisfies Record<string, FileFormat>

import type { FileBytes, FileFormat, WritingOptions } from '../file-format.ts'
import { encodeCsv } from './csv.ts'
import type { Table } from './table.ts'

/** Formats of a table, the usual one first. */
export const tableFormats = ['csv', 'npz', 'arrow', 'parquet'] as const satisfies FileFormat[]

/**
 * A table as a file, which is read while it is written.
 *
 * @param attributes what the table is of; kept where the format has a place for it
 */
export async function encodeTable(
  format: FileFormat,
  table: Table,
  options: WritingOptions,
  attributes: readonly (readonly [string, string | number])[] = [],
): Promise<FileBytes> {
  switch (format) {
    case 'csv':
      return { pieces: encodeCsv(table, options) }
    case 'npz':
      return { parts: await (await import('../numpy/table-npz.ts')).encodeTableNpz(table) }
    case 'arrow':
      return { parts: await (await import('./table-arrow.ts')).encodeTableArrow(table, attributes) }
    case 'parquet':
      return { pieces: (await import('./parquet.ts')).encodeParquet(table, options) }
    default:
      throw new RangeError(`A table is not written as ${format}.`)
  }
}

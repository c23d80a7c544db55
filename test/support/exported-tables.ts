import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'

export type Row = Record<string, unknown>

/** Rows of a CSV file; numbers as numbers, empty cells as null. */
export async function readCsv(file: string): Promise<Row[]> {
  const rows = parse(await readFile(file), { columns: true }) as Record<string, string>[]
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        cell === '' ? null : Number.isNaN(Number(cell)) ? cell : Number(cell),
      ]),
    ),
  )
}

/** Rows of a Parquet file; 64-bit whole numbers as numbers. */
export async function readParquet(file: string): Promise<Row[]> {
  const { buffer, byteOffset, byteLength } = await readFile(file)
  const rows = await parquetReadObjects({
    file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
  })
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'bigint' ? Number(cell) : cell,
      ]),
    ),
  )
}

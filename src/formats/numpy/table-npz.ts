// Tables as files for numpy: each column an array of its name.
import { InvalidArgumentError } from '../../errors.ts'
import { npzParts } from '../matrices/matrix-file.ts'
import type { Cells, Table, TableColumn } from '../tables/table.ts'
import { wholeArray } from './dtype.ts'
import { type NdArray, vector } from './npy.ts'

/** An array of an .npz file is held whole until it is written: 2 GB for all of them. */
const MOST_CELLS = 250_000_000

/**
 * The bytes of an .npz file: integers as int64 or uint64 (where one is missing as float64, or as
 * text if that would round others), a missing float as NaN, a missing text as ''.
 *
 * @throws InvalidArgumentError for a table that would not fit into memory
 */
export async function encodeTableNpz(table: Table): Promise<Uint8Array[]> {
  const cells = table.rowCount * table.columns.length
  if (cells > MOST_CELLS) {
    throw new InvalidArgumentError(
      `${table.rowCount} rows of ${table.columns.length} columns are too many for an .npz file, whose arrays are held in memory. Write .parquet or .csv, or a shorter window with --start and --stop.`,
    )
  }
  const { columns } = table
  const gathered = await gather(table)
  return npzParts(
    columns.map((column, i) => [column.name, columnArray(column, gathered[i])] as const),
  )
}

async function gather({ columns, rowCount, chunks }: Table): Promise<Gathered[]> {
  const gathered = columns.map(
    ({ type }): Gathered => (type === 'text' ? [] : new Float64Array(rowCount)),
  )
  let row = 0
  for await (const chunk of chunks()) {
    for (const [i, cells] of chunk.entries()) {
      // A column of 64-bit numbers is one from its first chunk on.
      if (row === 0 && !(cells instanceof Float64Array)) gathered[i] = []
      put(gathered[i], cells, row)
    }
    row += chunk[0]?.length ?? 0
  }
  return gathered
}

type Gathered = (string | bigint | null)[] | Float64Array

function put(column: Gathered, cells: Cells, row: number): void {
  if (column instanceof Float64Array) column.set(cells as Float64Array, row)
  else for (const cell of cells as readonly (string | bigint | null)[]) column.push(cell)
}

/** The cells of a column as an array; what is missing as encodeTableNpz has it. */
export function columnArray({ type }: TableColumn, column: Cells): NdArray {
  if (column instanceof Float64Array) {
    return vector(type === 'integer' ? wholeArray(column) : column)
  }
  if (type === 'text' || column.includes(null)) {
    return vector(column.map((cell) => String(cell ?? '')))
  }
  return vector((type === 'unsigned' ? BigUint64Array : BigInt64Array).from(column as bigint[]))
}

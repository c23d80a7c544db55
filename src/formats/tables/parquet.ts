// Tables as Apache Parquet: a missing value is null.
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { WritingOptions } from '../file-format.ts'
import { type Cells, cellAt, type Table, type TableColumn } from './table.ts'

/**
 * Chunks are gathered to row groups of so many rows, as readers like them; or of so
 * many cells, which bounds memory, and in a server the time that others wait.
 */
const GROUP_ROWS = 100_000
const GROUP_CELLS = 4_000_000
const GROUP_CELLS_IN_SERVER = 1 << 15

/** The bytes of a .parquet file, one row group after the other. */
export async function* encodeParquet(
  { columns, chunks }: Table,
  { inServer }: Pick<WritingOptions, 'inServer'>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) })
  const groupCells = inServer ? GROUP_CELLS_IN_SERVER : GROUP_CELLS
  const groupRows = Math.max(1, Math.min(GROUP_ROWS, Math.floor(groupCells / columns.length)))
  let group = columns.map((): unknown[] => [])
  const writeGroup = () => {
    const columnData = columns.map(({ name }, i) => ({ name, data: group[i] }))
    writer.write({ columnData, rowGroupSize: group[0]?.length || 1 })
    group = columns.map(() => [])
    return take(bytes)
  }
  for await (const chunk of chunks()) {
    for (const [i, cells] of chunk.entries()) {
      append(group[i], cells, columns[i])
    }
    if ((group[0]?.length ?? 0) >= groupRows) yield writeGroup()
  }
  if (group[0]?.length) yield writeGroup()
  writer.finish()
  yield take(bytes)
}

const types = {
  integer: { type: 'INT64' },
  unsigned: { type: 'INT64', converted_type: 'UINT_64' },
  float: { type: 'DOUBLE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const

function schemaOf(columns: readonly TableColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...types[type],
    })),
  ]
}

function append(column: unknown[], cells: Cells, { type }: TableColumn): void {
  for (let row = 0; row < cells.length; row++) {
    const cell = cellAt(cells, row)
    const isWhole = type === 'integer' || type === 'unsigned'
    column.push(cell !== null && isWhole ? BigInt(cell) : cell)
  }
}

/** What was written so far; the writer goes on at its buffer's start, and counts on. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice()
  bytes.index = 0
  return taken
}

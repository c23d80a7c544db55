// Tables as Apache Arrow, in its file format.
import {
  Table as ArrowTable,
  columnFromArray,
  float64,
  int64,
  tableFromColumns,
  tableToIPC,
  uint64,
  utf8,
} from '@uwdata/flechette'
import { cellAt, type Table, type TableColumn } from './table.ts'

/**
 * The bytes, in order; a missing value is null.
 *
 * @param attributes the schema's metadata
 */
export async function encodeTableArrow(
  { columns, chunks }: Table,
  attributes: readonly (readonly [string, string | number])[],
): Promise<Uint8Array[]> {
  const gathered = columns.map((): unknown[] => [])
  for await (const chunk of chunks()) {
    for (const [i, cells] of chunk.entries()) {
      const isWhole = columns[i].type === 'integer' || columns[i].type === 'unsigned'
      for (let row = 0; row < cells.length; row++) {
        const cell = cellAt(cells, row)
        gathered[i].push(cell !== null && isWhole ? BigInt(cell) : cell)
      }
    }
  }
  const plain = tableFromColumns(
    columns.map(({ name, type }, i) => [name, columnFromArray(gathered[i], typeOf(type))] as const),
  )
  const metadata = new Map(attributes.map(([name, value]) => [name, String(value)]))
  return arrowParts(new ArrowTable({ ...plain.schema, metadata }, plain.children))
}

function typeOf(type: TableColumn['type']) {
  switch (type) {
    case 'integer':
      return int64()
    case 'unsigned':
      return uint64()
    case 'float':
      return float64()
    case 'text':
      return utf8()
  }
}

/** A table's bytes as they are made, without joining them. */
export function arrowParts(table: ArrowTable): Uint8Array[] {
  const parts: Uint8Array[] = []
  const sink = {
    write: (bytes: Uint8Array) => parts.push(bytes),
    pad: (count: number) => parts.push(new Uint8Array(count)),
    finish: () => null,
  }
  tableToIPC(table, { format: 'file', sink })
  return parts
}

// Tables as CSV (RFC 4180, with line feeds): a header, then a line a row; a missing value is an empty cell.
import { stringify } from 'csv-stringify/sync'
import { cellAt, type Table } from './table.ts'

/** The bytes of a .csv file. Numbers are written so that they are read back exactly. */
export async function* encodeCsv({ columns, chunks }: Table): AsyncGenerator<Uint8Array> {
  yield Buffer.from(stringify([columns.map(({ name }) => name)]))
  for await (const chunk of chunks()) {
    const rows = Array.from({ length: chunk[0]?.length ?? 0 }, (_, row) =>
      chunk.map((cells) => cellAt(cells, row)),
    )
    yield Buffer.from(stringify(rows))
  }
}

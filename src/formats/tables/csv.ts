// Tables as CSV (RFC 4180, with line feeds): a header, then a line per row; a
// missing value is an empty cell.
import { cellAt, type Table } from './table.ts'

export interface CsvOptions {
  /** write texts that a spreadsheet would compute as they are, instead of with a ' before them */
  readonly keepsFormulas: boolean
}

/**
 * What spreadsheets take for the beginning of a formula; also as wide as the letters of East Asia.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** A text that is a number is one to a spreadsheet, too. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** The bytes of a .csv file. Numbers are written so that they are read back exactly. */
export async function* encodeCsv(
  { columns, chunks }: Table,
  { keepsFormulas }: CsvOptions,
): AsyncGenerator<Uint8Array> {
  // Only here: it is a dozen files, which a command that writes no CSV need not load.
  const { stringify } = await import('csv-stringify/sync')
  const guarded = (text: string) => (keepsFormulas ? text : withoutFormula(text))
  yield Buffer.from(stringify([columns.map(({ name }) => guarded(name))]))
  for await (const chunk of chunks()) {
    const rows = Array.from({ length: chunk[0]?.length ?? 0 }, (_, row) =>
      chunk.map((cells) => {
        const cell = cellAt(cells, row)
        return typeof cell === 'string' ? guarded(cell) : cell
      }),
    )
    yield Buffer.from(stringify(rows))
  }
}

/** A text that a spreadsheet shows instead of computing it. */
function withoutFormula(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

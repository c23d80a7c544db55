import { RecordingError } from '../errors.ts'
import type { Hdf5File } from './hdf5.ts'
import type { Hdf5Dataset } from './hdf5-dataset.ts'

/** Rows of a column that are read one by one; a hundred cost as much as some thousand in one read. */
const MOST_SINGLE_READS = 100

/**
 * A table of NWB (hdmf-common's DynamicTable): a group with one dataset a column. A ragged column `x` has its entries one
 * row after the other, and a column `x_index` with the position behind each row's last entry.
 */
export class DynamicTable {
  readonly path: string
  readonly rowCount: number
  readonly #file: Hdf5File

  /** @throws RecordingError UNSUPPORTED_LAYOUT when there is no such table */
  constructor(file: Hdf5File, path: string) {
    this.#file = file
    this.path = path
    const id = file.dataset(`${path}/id`)
    if (!id) throw new RecordingError('UNSUPPORTED_LAYOUT', file.name, `${path} has no column id`)
    this.rowCount = id.length
  }

  static at(file: Hdf5File, path: string): DynamicTable | null {
    return file.kind(path) === 'group' ? new DynamicTable(file, path) : null
  }

  has(column: string): boolean {
    return this.#file.kind(`${this.path}/${column}`) === 'dataset'
  }

  ids(): Float64Array {
    return this.numbers('id') as Float64Array
  }

  /** A column of one number a row; NaN for missing ones and for text that is no number. Null: no such column. */
  numbers(column: string): Float64Array | null {
    return this.#plainColumn(column)?.numbers() ?? null
  }

  /** A column of one text a row. Null: no such column. */
  strings(column: string): string[] | null {
    return this.#plainColumn(column)?.strings() ?? null
  }

  /** The same, a row at a time, for who wants few of them. */
  stringReader(column: string): ((row: number) => string) | null {
    const dataset = this.#plainColumn(column)
    if (!dataset) return null
    const known = new Map<number, string>()
    let all: readonly string[] | null = null
    return (row) => {
      if (known.size === MOST_SINGLE_READS) all ??= dataset.strings()
      const text =
        all?.[row] ?? known.get(row) ?? (dataset.strings({ from: row, count: 1 })[0] as string)
      if (!all) known.set(row, text)
      return text
    }
  }

  /** A column of one object reference a row, as paths. Null: no such column. */
  references(column: string): (string | null)[] | null {
    return this.#plainColumn(column)?.references() ?? null
  }

  /** The entries of a ragged column, of all rows in one piece. Null: no such column. */
  entries(column: string): Hdf5Dataset | null {
    return this.#file.dataset(`${this.path}/${column}`)
  }

  /**
   * Where each row's entries end in a ragged column; row `r` has the entries from `ends[r - 1]` (0 for the first) to before
   * `ends[r]`. Shape [rows]. Null: the column is not ragged, or is not there.
   *
   * @throws RecordingError INDEX_INVALID when it runs backwards, or past the entries
   */
  ends(column: string): Float64Array | null {
    const name = `${column}_index`
    const ends = this.numbers(name)
    const entries = this.entries(column)
    if (!ends || !entries) return null
    let previous = 0
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row] as number
      if (!(end >= previous)) {
        throw this.#indexError(
          name,
          `row ${row} ends at ${end}, before the row before it at ${previous}`,
        )
      }
      previous = end
    }
    if (previous > entries.length) {
      throw this.#indexError(
        name,
        `it ends at ${previous}, but ${column} has ${entries.length} entries`,
      )
    }
    return ends
  }

  /** A ragged column of texts: the texts of each row. Null: no such column. A column that is not ragged has one text a row. */
  raggedStrings(column: string): string[][] | null {
    const ends = this.ends(column)
    if (!ends) return this.strings(column)?.map((text) => [text]) ?? null
    const texts = this.entries(column)?.strings() ?? []
    return Array.from(ends, (end, row) => texts.slice(row === 0 ? 0 : ends[row - 1], end))
  }

  #plainColumn(column: string): Hdf5Dataset | null {
    const dataset = this.entries(column)
    if (dataset && dataset.length !== this.rowCount) {
      throw this.#indexError(
        column,
        `it has ${dataset.length} entries, but the table ${this.rowCount} rows`,
      )
    }
    return dataset
  }

  #indexError(column: string, found: string): RecordingError {
    return new RecordingError('INDEX_INVALID', this.#file.name, `${this.path}/${column}: ${found}`)
  }
}

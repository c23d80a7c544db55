import { type ExactNumbers, parseWhole } from '../../domain/numeric/exact-numbers.ts'
import { RecordingError } from '../../errors.ts'
import type { Hdf5Dataset } from '../../hdf5/hdf5-dataset.ts'
import type { Hdf5File } from '../../hdf5/hdf5-file.ts'
import { orLeftOut } from '../../hdf5/own-fault.ts'

/**
 * Rows of a column that are read one by one; a hundred cost as much as some thousand in one read.
 */
const MOST_SINGLE_READS = 100

/**
 * A table of NWB (hdmf-common's DynamicTable): a group with one dataset per column. A ragged
 * column `x` has its entries one row after the other, and a column `x_index` with the position
 * after each row's last entry.
 */
export class DynamicTable {
  readonly path: string
  readonly rowCount: number
  readonly #file: Hdf5File
  readonly #columns: ReadonlySet<string>

  /**
   * @param rowColumn what has one entry per row
   * @throws RecordingError UNSUPPORTED_LAYOUT when there is no such table
   */
  constructor(file: Hdf5File, path: string, rowColumn = 'id') {
    this.#file = file
    this.path = path
    this.#columns = new Set(file.children(path))
    const rows = this.entries(rowColumn)
    if (!rows) throw this.layoutError(rowColumn, 'is missing')
    this.rowCount = rows.length
  }

  /**
   * Null where there is no such group; and, with a warning, where it is not a table: one without
   * ids that can be flags by another column is.
   */
  static at(file: Hdf5File, path: string, otherRowColumn = 'id'): DynamicTable | null {
    if (file.kind(path) !== 'group') return null
    for (const column of ['id', otherRowColumn]) {
      if (file.kind(`${path}/${column}`) === 'dataset') return new DynamicTable(file, path, column)
    }
    const message = `${path} is a group without the column id, which every NWB table must have, so it is not served. If it should be a table, write it again with pynwb or MatNWB.`
    file.warn({ code: 'TABLE_LEFT_OUT', path, message })
    return null
  }

  /** Whether the table has a column of this name, be it one that cannot be read. */
  has(column: string): boolean {
    return this.#columns.has(column)
  }

  ids(): ExactNumbers {
    return this.requiredExactNumbers('id')
  }

  /**
   * A column of one number per row; NaN for missing ones. Null: no such column; or, with a warning,
   * one that does not hold one number per row.
   */
  numbers(column: string): Float64Array | null {
    return this.has(column) ? this.orWarn(column, () => this.requiredNumbers(column)) : null
  }

  /**
   * The same of numbers that identify things: a column that would be rounded
   * is left out, with a warning.
   */
  safeNumbers(column: string): Float64Array | null {
    if (!this.has(column)) return null
    return this.orWarn(column, () => {
      const numbers = this.requiredExactNumbers(column)
      if (numbers instanceof Float64Array) return numbers
      throw this.layoutError(column, 'holds whole numbers beyond 2^53, which would be rounded')
    })
  }

  /** The same, but that whole numbers beyond 2^53 are not rounded. */
  exactNumbers(column: string): ExactNumbers | null {
    return this.has(column) ? this.orWarn(column, () => this.requiredExactNumbers(column)) : null
  }

  /**
   * A column that the table is worthless without.
   *
   * @throws RecordingError UNSUPPORTED_LAYOUT, INDEX_INVALID when it is not there, or
   *   does not hold one number per row
   */
  requiredNumbers(column: string): Float64Array {
    const dataset = this.#requiredColumn(column)
    if (!dataset.isText) return dataset.numbers()
    const texts = dataset.strings()
    const odd = texts.find((text) => !isMissing(text) && Number.isNaN(Number(text)))
    if (odd !== undefined) {
      const shown = JSON.stringify(odd.slice(0, 40))
      throw this.layoutError(column, `holds texts such as ${shown} where numbers are expected`)
    }
    return Float64Array.from(texts, (text) => (isMissing(text) ? Number.NaN : Number(text)))
  }

  /**
   * Check a column without reading its numbers; texts are read.
   *
   * @throws RecordingError as {@link requiredNumbers}
   */
  assertReadable(column: string): void {
    const dataset = this.#plainColumn(column)
    if (dataset?.isNumeric) return
    this.requiredNumbers(column)
  }

  /** The same, but that whole numbers beyond 2^53 are not rounded. */
  requiredExactNumbers(column: string): ExactNumbers {
    const dataset = this.#requiredColumn(column)
    if (!dataset.isText) return dataset.exactNumbers()
    const wide = dataset.strings().find((text) => typeof parseWhole(text.trim()) === 'bigint')
    if (wide === undefined) return this.requiredNumbers(column)
    throw this.layoutError(
      column,
      `holds texts such as "${wide}"; numbers beyond 2^53 must be int64`,
    )
  }

  /**
   * A column of one text per row; of an EnumData the texts that its codes stand
   * for. Null as in {@link numbers}.
   */
  strings(column: string): string[] | null {
    return this.orWarn(column, () => {
      const dataset = this.#plainColumn(column)
      const elements = dataset && this.elements(column)
      if (!elements) return dataset?.strings() ?? null
      return this.codedTexts(column, elements, dataset.numbers())
    })
  }

  /** The same, a row at a time, for who wants few of them. */
  stringReader(column: string): ((row: number) => string) | null {
    const dataset = this.orWarn(column, () => this.#plainColumn(column))
    if (!dataset) return null
    // Of its first row, so that what cannot be read is left out at once.
    const first = this.orWarn(column, () =>
      dataset.strings({ from: 0, count: Math.min(1, dataset.length) }),
    )
    if (!first) return null
    const elements = this.orWarn(column, () => this.elements(column))
    const texts = (from: number, count: number) =>
      elements
        ? this.codedTexts(column, elements, dataset.numbers({ from, count }))
        : dataset.strings({ from, count })
    const known = new Map<number, string>()
    let all: readonly string[] | null = null
    return (row) => {
      if (known.size === MOST_SINGLE_READS) all ??= texts(0, dataset.length)
      const text = all?.[row] ?? known.get(row) ?? texts(row, 1)[0]
      if (!all) known.set(row, text)
      return text
    }
  }

  /**
   * A column of yes or no a row: 1 and 0, as booleans, numbers or texts say it; 0 where it is
   * missing. Null as in {@link numbers}.
   */
  flags(column: string): Uint8Array | null {
    return this.orWarn(column, () => {
      const dataset = this.#plainColumn(column)
      if (!dataset) return null
      const flags = dataset.isText
        ? dataset.strings().map(flagOfText)
        : dataset.numbers().map((number) => (Number.isNaN(number) ? 0 : number))
      const row = flags.findIndex((flag) => flag !== 0 && flag !== 1)
      if (row < 0) return Uint8Array.from(flags)
      const [odd] = dataset.strings({ from: row, count: 1 })
      throw this.layoutError(column, `holds ${JSON.stringify(odd)} where yes or no is expected`)
    })
  }

  /**
   * A column of one name per row: a text, or the name of the object that is referred to; an empty
   * name for a null reference. Null as in {@link numbers}.
   */
  names(column: string): string[] | null {
    return this.orWarn(column, () => {
      const dataset = this.#plainColumn(column)
      if (!dataset) return null
      if (!dataset.isReference) return dataset.strings()
      return dataset.references().map((path) => path?.split('/').at(-1) ?? '')
    })
  }

  /**
   * A column of rows of another table: the first that each row refers to, -1 where it refers
   * to none. A matrix has its rows' references side by side, a ragged column one after the
   * other. Null as in {@link numbers}.
   */
  firstRegions(column: string): Float64Array | null {
    return this.orWarn(column, () => {
      const dataset = this.entries(column)
      if (!dataset) return null
      const ends = this.ends(column)
      if (ends) this.assertNumbers(column)
      else this.#assertOneEntryARow(column, dataset)
      const width = ends ? 1 : widthOf(dataset)
      const regions = this.#wholeNumbers(column, dataset)
      return Float64Array.from({ length: this.rowCount }, (_, row) => {
        const [first, end] = ends ? [ends[row - 1] ?? 0, ends[row]] : [row, row + 1]
        return first < end && width > 0 ? Math.max(regions[first * width], -1) : -1
      })
    })
  }

  /**
   * The entries of a ragged column, of all rows in one piece. Null: no such column.
   *
   * @throws RecordingError UNSUPPORTED_LAYOUT where something else has its name
   */
  entries(column: string): Hdf5Dataset | null {
    if (!this.has(column)) return null
    const dataset = this.#file.dataset(`${this.path}/${column}`)
    if (dataset) return dataset
    const found = this.#file.kind(`${this.path}/${column}`) ?? 'dangling link'
    throw this.layoutError(column, `is a ${found} where a column is expected`)
  }

  /**
   * Where each row's entries end in a ragged column; row `r` has the entries from
   * `ends[r - 1]` (0 for the first) to before `ends[r]`. Shape [rows]. Null: the column is
   * not ragged, or is not there.
   *
   * @throws RecordingError INDEX_INVALID when it runs backwards, or past the entries;
   *   UNSUPPORTED_LAYOUT when it does not hold numbers
   */
  ends(column: string): Float64Array | null {
    const name = `${column}_index`
    const entries = this.entries(column)
    if (!entries || !this.has(name)) return null
    const ends = this.requiredNumbers(name)
    let previous = 0
    for (let row = 0; row < ends.length; row++) {
      const end = ends[row]
      if (!Number.isInteger(end)) {
        throw this.#indexError(name, `says that row ${row} ends at ${end}, not a whole number`)
      }
      if (end < previous) {
        throw this.#indexError(
          name,
          `says that row ${row} ends at ${end}, before the previous row's end at ${previous}`,
        )
      }
      previous = end
    }
    if (previous > entries.length) {
      throw this.#indexError(
        name,
        `ends at ${previous}, but ${column} has ${entries.length} entries`,
      )
    }
    if (previous < entries.length) {
      const path = `${this.path}/${column}`
      const message = `${path} has ${entries.length} entries, but ${path}_index ends at ${previous}; the remaining entries belong to no row and are not served. Write the index again to have them served.`
      this.#file.warn({ code: 'VALUES_LEFT_OUT', path, message })
    }
    return ends
  }

  /**
   * The same of a ragged column of numbers, one per entry.
   *
   * @throws RecordingError UNSUPPORTED_LAYOUT when it holds anything else,
   *   INDEX_INVALID as {@link ends}
   */
  entryEnds(column: string): Float64Array | null {
    if (this.has(column)) this.assertNumbers(column)
    return this.ends(column)
  }

  /**
   * @throws RecordingError UNSUPPORTED_LAYOUT when the entries of a
   *   column are not numbers, one each
   */
  assertNumbers(column: string): void {
    const entries = this.entries(column)
    if (!entries) throw this.layoutError(column, 'is missing')
    this.#assertNumeric(column, entries)
    this.#assertOneValueAnEntry(column, entries)
  }

  /**
   * A ragged column of texts: the texts of each row. A column that is not ragged has one text a
   * row. Null as in {@link numbers}.
   */
  raggedStrings(column: string): string[][] | null {
    return this.orWarn(column, () => {
      const ends = this.ends(column)
      if (!ends) return this.strings(column)?.map((text) => [text]) ?? null
      const texts = this.entries(column)?.strings() ?? []
      return Array.from(ends, (end, row) => texts.slice(row === 0 ? 0 : ends[row - 1], end))
    })
  }

  /**
   * What a column says, or, with a warning, null where it is not as it should be. The
   * file's other faults are thrown.
   */
  orWarn<Value>(column: string, read: () => Value): Value | null {
    return orLeftOut(this.#file, `${this.path}/${column}`, read)
  }

  /** The texts that the codes of an EnumData stand for; null: the column is not one. */
  elements(column: string): string[] | null {
    const type = this.#file.attributes.text(`${this.path}/${column}`, 'neurodata_type')
    return type === 'EnumData' ? (this.entries(`${column}_elements`)?.strings() ?? null) : null
  }

  /** The texts of some codes of an EnumData; empty, with a warning, for a code without a text. */
  codedTexts(column: string, elements: readonly string[], codes: Float64Array): string[] {
    const odd = codes.find((code) => elements[code] === undefined)
    if (odd !== undefined) {
      const path = `${this.path}/${column}`
      const message = `${path} holds codes such as ${odd}, but ${path}_elements has ${elements.length} texts, for codes from 0; the values of such rows are missing. Write the codes or the texts again.`
      this.#file.warn({ code: 'VALUES_LEFT_OUT', path, message })
    }
    return Array.from(codes, (code) => elements[code] ?? '')
  }

  #requiredColumn(column: string): Hdf5Dataset {
    const dataset = this.#plainColumn(column)
    if (!dataset) throw this.layoutError(column, 'is missing')
    return dataset
  }

  #wholeNumbers(column: string, dataset: Hdf5Dataset): Float64Array {
    this.#assertNumeric(column, dataset)
    const numbers = dataset.numbers()
    const odd = numbers.find((number) => !Number.isInteger(number))
    if (odd === undefined) return numbers
    throw this.layoutError(column, `holds ${odd} where whole numbers are expected`)
  }

  #plainColumn(column: string): Hdf5Dataset | null {
    const dataset = this.entries(column)
    if (!dataset) return null
    this.#assertOneEntryARow(column, dataset)
    this.#assertOneValueAnEntry(column, dataset)
    return dataset
  }

  #assertNumeric(column: string, { isNumeric, holds }: Hdf5Dataset): void {
    if (!isNumeric) throw this.layoutError(column, `holds ${holds} where numbers are expected`)
  }

  #assertOneEntryARow(column: string, { length }: Hdf5Dataset): void {
    if (length === this.rowCount) return
    throw this.#indexError(column, `has ${length} entries, but the table has ${this.rowCount} rows`)
  }

  #assertOneValueAnEntry(column: string, dataset: Hdf5Dataset): void {
    const width = widthOf(dataset)
    if (width !== 1) {
      throw this.layoutError(column, `holds ${width} values per row where one is expected`)
    }
  }

  #indexError(column: string, found: string): RecordingError {
    return new RecordingError('INDEX_INVALID', this.#file.name, `${this.path}/${column} ${found}`)
  }

  /** @param found what is wrong with the column, as what follows its name */
  layoutError(column: string, found: string): RecordingError {
    const detail = `${this.path}/${column} ${found}`
    return new RecordingError('UNSUPPORTED_LAYOUT', this.#file.name, detail)
  }
}

/** Values an entry along the first dimension. */
function widthOf({ shape }: Hdf5Dataset): number {
  return shape.slice(1).reduce((product, length) => product * length, 1)
}

/** What writers put where they have no number. */
const missingWords = ['', 'nan', 'n/a', 'na', 'none', 'null']

const isMissing = (text: string) => missingWords.includes(text.trim().toLowerCase())

/** 1 for yes, 0 for no or none, NaN for anything else. */
function flagOfText(text: string): number {
  if (isMissing(text)) return 0
  const word = text.trim().toLowerCase()
  if (['true', 'yes', 't', 'y', '1'].includes(word)) return 1
  return ['false', 'no', 'f', 'n', '0'].includes(word) ? 0 : Number.NaN
}

import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Disk } from '../../byte-sources/disk/disk.ts'
import { fileError } from '../../byte-sources/source-identity.ts'
import { RecordingError } from '../../errors.ts'

/** The columns of a CSV file by their names. Shape of every column: [rows]. */
export interface CsvTable {
  readonly fileName: string
  readonly rowCount: number
  /** names of the columns that were read, in the file's order */
  readonly columns: readonly string[]
  /** NaN: missing; True is 1 and False is 0 */
  readonly numbers: ReadonlyMap<string, Float64Array>
  /** null: missing */
  readonly texts: ReadonlyMap<string, readonly (string | null)[]>
}

/** What a column is read as; `guess`: numbers, unless an entry is none. */
export type ColumnKind = 'number' | 'text' | 'guess'

/** What pandas reads as a missing value. */
const missing = new Set([
  '',
  'nan',
  'NaN',
  'NA',
  'N/A',
  '#N/A',
  '#NA',
  '<NA>',
  'null',
  'NULL',
  'None',
  'n/a',
])

const named = new Map([
  ['True', 1],
  ['False', 0],
  ['inf', Number.POSITIVE_INFINITY],
  ['-inf', Number.NEGATIVE_INFINITY],
])

/**
 * Read a CSV file with a header, piece by piece: the event loop goes on between the
 * pieces, and no more of the text than one is in memory. Numbers are the nearest float64
 * of their text, to the last bit.
 *
 * @param kindOf null: the column is not wanted
 * @throws RecordingError TABLE_MISSING, TABLE_INVALID, FILE_UNREADABLE
 */
export async function readCsv(
  disk: Pick<Disk, 'pieces'>,
  path: string,
  kindOf: (column: string) => ColumnKind | null,
): Promise<CsvTable> {
  const fileName = basename(path)
  let builders: (ColumnBuilder | null)[] | null = null
  let rowCount = 0
  // Only here: who reads one recording has no use for it, and need not wait for it.
  const { CsvError, parse } = await import('csv-parse')
  const source = Readable.from(disk.pieces(path))
  const parser = source.pipe(parse({ bom: true, skip_empty_lines: true }))
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      if (!builders) {
        builders = makeBuilders(record, kindOf, fileName)
        continue
      }
      for (const [i, builder] of builders.entries()) builder?.add(record[i], rowCount)
      rowCount++
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw asTableError(error, fileName)
    throw new RecordingError('TABLE_INVALID', fileName, firstLine(error.message), { cause: error })
  } finally {
    source.destroy()
  }
  if (!builders) throw new RecordingError('TABLE_INVALID', fileName, 'it is empty')
  return finish(builders, fileName, rowCount)
}

function makeBuilders(
  header: readonly string[],
  kindOf: (column: string) => ColumnKind | null,
  fileName: string,
): (ColumnBuilder | null)[] {
  const twice = header.find((name, i) => header.indexOf(name) !== i)
  if (twice !== undefined) {
    throw new RecordingError('TABLE_INVALID', fileName, `it has two columns "${twice}"`)
  }
  return header.map((name) => {
    const kind = kindOf(name)
    return kind && new ColumnBuilder(name, kind, fileName)
  })
}

function finish(
  builders: readonly (ColumnBuilder | null)[],
  fileName: string,
  rowCount: number,
): CsvTable {
  const numbers = new Map<string, Float64Array>()
  const texts = new Map<string, readonly (string | null)[]>()
  for (const builder of builders) {
    if (!builder) continue
    const column = builder.finish(rowCount)
    if (column instanceof Float64Array) numbers.set(builder.name, column)
    else texts.set(builder.name, column)
  }
  const columns = builders.flatMap((builder) => builder?.name ?? [])
  return { fileName, rowCount, columns, numbers, texts }
}

function asTableError(error: unknown, fileName: string): unknown {
  if (error instanceof RecordingError) return error
  const failed = fileError(fileName, error)
  return failed.code === 'FILE_MISSING'
    ? new RecordingError('TABLE_MISSING', fileName, '', { cause: error })
    : failed
}

const firstLine = (text: string) => text.split('\n')[0]?.slice(0, 200) ?? ''

/** One column while it grows. */
class ColumnBuilder {
  readonly name: string
  readonly #kind: ColumnKind
  readonly #fileName: string
  #numbers = new Float64Array(1024)
  #texts: (string | null)[] | null
  /** One copy of each text: a column of areas or types has few. */
  readonly #interned = new Map<string, string>()

  constructor(name: string, kind: ColumnKind, fileName: string) {
    this.name = name
    this.#kind = kind
    this.#fileName = fileName
    this.#texts = kind === 'text' ? [] : null
  }

  add(text: string, row: number): void {
    if (this.#texts) {
      this.#texts.push(this.#intern(text))
      return
    }
    const value = toNumber(text)
    if (value === null) {
      this.#becomeTexts(text, row)
      return
    }
    if (row === this.#numbers.length) this.#grow()
    this.#numbers[row] = value
  }

  finish(rowCount: number): Float64Array | readonly (string | null)[] {
    return this.#texts ?? this.#numbers.slice(0, rowCount)
  }

  #intern(text: string): string | null {
    if (missing.has(text)) return null
    const known = this.#interned.get(text)
    if (known !== undefined) return known
    this.#interned.set(text, text)
    return text
  }

  #grow(): void {
    const larger = new Float64Array(2 * this.#numbers.length)
    larger.set(this.#numbers)
    this.#numbers = larger
  }

  #becomeTexts(text: string, row: number): void {
    if (this.#kind === 'number') {
      const found = `"${text.slice(0, 50)}" in column ${this.name}, row ${row + 1}, is not a number`
      throw new RecordingError('TABLE_INVALID', this.#fileName, found)
    }
    const before = [...this.#numbers.subarray(0, row)]
    this.#texts = before.map((value) => (Number.isNaN(value) ? null : String(value)))
    this.#texts.push(this.#intern(text))
  }
}

/** Null: no number. */
function toNumber(text: string): number | null {
  const value = Number(text)
  if (text !== '' && !Number.isNaN(value)) return value
  if (missing.has(text)) return Number.NaN
  return named.get(text) ?? null
}
